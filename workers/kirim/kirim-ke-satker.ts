/** What all letters to a Satuan Kerja have in common: one message by e-Pesan, and a person where that is not possible. */
import { kunciPesan } from "../../src/pesan-keluar/index.js";
import type { Lampiran } from "../adapters/index.js";
import { denganPenolakan } from "../dengan-penolakan.js";
import type { TopicContext } from "../deps.js";
import { BRIDGE_CONCURRENCY, bridge } from "../retry-policies.js";
import { BpmnError } from "../runtime/index.js";
import { alamatSatker } from "./alamat-satker.js";
import { kendalaEpesan } from "./kendala-epesan.js";
import { kirimPesan } from "./kirim-pesan.js";
import type { TeksPesan } from "./pesan/teks-pesan.js";

/** What a topic that delivers a letter is called by, and what is said when it cannot. */
export interface Penyampaian {
  /** BPMN error that leads to the diagram's way out. */
  readonly kode: string;
  /** Purpose of the message, a part of its idempotency key. */
  readonly tujuan: string;
  /** What then is to be done, in a sentence. */
  readonly jalanKeluar: string;
}

/** The message; `pembeda` tells apart several of one request. */
export interface PesanSatker extends TeksPesan {
  readonly satker: string;
  readonly nomorPermohonan: string;
  readonly pembeda: readonly (string | number)[];
  readonly lampiran: readonly Lampiran[];
}

/** The part of a topic's definition that follows from its delivery. */
export const sifatPenyampaian = ({ kode, jalanKeluar }: Penyampaian) => ({
  errorCodes: [kode],
  adapter: "epesan" as const,
  concurrency: BRIDGE_CONCURRENCY,
  retry: bridge,
  fallback: { code: kode, message: `e-Pesan tidak dapat dihubungi setelah beberapa kali percobaan. ${jalanKeluar}` },
});

/** A PDF as an attachment. */
export const lampiranPdf = (nama: string, isi: Buffer): Lampiran => ({
  nama,
  tipe: "application/pdf",
  base64: isi.toString("base64"),
});

/** Sends it once; throws the delivery's BPMN error where e-Pesan refuses, AdapterError where it does not answer. */
export async function kirimKeSatker(
  { deps, task, signal }: TopicContext,
  { kode, tujuan, jalanKeluar }: Penyampaian,
  { satker, pembeda, lampiran, ...pesan }: PesanSatker,
): Promise<void> {
  const kepada = alamatSatker(deps.organisasi, satker, kode);
  const kunci = kunciPesan({ instans: task.instans, tujuan, pembeda });
  await denganPenolakan(
    kirimPesan(deps, { ...pesan, kunci, tujuan, kepada, lampiran: [...lampiran] }, signal),
    (sebab) => new BpmnError(kode, `${kendalaEpesan(sebab, kepada)} ${jalanKeluar}`),
  );
}
