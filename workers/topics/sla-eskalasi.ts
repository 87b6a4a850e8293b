/** A step's timer went off: reminds its actor, or tells those above of the breach; each level once to each address. */
import { z } from "zod";
import { saatPengingat, saatTerjadwal, type Tingkat, tingkatPada } from "../../src/calendar/escalation.js";
import { tambahWaktuKerja, waktuKerjaAntara } from "../../src/calendar/working-time.js";
import { bacaPesan, kunciPesan } from "../../src/pesan-keluar/index.js";
import { variabel } from "../../src/proses/variabel.js";
import type { LangkahSop } from "../../src/sop/diagram.js";
import { isoDariWaktu } from "../../src/sop/waktu.js";
import { AdapterError } from "../adapters/index.js";
import type { Deps, TopicContext } from "../deps.js";
import { kirimPesan, type PesanKeluar } from "../kirim/kirim-pesan.js";
import { type Penerima, penerimaEskalasi } from "../kirim/penerima-eskalasi.js";
import { pesanEskalasi } from "../kirim/pesan/eskalasi.js";
import type { LangkahBerjalan } from "../langkah-berjalan.js";
import { BRIDGE_CONCURRENCY, bridge } from "../retry-policies.js";
import { defineTopic } from "../runtime/index.js";

const input = z.object({
  eskalasi: variabel.eskalasi,
  waktuEskalasi: variabel.waktuEskalasi.nullish(),
  satker: variabel.satker,
  namaSatker: variabel.namaSatker,
  nomorPermohonan: variabel.nomorPermohonan,
});
const output = z.object({});
type Input = z.output<typeof input>;

const TUJUAN = "eskalasi";
/** By so much the clocks of two engines may differ: one makes a timer due, another notes when it went off. */
const SELISIH_JAM_MS = 60_000;
/** These steps run once for each account, all in one visit: one message per request is enough. */
const LANGKAH_PER_AKUN = new Set([5, 6]);

/** `eskalasi` names the row (`TENGGAT_LANGKAH_6`); gives no variables and raises no BPMN error. */
export const slaEskalasi = defineTopic<Deps, typeof input, typeof output>({
  topic: "sla-eskalasi",
  input,
  output,
  errorCodes: [],
  adapter: "epesan",
  concurrency: BRIDGE_CONCURRENCY,
  retry: bridge,
  async handle(masukan, context) {
    const { deps, task, logger, signal } = context;
    const langkah = await langkahEskalasi(masukan, context);
    // Requests under way since before timers told their moment have none.
    const saat = Date.parse(masukan.waktuEskalasi ?? deps.now().toISOString());
    const tanya = { instans: task.instans, aktivitas: langkah.id, saat };
    const berjalan = await deps.direktori.langkahBerjalan(tanya, signal);
    if (berjalan === undefined) throw new Error(`step ${langkah.nomor} was not running when its timer went off`);
    if (berjalan.tenggat === null) return pulihkanTenggat(langkah, berjalan, context);
    const { tenggat } = berjalan;
    const tingkat = tingkatPada({ tenggat }, saat, deps.kalender);
    const untuk = { grup: langkah.grup, satker: masukan.satker, pemegang: berjalan.pemegang };
    const semua = await penerimaEskalasi(deps, untuk, tingkat.jenis, signal);
    if (semua.length === 0) logger.warn({ step: langkah.nomor }, "nobody has an address to be told");
    const susun = (satu: Penerima) =>
      pesan({ masukan, langkah, berjalan: { ...berjalan, tenggat }, tingkat, saat }, satu, context);
    // Workers that were away send no reminder of what has been done meanwhile; a breach stays a fact.
    const usang = tingkat.jenis === "pengingat" && (berjalan.selesai !== null || diperpanjang(berjalan, saat));
    const penerima = usang ? await yangDimulai(deps, semua, susun) : semua;
    await kirimSemua(penerima, (satu) => kirimPesan(deps, susun(satu), signal), context);
    return {};
  },
});

