import { describe, expect, test } from "@jest/globals";
import { bacaTempelan, miripTabel, peranBaku } from "../../../../src/web/formulir/tempel-akun.js";

const siti = {
  nama: "Siti Aminah",
  nip: "198503152010122001",
  peran: "PPK",
  userId: "SITI.A",
  epesan: "siti@kemenperin.go.id",
};

describe("a table pasted from a spreadsheet", () => {
  test("is read by its headings, in whatever order they come", () => {
    const teks =
      "No\tNIP\tNama Lengkap\tAlamat e-Pesan\tUser ID\tJabatan\r\n1\t19850315 201012 2 001\tSiti Aminah\tsiti@kemenperin.go.id\tSITI.A\tppk\r\n";
    expect(bacaTempelan(teks)).toEqual([siti]);
  });

  test("is read by its contents when it has no headings", () => {
    const teks = "1\tSiti Aminah\tSITI.A\t'198503152010122001\tPPK\tsiti@kemenperin.go.id";
    expect(bacaTempelan(teks)).toEqual([siti]);
  });

  test("may have semicolons between its columns and quotes around its cells", () => {
    expect(bacaTempelan('"Siti Aminah";"198503152010122001";Pejabat Pengadaan;siti@kemenperin.go.id')).toEqual([
      { ...siti, peran: "Pejabat Pengadaan", userId: "" },
    ]);
  });

  test("keeps a NIP that the spreadsheet has rounded as it is, so that the person sees it", () => {
    expect(bacaTempelan("Siti Aminah\t1,98503E+17")).toEqual([
      { nama: "Siti Aminah", nip: "1,98503E+17", peran: "", userId: "", epesan: "" },
    ]);
  });

  test("leaves out empty lines and lines without a name or NIP", () => {
    expect(bacaTempelan("\n\t\t\nSiti Aminah\tPPK\n\n").map((b) => b.nama)).toEqual(["Siti Aminah"]);
  });
});

test("one name, also with a comma, is no table", () => {
  expect(miripTabel("Siti Aminah, S.E.; M.Ak.")).toBe(false);
  expect(miripTabel("Siti Aminah\n")).toBe(false);
  expect(miripTabel("Siti\t1985")).toBe(true);
  expect(miripTabel("Siti\nAgus")).toBe(true);
});

test("roles are recognised by their usual spellings", () => {
  expect(["PPK", "ppk", "Pejabat Pembuat Komitmen"].map(peranBaku)).toEqual(["PPK", "PPK", "PPK"]);
  expect(["PP", "pejabat  pengadaan"].map(peranBaku)).toEqual(["Pejabat Pengadaan", "Pejabat Pengadaan"]);
  expect(peranBaku("Bendahara")).toBe("Bendahara");
});
