/** Showing a new password once, to the assignee of a manual task, with an audit line before anybody sees it. */
import { and, eq } from "drizzle-orm";
import { catatAudit } from "../../audit/index.js";
import type { Db } from "../../db/open.js";
import { kredensialDilihat } from "../../db/schema.js";
import { Galat } from "../../galat.js";
import {
  ambilAtauBuatNonce,
  bacaNonce,
  type GantunganKunci,
  type Kredensial,
  KredensialError,
  kredensialDari,
  type NonceHidup,
  nonceBaru,
  type PemilikNonce,
} from "../../kredensial/index.js";

/** The tasks that show a credential. In `reset-manual` it is made, in `sampaikan-kredensial` SPSE already has it. */
export const TUGAS_KREDENSIAL = ["reset-manual", "sampaikan-kredensial"] as const;
/** BPMN id of such a task. */
export type TugasKredensial = (typeof TUGAS_KREDENSIAL)[number];

/** Whose credential is to be shown to whom in which task; `baru` makes a new one first (reset-manual only). */
export interface PermintaanKredensial {
  readonly tugas: string;
  readonly jenis: TugasKredensial;
  readonly oleh: string;
  readonly pemilik: PemilikNonce;
  readonly baru: boolean;
}

/**
 * The password, once per task and attempt. The line in `kredensial_dilihat` and the audit row are committed before this
 * answers: better a password that nobody saw than one seen without a trace.
 */
export async function tampilkanKredensial(
  db: Db,
  gantungan: GantunganKunci,
  minta: PermintaanKredensial,
): Promise<Kredensial> {
  const { tugas, oleh, pemilik } = minta;
  try {
    return await db.transaction(async (tx) => {
      const nonce = await nonceTugas(tx, gantungan[0].id, minta);
      const { percobaan } = nonce;
      const baris = { tugas, percobaan, oleh };
      const [pertama] = await tx.insert(kredensialDilihat).values(baris).onConflictDoNothing().returning();
      if (!pertama) throw sudahPernah(minta.jenis);
      const rincian = { tugas, percobaan, instans: pemilik.instans };
      await catatAudit(tx, { oleh, tindakan: "kredensial.lihat", objek: pemilik.akun, rincian });
      return kredensialDari(gantungan, pemilik, nonce);
    });
  } catch (error) {
    throw error instanceof KredensialError ? tidakAda(error) : error;
  }
}

async function nonceTugas(
  tx: Db,
  idKunci: string,
  { jenis, pemilik, baru }: PermintaanKredensial,
): Promise<NonceHidup> {
  if (jenis === "reset-manual") return (baru ? nonceBaru : ambilAtauBuatNonce)(tx, { ...pemilik, idKunci });
  // Never made here: SPSE holds another password, and this one would not open the account.
  const ada = await bacaNonce(tx, pemilik);
  if (ada?.keadaan === "hidup") return ada;
  throw new KredensialError("NONCE_DIHANCURKAN", "there is no living nonce for this account");
}

const sudahPernah = (jenis: TugasKredensial): Galat =>
  new Galat(
    "KREDENSIAL_SUDAH_DILIHAT",
    jenis === "reset-manual"
      ? "Password ini sudah pernah ditampilkan. Buat password baru bila belum sempat dipasang."
      : "Password ini sudah pernah ditampilkan dan tidak dapat ditampilkan lagi.",
  );

const tidakAda = (error: KredensialError): Galat =>
  new Galat(
    "KREDENSIAL_TIDAK_ADA",
    error.sebab === "KUNCI_TIDAK_ADA"
      ? "Kunci pembuat password ini tidak terpasang lagi. Hubungi pengelola sistem."
      : "Password ini sudah dihancurkan setelah disampaikan.",
    { cause: error },
  );

/** How far showing has come in a task: the attempt (0: no credential yet), and whether it was shown. */
export async function keadaanKredensial(db: Db, tugas: string, pemilik: PemilikNonce) {
  const percobaan = (await bacaNonce(db, pemilik))?.percobaan ?? 0;
  const kunci = and(eq(kredensialDilihat.tugas, tugas), eq(kredensialDilihat.percobaan, percobaan));
  const [baris] = await db.select({ oleh: kredensialDilihat.oleh }).from(kredensialDilihat).where(kunci);
  return { percobaan, sudahDilihat: baris !== undefined };
}
