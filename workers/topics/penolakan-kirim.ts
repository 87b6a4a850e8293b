/** Tells the Satuan Kerja by e-Pesan why its request was refused; the SOP knows no such step, fairness does. */
import { z } from "zod";
import { kunciPesan } from "../../src/pesan-keluar/index.js";
import { variabel } from "../../src/proses/variabel.js";
import type { Deps } from "../deps.js";
import { kirimPesan } from "../kirim-pesan.js";
import { pesanPenolakan } from "../pesan/penolakan.js";
import { denganPenolakan, kendalaEpesan } from "../refusal.js";
import { BRIDGE_CONCURRENCY, bridge } from "../retry-policies.js";
import { BpmnError, defineTopic } from "../runtime/index.js";
import { alamatSatker } from "../satker.js";

const input = z.object({
  satker: variabel.satker,
  namaSatker: variabel.namaSatker,
  nomorPermohonan: variabel.nomorPermohonan,
  nomorSuratPermohonan: variabel.nomorSuratPermohonan,
  sebabPenolakan: variabel.sebabPenolakan,
  alasanPenolakan: variabel.alasanPenolakan,
});
const output = z.object({});

const TUJUAN = "penolakan";
const CODE = "PENOLAKAN_TIDAK_TERKIRIM";

export const penolakanKirim = defineTopic<Deps, typeof input, typeof output>({
  topic: "penolakan-kirim",
  input,
  output,
  errorCodes: [CODE],
  adapter: "epesan",
  concurrency: BRIDGE_CONCURRENCY,
  retry: bridge,
  fallback: {
    code: CODE,
    message: "e-Pesan tidak dapat dihubungi setelah beberapa kali percobaan. Sampaikan penolakan secara manual.",
  },
  async handle(penolakan, { deps, task, signal }) {
    const kepada = alamatSatker(deps.organisasi, penolakan.satker, CODE);
    const kunci = kunciPesan({ instans: task.instans, tujuan: TUJUAN, pembeda: [] });
    const { nomorPermohonan } = penolakan;
    const pesan = { kunci, tujuan: TUJUAN, nomorPermohonan, kepada, ...pesanPenolakan(penolakan) };
    await denganPenolakan(
      kirimPesan(deps, pesan, signal),
      (kode) => new BpmnError(CODE, `${kendalaEpesan(kode, kepada)} Sampaikan penolakan secara manual.`),
    );
    return {};
  },
});
