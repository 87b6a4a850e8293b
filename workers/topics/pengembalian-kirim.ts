/** Sends a request back to its Satuan Kerja with a letter that says what is to be mended; its task follows in any case. */
import { z } from "zod";
import type { Deps } from "../deps.js";
import { kirimKeSatker, lampiranPdf, sifatPenyampaian } from "../kirim/kirim-ke-satker.js";
import { pesanPengembalian } from "../kirim/pesan/pengembalian.js";
import { defineTopic } from "../runtime/index.js";
import { keputusanTerakhir, masukanSuratKeputusan, suratKeputusan } from "../surat/surat-keputusan.js";

const input = z.object(masukanSuratKeputusan);
const output = z.object({});

const PENYAMPAIAN = {
  kode: "PENGEMBALIAN_TIDAK_TERKIRIM",
  tujuan: "pengembalian",
  jalanKeluar: "Satuan Kerja membacanya pada tugasnya.",
} as const;
const SURAT = { jenis: "surat-pengembalian", nama: "Surat Pengembalian" } as const;
const TANPA_ALASAN = "Alasan pengembalian tidak dituliskan.";

/** Raises PENGEMBALIAN_TIDAK_TERKIRIM where e-Pesan refuses or stays away: the task tells it then. */
export const pengembalianKirim = defineTopic<Deps, typeof input, typeof output>({
  topic: "pengembalian-kirim",
  input,
  output,
  ...sifatPenyampaian(PENYAMPAIAN),
  async handle(permohonan, context) {
    const { satker, nomorPermohonan, riwayat } = permohonan;
    // The record only grows: its length names this return among those of the request.
    const ke = riwayat.length;
    const alasan = keputusanTerakhir(riwayat).alasan ?? TANPA_ALASAN;
    const surat = await suratKeputusan(context, permohonan, { ...SURAT, ke: `pengembalian/${ke}`, alasan });
    const pesan = pesanPengembalian({ ...permohonan, nomorSurat: surat.nomor, alasan });
    const lampiran = [lampiranPdf(surat.dokumen.nama, surat.isi)];
    await kirimKeSatker(context, PENYAMPAIAN, { satker, nomorPermohonan, pembeda: [ke], ...pesan, lampiran });
    return {};
  },
});
