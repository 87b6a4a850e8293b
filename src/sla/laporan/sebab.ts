/** Why steps were late: reasons given in the decisions themselves, and reasons of extensions. */
import { and, eq, inArray, sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "../../db/open.js";
import { audit } from "../../db/schema.js";
import type { Riwayat } from "../../proses/variabel.js";
import type { Sebab } from "./hitung.js";

/** An extension as the audit holds it: of which run of which activity of which request. */
export interface Perpanjangan {
  /** Activity instance. */
  readonly putaran: string;
  readonly instans: string;
  readonly aktivitas: string;
  readonly sebab: Sebab;
}

/** What `src/sla/perpanjang.ts` writes. */
const Rincian = z.object({ instans: z.string(), langkah: z.string(), alasan: z.string() });
/** Names per query: PostgreSQL takes 65,535 parameters at most. */
const SEKALI = 5_000;

/** The extensions given in these requests (process instances), oldest first. */
export async function bacaPerpanjangan(db: Db, instans: readonly string[]): Promise<Perpanjangan[]> {
  const hasil: Perpanjangan[] = [];
  for (let i = 0; i < instans.length; i += SEKALI) {
    const permohonan = inArray(sql`${audit.rincian}->>'instans'`, instans.slice(i, i + SEKALI));
    const milik = and(eq(audit.tindakan, "sla.perpanjang"), permohonan);
    for (const { oleh, waktu, objek, rincian } of await db.select().from(audit).where(milik).orderBy(audit.id)) {
      const isi = Rincian.safeParse(rincian).data;
      if (!isi) continue;
      const sebab = { jenis: "perpanjangan", teks: isi.alasan, oleh, waktu: waktu.toISOString() } as const;
      hasil.push({ putaran: objek, instans: isi.instans, aktivitas: isi.langkah, sebab });
    }
  }
  return hasil;
}

/** A decision is written down this long before its step ends, at most. */
const SELISIH_MS = 60_000;

/** The reasons given in decisions while a step was open. */
export function sebabRiwayat(riwayat: readonly Riwayat[], mulai: number, selesai: number): Sebab[] {
  return riwayat.flatMap(({ alasan, keputusan, namaOleh, waktu }) => {
    const saat = Date.parse(waktu);
    if (alasan === undefined || saat < mulai || saat > selesai + SELISIH_MS) return [];
    return [{ jenis: "riwayat", teks: `${keputusan}: ${alasan}`, oleh: namaOleh, waktu }];
  });
}
