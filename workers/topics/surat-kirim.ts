/** SOP row 11: sends the signed letter to the Satuan Kerja by e-Pesan. */
import { z } from "zod";
import { variabel } from "../../src/proses/variabel.js";
import { namaBerkas } from "../../src/surat-keluar/index.js";
import type { Deps } from "../deps.js";
import { kirimKeSatker, lampiranPdf, sifatPenyampaian } from "../kirim/kirim-ke-satker.js";
import { pesanSurat } from "../kirim/pesan/surat.js";
import { defineTopic } from "../runtime/index.js";
import { bacaSuratDitandatangani } from "../surat/surat-ditandatangani.js";

const input = z.object({
  suratDitandatangani: variabel.suratDitandatangani,
  satker: variabel.satker,
  namaSatker: variabel.namaSatker,
  nomorPermohonan: variabel.nomorPermohonan,
  nomorSurat: variabel.nomorSurat,
  nomorSuratPermohonan: variabel.nomorSuratPermohonan,
});
const output = z.object({});

const PENYAMPAIAN = {
  kode: "SURAT_TIDAK_TERKIRIM",
  tujuan: "surat",
  jalanKeluar: "Sampaikan surat secara manual.",
} as const;

/** Raises SURAT_TIDAK_TERKIRIM where e-Pesan refuses or stays away: the Tim delivers it by hand. */
export const suratKirim = defineTopic<Deps, typeof input, typeof output>({
  topic: "surat-kirim",
  input,
  output,
  ...sifatPenyampaian(PENYAMPAIAN),
  async handle(surat, context) {
    const { satker, nomorPermohonan, nomorSurat } = surat;
    const { isi } = await bacaSuratDitandatangani(context.deps.db, surat.suratDitandatangani);
    const lampiran = [lampiranPdf(namaBerkas("Surat Pemberitahuan", nomorSurat), isi)];
    await kirimKeSatker(context, PENYAMPAIAN, { satker, nomorPermohonan, pembeda: [], ...pesanSurat(surat), lampiran });
    return {};
  },
});
