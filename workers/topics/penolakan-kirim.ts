/** Tells the Satuan Kerja by letter why its request was refused; the SOP knows no such step, fairness does. */
import { z } from "zod";
import { variabel } from "../../src/proses/variabel.js";
import type { Deps } from "../deps.js";
import { kirimKeSatker, lampiranPdf, sifatPenyampaian } from "../kirim/kirim-ke-satker.js";
import { pesanPenolakan } from "../kirim/pesan/penolakan.js";
import { defineTopic } from "../runtime/index.js";
import { masukanSuratKeputusan, suratKeputusan } from "../surat/surat-keputusan.js";

const input = z.object({
  ...masukanSuratKeputusan,
  sebabPenolakan: variabel.sebabPenolakan,
  alasanPenolakan: variabel.alasanPenolakan,
});
const output = z.object({});

const PENYAMPAIAN = {
  kode: "PENOLAKAN_TIDAK_TERKIRIM",
  tujuan: "penolakan",
  jalanKeluar: "Sampaikan penolakan secara manual.",
} as const;
const SURAT = { jenis: "surat-penolakan", nama: "Surat Penolakan", ke: "penolakan" } as const;

/** Raises PENOLAKAN_TIDAK_TERKIRIM where e-Pesan refuses or stays away: the Tim delivers it by hand. */
export const penolakanKirim = defineTopic<Deps, typeof input, typeof output>({
  topic: "penolakan-kirim",
  input,
  output,
  ...sifatPenyampaian(PENYAMPAIAN),
  async handle(penolakan, context) {
    const { satker, nomorPermohonan, alasanPenolakan: alasan } = penolakan;
    const { nomor, dokumen, isi } = await suratKeputusan(context, penolakan, { ...SURAT, alasan });
    const pesan = pesanPenolakan({ ...penolakan, nomorSurat: nomor });
    const lampiran = [lampiranPdf(dokumen.nama, isi)];
    await kirimKeSatker(context, PENYAMPAIAN, { satker, nomorPermohonan, pembeda: [], ...pesan, lampiran });
    return {};
  },
});
