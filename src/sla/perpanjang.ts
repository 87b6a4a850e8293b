/** Extends the time of one running step, for a reason: due date, reminder, task and timer move together, with an audit line. */
import { z } from "zod";
import { catatAudit } from "../audit/index.js";
import type { Kalender } from "../calendar/calendar.js";
import { saatPengingat } from "../calendar/escalation.js";
import { tambahWaktuKerja } from "../calendar/working-time.js";
import type { Db } from "../db/open.js";
import type { Engine } from "../engine/client.js";
import { bacaLangkahTerbuka } from "./langkah-terbuka.js";
import { setelTenggat } from "./setel-tenggat.js";

/** Until when, or by how much working time from the due date (from now, where that is over); and why. */
export const IsiPerpanjangan = z.union(
  [
    z.strictObject({ tenggat: z.iso.datetime({ offset: true }), alasan: alasan() }),
    z.strictObject({ tambah: z.string().regex(/^P[0-9DTHM]+$/), alasan: alasan() }),
  ],
  { error: "Isi tenggat baru atau tambahan waktu kerja, beserta alasannya." },
);
export type IsiPerpanjangan = z.infer<typeof IsiPerpanjangan>;

function alasan() {
  return z.string().trim().min(1, "Alasan wajib diisi.").max(1000, "Alasan paling panjang 1000 huruf.");
}

/** Whose step (id of its execution in the engine), by whom, and what. */
export type Perpanjangan = IsiPerpanjangan & { readonly langkah: string; readonly oleh: string };

/** How the step stands after it; instants. */
export interface HasilPerpanjangan {
  readonly langkah: string;
  readonly instans: string;
  readonly aktivitas: string;
  readonly sebelum: Date;
  readonly tenggat: Date;
  readonly pengingat: Date;
  /** How often this step has been extended. */
  readonly perpanjangan: number;
}

/** Why an extension was refused; the message is an Indonesian sentence for the person who asked. */
export class PerpanjanganDitolak extends Error {
  override readonly name = "PerpanjanganDitolak";

  constructor(
    readonly kode: "LANGKAH_TIDAK_BERJALAN" | "TENGGAT_SUDAH_LALU" | "TENGGAT_TIDAK_BERTAMBAH",
    message: string,
  ) {
    super(message);
  }
}

/** `engine` must be an account that may change instances and tasks of the process (layanan-gateway, an administrator). */
export interface AlatPerpanjangan {
  readonly engine: Engine;
  readonly db: Db;
  readonly kalender: Kalender;
  readonly jam: () => Date;
}

/**
 * Extends a step; throws PerpanjanganDitolak, KalenderError for a bad duration or a year not loaded, EngineError. Doing the
 * same again after a failure half-way sets everything right.
 */
export async function perpanjangLangkah(alat: AlatPerpanjangan, permintaan: Perpanjangan): Promise<HasilPerpanjangan> {
  const { engine, db, kalender } = alat;
  const kini = alat.jam().getTime();
  const langkah = await bacaLangkahTerbuka(engine, permintaan.langkah);
  if (langkah === undefined)
    throw new PerpanjanganDitolak("LANGKAH_TIDAK_BERJALAN", "Langkah ini sudah selesai atau tidak memiliki tenggat.");
  const lama = langkah.tenggat ?? kini;
  const tenggat = tenggatBaru(permintaan, lama, kini, kalender);
  const pengingat = saatPengingat(langkah.mulai, tenggat, kalender);
  const perpanjangan = langkah.perpanjangan + 1;
  await db.transaction(async (tx) => {
    await catatAudit(tx, {
      oleh: permintaan.oleh,
      tindakan: "sla.perpanjang",
      objek: langkah.putaran,
      rincian: {
        instans: langkah.instans,
        langkah: langkah.aktivitas,
        sebelum: langkah.tenggat === null ? null : new Date(lama).toISOString(),
        tenggat: new Date(tenggat).toISOString(),
        alasan: permintaan.alasan,
      },
    });
    // Last within the transaction: where the engine refuses, no line says that the step was extended.
    await setelTenggat(engine, langkah, { tenggat, pengingat, perpanjangan });
  });
  const { instans, aktivitas } = langkah;
  const waktu = { sebelum: new Date(lama), tenggat: new Date(tenggat), pengingat: new Date(pengingat) };
  return { langkah: langkah.eksekusi, instans, aktivitas, ...waktu, perpanjangan };
}

function tenggatBaru(permintaan: Perpanjangan, lama: number, kini: number, kalender: Kalender): number {
  if ("tambah" in permintaan) return tambahWaktuKerja(Math.max(lama, kini), permintaan.tambah, kalender);
  const tenggat = Date.parse(permintaan.tenggat);
  if (tenggat <= kini)
    throw new PerpanjanganDitolak("TENGGAT_SUDAH_LALU", "Tenggat baru sudah lalu; pilih waktu yang akan datang.");
  if (tenggat <= lama)
    throw new PerpanjanganDitolak(
      "TENGGAT_TIDAK_BERTAMBAH",
      "Tenggat baru tidak lebih lama daripada tenggat sekarang.",
    );
  return tenggat;
}
