import { describe, expect, test } from "@jest/globals";
import { akunBerstatus, bacaVariabel, keadaanPermohonan, ringkasan } from "../../../src/proses/permohonan.js";
import { contohAkun, contohDokumen } from "../../support/contoh.js";

const akun = [contohAkun(1), contohAkun(2), contohAkun(3)];
const [a, b, c] = akun as [(typeof akun)[0], (typeof akun)[0], (typeof akun)[0]];
const json = (name: string, nilai: unknown) => ({ name, type: "Json", value: JSON.stringify(nilai) });
const teks = (name: string, value: string) => ({ name, type: "String", value });

describe("process variables", () => {
  test("are read by their schemas, those of others and of single steps passed over", () => {
    const { nilai } = bacaVariabel([
      json("akun", akun),
      teks("nomorSuratPermohonan", "B/1/2026"),
      { name: "tenggat", type: "Date", value: "2026-11-24T10:00:00.000+0700" },
      teks("punyaOrangLain", "x"),
      { name: "hasil", type: "Null", value: null },
    ]);
    expect(nilai).toEqual({ akun, nomorSuratPermohonan: "B/1/2026" });
  });

  test("that do not fit stop the reading, with the variable's name and without its content", () => {
    const baca = () => bacaVariabel([json("akun", [{ ...a, nip: "rahasia" }])]);
    expect(baca).toThrow(/process variable akun does not fit/);
    expect(baca).not.toThrow(/rahasia/);
  });
});

describe("the accounts of a request", () => {
  const isi = bacaVariabel([
    json("akun", akun),
    json("akunDisetujui", [{ ...a, nama: "Nama Betul" }, b]),
    json("akunDicoret", [{ ...c, alasan: "pindah" }]),
    json(`hasil_${a.id}`, { status: "berhasil", userId: "SITI", cara: "otomatis" }),
  ]);

  test("stand in the letter's order, as corrected, with what became of each", () => {
    expect(akunBerstatus(isi)).toMatchObject([
      { id: a.id, nama: "Nama Betul", status: "berhasil", hasilUserId: "SITI", cara: "otomatis", keterangan: null },
      { id: b.id, status: "diproses", hasilUserId: null },
      { id: c.id, status: "dicoret", keterangan: "pindah" },
    ]);
  });

  test("show the corrections made while their password was reset", () => {
    const baris = [json("akun", [a]), json("akunDisetujui", [a]), json(`akun_${a.id}`, { ...a, nip: b.nip })];
    expect(akunBerstatus(bacaVariabel(baris))).toMatchObject([{ id: a.id, nip: b.nip }]);
  });

  test("wait until the Tim has checked them", () => {
    const baru = bacaVariabel([json("akun", akun)]);
    expect(akunBerstatus(baru).map((x) => x.status)).toEqual(["menunggu", "menunggu", "menunggu"]);
  });
});

describe("a request as a whole", () => {
  const arsip = json("arsip", { id: a.id, nomorSurat: "B/1", sha256: "a".repeat(64) });
  test.each([
    ["ACTIVE", [], "berjalan"],
    ["SUSPENDED", [], "berjalan"],
    ["COMPLETED", [arsip], "selesai"],
    ["COMPLETED", [teks("sebabPenolakan", "ditolak")], "ditolak"],
    ["COMPLETED", [teks("sebabPenolakan", "bukanReset")], "bukanReset"],
    ["COMPLETED", [], "ditarik"],
    ["EXTERNALLY_TERMINATED", [], "dihentikan"],
  ] as const)("%s with %j is %s", (status, baris, keadaan) => {
    expect(keadaanPermohonan(status, bacaVariabel(baris))).toBe(keadaan);
  });

  test("shows every field, null where there is nothing yet", () => {
    const suratPermohonan = contohDokumen();
    const isi = bacaVariabel([json("akun", akun), json("suratPermohonan", suratPermohonan)]);
    expect(ringkasan("RP-2026-0001", isi)).toMatchObject({
      nomor: "RP-2026-0001",
      suratPermohonan,
      lampiran: [],
      riwayat: [],
      nomorSurat: null,
      arsip: null,
    });
  });
});
