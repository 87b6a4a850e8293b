import { expect, test } from "@jest/globals";
import { bacaRute, keDaftar, keRincian } from "../../../../src/web/beranda/rute.js";

test("an address leads back to where it was made", () => {
  expect(bacaRute(keRincian("RP-2026-0001"))).toEqual({ halaman: "rincian", permohonan: "RP-2026-0001" });
  expect(bacaRute(keDaftar("B/12 & co", 3))).toEqual({ halaman: "daftar", cari: "B/12 & co", nomor: 3 });
  expect(keDaftar("", 1)).toBe("#/");
});

test("an address that makes no sense is the list", () => {
  for (const hash of ["", "#", "#/entah", "#/permohonan/", "#/?halaman=-2", "#/?halaman=x"]) {
    expect(bacaRute(hash)).toEqual({ halaman: "daftar", cari: "", nomor: 1 });
  }
  expect(bacaRute("#/permohonan/%E0%A4%A")).toEqual({ halaman: "rincian", permohonan: "%E0%A4%A" });
});
