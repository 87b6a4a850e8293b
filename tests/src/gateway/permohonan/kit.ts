/** What tests of requests begin with: an engine that has forgotten everything, and a request of dewi's Satker in it. */
import { contohAkun } from "../../../support/contoh.js";
import { json } from "../kit.js";
import { type InstansPalsu, type KeadaanPalsu, tambahInstans, teks } from "../mesin-palsu.js";

/** Empties the engine, and forgets what it was asked. */
export function kosongkan(mesin: KeadaanPalsu): void {
  mesin.instans.clear();
  mesin.tugas.clear();
  mesin.tolak.clear();
  mesin.panggilan.length = 0;
  mesin.kejadian.length = 0;
}

/** A letter that nobody uploaded. */
export const suratDasar = {
  id: "00000000-0000-4000-8000-000000000001",
  nama: "s.pdf",
  ukuran: 1,
  sha256: "a".repeat(64),
};

/** A running request of the Biro Keuangan. */
export const milikKeuangan = (mesin: KeadaanPalsu, nomor: string): InstansPalsu =>
  tambahInstans(mesin, nomor, {
    satker: teks("satker-biro-keuangan"),
    namaSatker: teks("Biro Keuangan"),
    pemohon: teks("dewi"),
    nomorSuratPermohonan: teks("B/1/2026"),
    tanggalSuratPermohonan: teks("2026-11-20"),
    suratPermohonan: json(suratDasar),
    akun: json([contohAkun(1)]),
  });
