/** Moving running requests to another version as a batch of the engine, with progress; whoever fails stays where it was. */
import { desc, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { catatAudit } from "../audit/index.js";
import type { Kalender } from "../calendar/calendar.js";
import type { Db } from "../db/open.js";
import { modelerMigrasi } from "../db/schema.js";
import { type Engine, EngineError } from "../engine/client.js";
import { semuaBaris } from "../engine/halaman.js";
import { Galat } from "../galat.js";
import type { Logger } from "../log.js";
import type { MesinModeler } from "./mesin-modeler.js";
import { type Petaan, rencanaMigrasi } from "./migrasi-rencana.js";
import { hitungUlangTenggat } from "./migrasi-tenggat.js";

const Batch = z.object({ id: z.string(), totalJobs: z.number(), batchJobDefinitionId: z.string() });
const Kemajuan = z.array(
  Batch.extend({ remainingJobs: z.number(), completedJobs: z.number(), failedJobs: z.number() }),
);
const Instans = z.object({ id: z.string(), businessKey: z.string().nullable(), definitionId: z.string() });
const Pekerjaan = z.array(z.object({ exceptionMessage: z.string().nullable() }));

/** What may be chosen: which requests (default: all on the old version), and what becomes of their due dates. */
export interface PermintaanMigrasi {
  readonly dari: string;
  readonly ke: string;
  readonly tenggat: "tetap" | "hitungUlang";
  readonly instans?: readonly string[] | undefined;
  readonly petaan?: readonly Petaan[] | undefined;
  readonly oleh: string;
}

interface MigrasiDeps {
  readonly db: Db;
  readonly engine: Engine;
  readonly mesin: MesinModeler;
  readonly kalender: Kalender;
  readonly jam: () => Date;
  readonly logger: Logger;
}

/** One request that was not moved, and why. */
export interface GagalPindah {
  readonly instans: string;
  readonly nomor: string;
  readonly sebab: string;
}

interface HasilMigrasi {
  readonly pindah: number;
  readonly tenggatDihitung: number;
  readonly gagal: readonly GagalPindah[];
}

const instansDi = (engine: Engine, processDefinitionId: string) =>
  semuaBaris(engine, "GET", "/process-instance", { query: { processDefinitionId }, schema: Instans });

/** Begins the batch; throws TIDAK_DAPAT_DIPINDAHKAN where the plan is not valid or nobody is to be moved. */
export async function mulaiMigrasi(d: MigrasiDeps, p: PermintaanMigrasi): Promise<string> {
  const { rencana, dapat } = await rencanaMigrasi(d.engine, d.mesin, p.dari, p.ke, p.petaan);
  if (!dapat)
    throw new Galat(
      "TIDAK_DAPAT_DIPINDAHKAN",
      "Rencana pemindahan ini ditolak mesin proses. Lihat sebabnya pada tiap kegiatan.",
    );
  const ada = (await instansDi(d.engine, p.dari)).map(({ id }) => id);
  const instans = p.instans ? ada.filter((id) => p.instans?.includes(id)) : ada;
  if (instans.length === 0)
    throw new Galat("TIDAK_DAPAT_DIPINDAHKAN", "Tidak ada permohonan berjalan yang dapat dipindahkan.");
  const body = { migrationPlan: rencana, processInstanceIds: instans, skipCustomListeners: true, skipIoMappings: true };
  const { id } = await d.engine.call("POST", "/migration/executeAsync", { body, schema: Batch });
  const { dari, ke, tenggat, oleh } = p;
  await d.db.transaction(async (tx) => {
    await tx.insert(modelerMigrasi).values({ id, dari, ke, tenggat, instans, oleh });
    await catatAudit(tx, {
      oleh,
      tindakan: "modeler.migrasi",
      objek: ke,
      rincian: { batch: id, dari, tenggat, jumlah: instans.length },
    });
  });
  return id;
}

const tidakAda = (): Galat => new Galat("MIGRASI_TIDAK_DITEMUKAN", "Pemindahan itu tidak ditemukan.");

/** How far a batch is; ends it (due dates, list of failures) when the engine has nothing left to do. */
export async function kemajuanMigrasi(d: MigrasiDeps, id: string) {
  const [baris] = await d.db.select().from(modelerMigrasi).where(eq(modelerMigrasi.id, id));
  if (!baris) throw tidakAda();
  const jumlah = baris.instans.length;
  if (baris.selesai) return { ...baris, jumlah, kemajuan: { selesai: jumlah, gagal: gagalDari(baris.hasil), sisa: 0 } };
  const [batch] = await d.engine.call("GET", "/batch/statistics", { query: { batchId: id }, schema: Kemajuan });
  // The engine forgets a batch whose jobs are all done.
  const sisa = batch ? batch.remainingJobs - batch.failedJobs : 0;
  if (sisa > 0)
    return { ...baris, jumlah, kemajuan: { selesai: batch?.completedJobs ?? 0, gagal: batch?.failedJobs ?? 0, sisa } };
  await akhiri(d, id, batch?.batchJobDefinitionId);
  const [akhir] = await d.db.select().from(modelerMigrasi).where(eq(modelerMigrasi.id, id));
  return { ...(akhir ?? baris), jumlah, kemajuan: { selesai: jumlah, gagal: gagalDari(akhir?.hasil), sisa: 0 } };
}

const gagalDari = (hasil: unknown): number =>
  z.object({ gagal: z.array(z.unknown()) }).safeParse(hasil).data?.gagal.length ?? 0;

/** The last migrations, newest first. */
export const daftarMigrasi = (db: Db) => db.select().from(modelerMigrasi).orderBy(desc(modelerMigrasi.mulai)).limit(20);

async function akhiri(d: MigrasiDeps, id: string, pekerjaan: string | undefined): Promise<void> {
  await d.db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`migrasi:${id}`}))`);
    const [baris] = await tx.select().from(modelerMigrasi).where(eq(modelerMigrasi.id, id));
    if (!baris || baris.selesai) return;
    const [tinggal, tiba] = await Promise.all([instansDi(d.engine, baris.dari), instansDi(d.engine, baris.ke)]);
    const sebab = await sebabGagal(d, pekerjaan);
    const gagal = tinggal
      .filter((i) => baris.instans.includes(i.id))
      .map((i): GagalPindah => ({ instans: i.id, nomor: i.businessKey ?? i.id, sebab: sebab(i.id) }));
    const pindah = tiba.filter((i) => baris.instans.includes(i.id)).map((i) => i.id);
    const tenggatDihitung = baris.tenggat === "tetap" ? 0 : await hitungUlangTenggat(d, baris.ke, pindah);
    const hasil: HasilMigrasi = { pindah: baris.instans.length - gagal.length, tenggatDihitung, gagal };
    await tx.update(modelerMigrasi).set({ selesai: d.jam(), hasil }).where(eq(modelerMigrasi.id, id));
    const rincian = { batch: id, pindah: hasil.pindah, gagal: gagal.length };
    await catatAudit(tx, { oleh: baris.oleh, tindakan: "modeler.migrasi-selesai", objek: baris.ke, rincian });
  });
}

/** The engine's reasons name the instance they are about. */
async function sebabGagal(d: MigrasiDeps, jobDefinitionId: string | undefined): Promise<(instans: string) => string> {
  const umum = "Mesin proses menolak pemindahan permohonan ini; permohonan tetap berjalan pada versinya.";
  if (jobDefinitionId === undefined) return () => umum;
  const query = { jobDefinitionId, withException: true };
  const pekerjaan = await d.engine.call("GET", "/job", { query, schema: Pekerjaan }).catch((error) => {
    if (error instanceof EngineError) return [];
    throw error;
  });
  return (instans) => {
    const kata = pekerjaan.find(({ exceptionMessage }) => exceptionMessage?.includes(instans))?.exceptionMessage;
    return kata ? `${umum} (${kata.slice(0, 400)})` : umum;
  };
}

const JEDA_MS = 500;
/** Follows a batch to its end, so that due dates are set even where nobody watches. Never fails. */
export async function ikutiMigrasi(d: MigrasiDeps, id: string, batasMs = 30 * 60_000): Promise<void> {
  for (let lama = 0; lama < batasMs; lama += JEDA_MS) {
    await new Promise((lanjut) => setTimeout(lanjut, JEDA_MS).unref());
    try {
      if ((await kemajuanMigrasi(d, id)).selesai) return;
    } catch (err) {
      d.logger.warn({ err, migrasi: id }, "the progress of a migration cannot be read now");
    }
  }
}
