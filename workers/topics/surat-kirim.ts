/** SOP row 11: sends the signed letter to the Satuan Kerja by e-Pesan. */
import { z } from "zod";
import { kunciPesan } from "../../src/pesan-keluar/index.js";
import { variabel } from "../../src/proses/variabel.js";
import type { Deps } from "../deps.js";
import { bacaSuratDitandatangani } from "../dokumen-utuh.js";
import { kirimPesan } from "../kirim-pesan.js";
import { pesanSurat } from "../pesan/surat.js";
import { denganPenolakan, kendalaEpesan } from "../refusal.js";
import { BRIDGE_CONCURRENCY, bridge } from "../retry-policies.js";
import { BpmnError, defineTopic } from "../runtime/index.js";
import { alamatSatker } from "../satker.js";

const input = z.object({
  suratDitandatangani: variabel.suratDitandatangani,
  satker: variabel.satker,
  namaSatker: variabel.namaSatker,
  nomorPermohonan: variabel.nomorPermohonan,
  nomorSurat: variabel.nomorSurat,
  nomorSuratPermohonan: variabel.nomorSuratPermohonan,
});
const output = z.object({});

const TUJUAN = "surat";
const CODE = "SURAT_TIDAK_TERKIRIM";

export const suratKirim = defineTopic<Deps, typeof input, typeof output>({
  topic: "surat-kirim",
  input,
  output,
  errorCodes: [CODE],
  adapter: "epesan",
  concurrency: BRIDGE_CONCURRENCY,
  retry: bridge,
  fallback: {
    code: CODE,
    message: "e-Pesan tidak dapat dihubungi setelah beberapa kali percobaan. Sampaikan surat secara manual.",
  },
  async handle(surat, { deps, task, signal }) {
    const kepada = alamatSatker(deps.organisasi, surat.satker, CODE);
    const { isi } = await bacaSuratDitandatangani(deps.db, surat.suratDitandatangani);
    const nama = `Surat Pemberitahuan ${surat.nomorSurat.replace(/[^A-Za-z0-9.]+/g, "-")}.pdf`;
    const lampiran = [{ nama, tipe: "application/pdf", base64: isi.toString("base64") }];
    const kunci = kunciPesan({ instans: task.instans, tujuan: TUJUAN, pembeda: [] });
    const { nomorPermohonan } = surat;
    const pesan = { kunci, tujuan: TUJUAN, nomorPermohonan, kepada, ...pesanSurat(surat), lampiran };
    await denganPenolakan(
      kirimPesan(deps, pesan, signal),
      (kode) => new BpmnError(CODE, `${kendalaEpesan(kode, kepada)} Sampaikan surat secara manual.`),
    );
    return {};
  },
});
