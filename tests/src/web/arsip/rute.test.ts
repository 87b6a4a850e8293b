import { describe, expect, test } from "@jest/globals";
import { galatPeriode } from "../../../../src/web/arsip/ekspor.js";
import { jenisKata, namaSalinan } from "../../../../src/web/arsip/kata.js";
import { bacaRute, keDaftar, keEntri, SARINGAN_KOSONG } from "../../../../src/web/arsip/rute.js";

describe("an address of the archive's page", () => {
  test("keeps what is searched for and the page", () => {
    const saringan = { ...SARINGAN_KOSONG, cari: "B/1 & 2", orang: "Éka Nur'aini", dari: "2026-01-01" };
    expect(bacaRute(keDaftar(saringan, 3))).toEqual({ halaman: "daftar", saringan, nomor: 3 });
    expect(keDaftar(SARINGAN_KOSONG)).toBe("#/");
  });

  test.each(["", "#", "#/entah", "#/?halaman=-1", "#/?halaman=1.5&lain=x", "#/entri/"])(
    "%j is the register",
    (hash) => {
      expect(bacaRute(hash)).toEqual({ halaman: "daftar", saringan: SARINGAN_KOSONG, nomor: 1 });
    },
  );

  test("names an entry, the destruction, the integrity", () => {
    const id = "0b6f0a58-6e0e-4d3a-9d55-0e4be1b2a111";
    expect(bacaRute(keEntri(id))).toEqual({ halaman: "entri", id });
    expect(bacaRute("#/pemusnahan")).toEqual({ halaman: "pemusnahan" });
    expect(bacaRute("#/keutuhan")).toEqual({ halaman: "keutuhan" });
  });
});

test("a copy is saved under its letter's number, without what file systems refuse", () => {
  expect(namaSalinan("B/1/LPSE/PL.02/11/2026", "surat-pemberitahuan", "2026-11-23")).toBe("B-1-LPSE-PL.02-11-2026.pdf");
  expect(namaSalinan(null, "berita-acara-pemusnahan", "2026-11-23")).toBe("berita-acara-pemusnahan-2026-11-23.json");
  expect(jenisKata("surat-baru-lain")).toBe("surat baru lain");
});

test("a period is refused at the field that is wrong", () => {
  expect(galatPeriode("", "2026-01-01")?.jalur).toBe("dari");
  expect(galatPeriode("2026-01-01", "")?.jalur).toBe("sampai");
  expect(galatPeriode("2026-01-02", "2026-01-01")?.jalur).toBe("sampai");
  expect(galatPeriode("2026-01-01", "2026-01-01")).toBeUndefined();
});