/**
 * The step got more time after its timer had gone off: the new time has a reminder of its own, which this would
 * forestall. A timer that an administrator sets off early, in Cockpit, is no such thing.
 */
const diperpanjang = ({ perpanjangan, pengingat }: LangkahBerjalan, saat: number): boolean =>
  perpanjangan > 0 && pengingat !== null && saat + SELISIH_JAM_MS < pengingat;

async function langkahEskalasi({ eskalasi }: Input, { deps, task, signal }: TopicContext): Promise<LangkahSop> {
  const nomor = Number(eskalasi.replace("TENGGAT_LANGKAH_", ""));
  const { langkah } = await deps.direktori.sop(task.definisi, signal);
  const ini = langkah.find((satu) => satu.nomor === nomor);
  if (ini === undefined) throw new Error(`the diagram has no step ${nomor}`);
  return ini;
}

/** A step that began while the calendar had no year for it gets its due date now; throws KalenderError where it still has none. */
async function pulihkanTenggat(
  { nomor, waktu }: LangkahSop,
  { mulai, eksekusi, selesai }: LangkahBerjalan,
  { deps, logger, signal }: TopicContext,
): Promise<z.input<typeof output>> {
  if (selesai !== null) return {};
  const durasi = isoDariWaktu(waktu);
  if (durasi === undefined) throw new Error(`step ${nomor} has the Waktu "${waktu}", which is none`);
  const tenggat = tambahWaktuKerja(mulai, durasi, deps.kalender);
  const pengingat = saatPengingat(mulai, tenggat, deps.kalender);
  await deps.direktori.setelTenggat(eksekusi, { tenggat, pengingat }, signal);
  logger.info({ step: nomor }, "a step that began without a due date has one now");
  return {};
}

interface Kejadian {
  readonly masukan: Input;
  readonly langkah: LangkahSop;
  readonly berjalan: LangkahBerjalan & { readonly tenggat: number };
  readonly tingkat: Tingkat;
  readonly saat: number;
}

function pesan(kejadian: Kejadian, { kepada, sebagai }: Penerima, { deps, task }: TopicContext): PesanKeluar {
  const { masukan, langkah, berjalan, tingkat, saat } = kejadian;
  const { nomorPermohonan, namaSatker } = masukan;
  const { kalender, alamat } = deps;
  const { tenggat, perpanjangan } = berjalan;
  // A step that comes again after a return, or whose time was extended, has a clock of its own.
  const putaran = LANGKAH_PER_AKUN.has(langkah.nomor) ? "sekali" : berjalan.id;
  const pembeda = [langkah.nomor, kepada, putaran, perpanjangan, tingkat.jenis, tingkat.hari];
  const isi = {
    ...{ langkah, nomorPermohonan, namaSatker, alamat, tingkat },
    saat: new Date(saat),
    tenggat: new Date(tenggat),
    sisaMs: waktuKerjaAntara(saat, tenggat, kalender),
    terlambatMs: waktuKerjaAntara(saatTerjadwal(berjalan, tingkat, kalender), saat, kalender),
  };
  const kunci = kunciPesan({ instans: task.instans, tujuan: TUJUAN, pembeda });
  return { kunci, tujuan: TUJUAN, nomorPermohonan, kepada, ...pesanEskalasi(isi, sebagai) };
}

/** Those whose message was begun and not recorded as delivered: it may have arrived, so it is brought to its end. */
async function yangDimulai(
  { db }: Deps,
  semua: readonly Penerima[],
  susun: (satu: Penerima) => PesanKeluar,
): Promise<Penerima[]> {
  const keadaan = await Promise.all(semua.map((satu) => bacaPesan(db, susun(satu).kunci)));
  return semua.filter((_, i) => keadaan[i]?.terkirim === null);
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
