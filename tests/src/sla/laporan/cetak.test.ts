import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { createCetakLaporan } from "../../../../src/sla/laporan/cetak.js";
import { type Pelanggaran, susunLaporan } from "../../../../src/sla/laporan/hitung.js";
import { naskahLaporan } from "../../../../src/sla/laporan/naskah.js";
import { bacaFolderSurat } from "../../../../src/surat/berkas.js";
import { bacaPdf, rapat, teksHalaman } from "../../surat/pdf.js";
import { langkahSelesai } from "../contoh.js";

const { kop, redaksi } = bacaFolderSurat("surat");
const sop = Array.from({ length: 11 }, (_, i) => ({ nomor: i + 1, nama: `Langkah ${i + 1}` }));
const satu = (i: number): Pelanggaran => ({
  nomorPermohonan: `RP-2026-${1000 + i}`,
  satker: { id: "satker-a", nama: "Biro #[Keuangan] *dan* $x$ 🙂" },
  nomor: 9,
  langkah: "Tanda tangani surat",
  pelaksana: "Kepala UKPBJ",
  oleh: null,
  mulai: "2026-11-20T02:00:00.000Z",
  tenggat: "2026-11-20T03:00:00.000Z",
  selesai: null,
  lewatMs: i,
  sebab: [{ jenis: "riwayat", teks: `Dikembalikan: ${"a".repeat(80)}`, oleh: "Hendra", waktu: "2026-11-20T03:00:00Z" }],
});
const laporan = (banyak: number) =>
  susunLaporan({
    periode: { dari: "2026-11-01", sampai: "2026-11-30" },
    dibuat: "2026-12-01T00:30:00.000Z",
    satuanKerja: null,
    sop,
    selesai: banyak === 0 ? [] : [langkahSelesai()],
    pelanggaran: Array.from({ length: banyak }, (_, i) => satu(i)),
  });
const cetak = createCetakLaporan("surat");

test("an empty month prints, with letterhead, period and signer, and the same report gives the same bytes", async () => {
  const { pdf, sha256, halaman } = cetak(laporan(0));
  expect(cetak(laporan(0)).sha256).toBe(sha256);
  const isi = await bacaPdf(pdf);
  expect(isi.halaman).toHaveLength(halaman);
  const teks = isi.halaman.map(teksHalaman).join("");
  for (const harus of [
    kop.unit.toUpperCase(),
    "Periode 1 s.d. 30 November 2026",
    "Jakarta, 1 Desember 2026",
    kop.penandaTangan.nama,
  ])
    expect(teks).toContain(rapat(harus));
  expect(teks).toContain(rapat("Tidak ada keterlambatan pada periode ini."));
});

test("a long list goes over pages, stops where a spreadsheet serves better, and text is never markup", async () => {
  const isi = await bacaPdf(cetak(laporan(160)).pdf);
  const teks = isi.halaman.map(teksHalaman).join("");
  expect(isi.halaman.length).toBeGreaterThan(5);
  expect(teks).toContain(rapat("10 keterlambatan lain tercantum dalam laporan berbentuk XLSX."));
  expect(teks).toContain(rapat("Biro #[Keuangan] *dan* $x$ □"));
}, 30_000);

test("the template's sample has the shape of a real report", () => {
  const contoh: object = JSON.parse(readFileSync("surat/contoh/laporan-sla.json", "utf8"));
  const nyata: object = JSON.parse(JSON.stringify(naskahLaporan(kop, redaksi.istilahAsing, laporan(1))));
  expect(Object.keys(contoh)).toEqual(Object.keys(nyata));
});
