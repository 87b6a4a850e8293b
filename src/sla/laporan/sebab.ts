/** Why steps were late: reasons given in the decisions themselves, and reasons of extensions. */
import { and, eq, inArray } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "../../db/open.js";
import { audit } from "../../db/schema.js";
import type { Riwayat } from "../../proses/variabel.js";
import type { Sebab } from "./hitung.js";

/** An extension as the audit holds it; `eksekusi` is the id of the step it was given to. */
export interface Perpanjangan {
  readonly eksekusi: string;
  readonly sebab: Sebab;
}

const Rincian = z.object({ eksekusi: z.string(), alasan: z.string() });
/** Names per query: PostgreSQL takes 65,535 parameters at most. */
const SEKALI = 5_000;

/** The extensions given in these requests (by number). */
export async function bacaPerpanjangan(db: Db, nomor: readonly string[]): Promise<Perpanjangan[]> {
  const unik = [...new Set(nomor)];
  const hasil: Perpanjangan[] = [];
  for (let i = 0; i < unik.length; i += SEKALI) {
    const milik = and(eq(audit.tindakan, "sla.perpanjang"), inArray(audit.objek, unik.slice(i, i + SEKALI)));
    for (const baris of await db.select().from(audit).where(milik).orderBy(audit.id)) {
      const rincian = Rincian.safeParse(baris.rincian).data;
      if (!rincian) continue;
      const sebab = { teks: rincian.alasan, oleh: baris.oleh, waktu: baris.waktu.toISOString() };
      hasil.push({ eksekusi: rincian.eksekusi, sebab: { jenis: "perpanjangan", ...sebab } });
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
