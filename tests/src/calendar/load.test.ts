import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "@jest/globals";
import { buatKalender } from "../../../src/calendar/build.js";
import { bacaBerkasKalender, muatKalender } from "../../../src/calendar/load.js";
import { BerkasJamKerja, BerkasTahun } from "../../../src/calendar/schema.js";
import { FOLDER_KALENDER } from "./examples.js";

const isi = new Map((await bacaBerkasKalender(FOLDER_KALENDER)).map((berkas) => [berkas.nama, berkas.isi]));
const tahun = BerkasTahun.parse(isi.get("2026.json"));
const jam = BerkasJamKerja.parse(isi.get("jam-kerja.json"));
const folder = await mkdtemp(join(tmpdir(), "kalender-"));
afterAll(() => rm(folder, { recursive: true }));

const susun = (isiTahun: unknown, isiJam: unknown = jam) =>
  buatKalender([
    { nama: "2026.json", isi: isiTahun },
    { nama: "jam-kerja.json", isi: isiJam },
  ]);
const denganLibur = (tanggal: string) => ({
  ...tahun,
  liburNasional: [...tahun.liburNasional, { tanggal, nama: "Libur" }],
});

describe("a calendar file", () => {
  test.each([
    [
      "a date that does not exist",
      denganLibur("2026-02-30"),
      /2026\.json tidak sah: liburNasional\.17\.tanggal: tanggal harus ada/,
    ],
    ["a date of another year", denganLibur("2027-03-02"), /2027-03-02 bukan tanggal tahun 2026/],
    ["a date written twice", denganLibur("2026-12-24"), /2026-12-24 tertulis dua kali/],
    ["a missing decree", { ...tahun, dasar: [] }, /2026\.json tidak sah: dasar: .*1/],
    ["a misspelt field", { ...tahun, cutiBersma: [] }, /2026\.json tidak sah: .*cutiBersma/],
    ["no word about Ramadan", { ...tahun, ramadan: undefined }, /2026\.json tidak sah: ramadan: /],
    [
      "a Ramadan that ends before it starts",
      { ...tahun, ramadan: [{ mulai: "2026-03-01", selesai: "2026-02-01", sumber: "uji" }] },
      /Ramadan 2026-03-01 selesai sebelum mulai/,
    ],
    ["something else entirely", "halo", /2026\.json tidak sah: /],
  ])("with %s is refused by name", (_, isiTahun, pesan) => {
    expect(() => susun(isiTahun)).toThrow(pesan);
    expect(() => susun(isiTahun)).toThrow(expect.objectContaining({ kode: "BERKAS_TIDAK_SAH" }));
  });

  test("for working hours must have clock times in order, and a zone that exists", () => {
    const jumat = { ...jam.biasa.jumat, selesai: "12:00" };
    expect(() => susun(tahun, { ...jam, biasa: { ...jam.biasa, jumat } })).toThrow(/biasa\.jumat: urutan jam/);
    const telat = { ...jam.biasa.jumat, mulai: "7.30" };
    expect(() => susun(tahun, { ...jam, biasa: { ...jam.biasa, jumat: telat } })).toThrow(
      /biasa\.jumat\.mulai: jam harus/,
    );
    expect(() => susun(tahun, { ...jam, zona: "WIB" })).toThrow(/zona: zona waktu tidak dikenal/);
  });
});

describe("a folder of calendar files", () => {
  test("must have exactly one file of working hours and no year twice", () => {
    expect(() => buatKalender([{ nama: "2026.json", isi: tahun }])).toThrow(/tepat satu jam-kerja\.json/);
    expect(() => susun(jam)).toThrow(/tepat satu jam-kerja\.json/);
    const ganda = { nama: "salinan.json", isi: tahun };
    expect(() =>
      buatKalender([ganda, { nama: "2026.json", isi: tahun }, { nama: "jam-kerja.json", isi: jam }]),
    ).toThrow("tahun 2026 ada di dua berkas");
  });

  test("is read as it is, so that a new year needs no build", async () => {
    await writeFile(join(folder, "jam-kerja.json"), JSON.stringify(jam));
    await writeFile(join(folder, "2026.json"), JSON.stringify(tahun));
    await writeFile(join(folder, "CATATAN.md"), "bukan kalender");
    expect((await muatKalender(folder)).tahunDimuat).toEqual([2026]);
  });

  test("with a file that is not JSON is refused by that file's name", async () => {
    await writeFile(join(folder, "2029.json"), "{");
    await expect(muatKalender(folder)).rejects.toThrow(/2029\.json bukan JSON yang sah/);
    await rm(join(folder, "2029.json"));
  });
});
