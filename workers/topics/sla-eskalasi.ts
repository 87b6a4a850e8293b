/** A step's time limit has passed: tells those who have it to do, and their superior, once each. */
import { z } from "zod";
import { kunciPesan } from "../../src/pesan-keluar/index.js";
import { variabel } from "../../src/proses/variabel.js";
import type { LangkahSop } from "../../src/sop/diagram.js";
import { AdapterError } from "../adapters/index.js";
import type { Deps, TopicContext } from "../deps.js";
import { kirimPesan } from "../kirim-pesan.js";
import { type Penerima, penerimaEskalasi } from "../penerima-eskalasi.js";
import { pesanKepadaAtasan, pesanKepadaPelaksana } from "../pesan/eskalasi.js";
import { BRIDGE_CONCURRENCY, bridge } from "../retry-policies.js";
import { defineTopic } from "../runtime/index.js";

const input = z.object({
  eskalasi: variabel.eskalasi,
  satker: variabel.satker,
  namaSatker: variabel.namaSatker,
  nomorPermohonan: variabel.nomorPermohonan,
});
const output = z.object({});
type Input = z.output<typeof input>;

const TUJUAN = "eskalasi";
/** These steps run once for each account, all in one visit: one message per request is enough. */
const LANGKAH_PER_AKUN = new Set([5, 6]);

export const slaEskalasi = defineTopic<Deps, typeof input, typeof output>({
  topic: "sla-eskalasi",
  input,
  output,
  errorCodes: [],
  adapter: "epesan",
  concurrency: BRIDGE_CONCURRENCY,
  retry: bridge,
  async handle(masukan, context) {
    const { deps, task, signal } = context;
    const langkah = await langkahEskalasi(masukan, context);
    const semua = await penerimaEskalasi(deps, langkah.grup, masukan.satker, signal);
    if (semua.length === 0) context.logger.warn({ step: langkah.nomor }, "nobody has an address to be told");
    const kirim = (satu: Penerima) => kirimPesan(deps, susun(masukan, langkah, satu, task, deps.alamat), signal);
    await kirimSemua(semua, kirim, context);
    return {};
  },
});

async function langkahEskalasi({ eskalasi }: Input, { deps, task, signal }: TopicContext): Promise<LangkahSop> {
  const nomor = Number(eskalasi.replace("TENGGAT_LANGKAH_", ""));
  const { langkah } = await deps.direktori.sop(task.definisi, signal);
  const ini = langkah.find((satu) => satu.nomor === nomor);
  if (ini === undefined) throw new Error(`the diagram has no step ${nomor}`);
  return ini;
}

function susun(
  masukan: Input,
  langkah: LangkahSop,
  { kepada, sebagai }: Penerima,
  task: TopicContext["task"],
  alamat: string,
) {
  const { nomorPermohonan, namaSatker } = masukan;
  // A step that is returned and comes again is a task of its own here, and worth another message.
  const ronde = LANGKAH_PER_AKUN.has(langkah.nomor) ? "sekali" : task.id;
  const kunci = kunciPesan({ instans: task.instans, tujuan: TUJUAN, pembeda: [langkah.nomor, kepada, ronde] });
  const buat = sebagai === "atasan" ? pesanKepadaAtasan : pesanKepadaPelaksana;
  return { kunci, tujuan: TUJUAN, nomorPermohonan, kepada, ...buat({ langkah, nomorPermohonan, namaSatker, alamat }) };
}

/** One address that is refused must not keep the others from being told; an e-Pesan that is away is tried again. */
async function kirimSemua(
  semua: readonly Penerima[],
  kirim: (satu: Penerima) => Promise<void>,
  { logger }: TopicContext,
): Promise<void> {
  const hasil = await Promise.allSettled(semua.map(kirim));
  const galat: unknown[] = hasil.flatMap((satu) => (satu.status === "rejected" ? [satu.reason] : []));
  const ditolak = galat.filter((satu) => satu instanceof AdapterError && satu.kind === "rejected");
  if (ditolak.length > 0) logger.warn({ refused: ditolak.length, of: semua.length }, "e-Pesan refused an escalation");
  const [lain] = galat.filter((satu) => !ditolak.includes(satu));
  if (lain !== undefined) throw lain;
}
