/** Destruction after the retention period: a list is proposed, a second person decides, a record stays in the chain. */
import { randomUUID } from "node:crypto";
import { and, asc, desc, eq, inArray, isNull, lt, not, sql } from "drizzle-orm";
import { z } from "zod";
import { catatAudit } from "../audit/index.js";
import type { Db } from "../db/open.js";
import { arsip, arsipIsi, usulMusnah } from "../db/schema.js";
import { type BahanArsip, simpanArsip } from "./simpan.js";

/** A decision that may not be taken like this; `pesan` is for the person who tried. */
export class MusnahDitolak extends Error {
  constructor(readonly pesan: string) {
    super(pesan);
    this.name = "MusnahDitolak";
  }
}

/** Whether an entry stands on a list that waits for a decision. */
const sedangDiusulkan = sql`exists (select 1 from ${usulMusnah} where ${usulMusnah.keputusan} is null
  and ${usulMusnah.entri} @> to_jsonb(${arsip.urut}))`;

/**
 * Entries whose retention is over on this day (YYYY-MM-DD), whose content is still there, and which nobody has proposed
 * yet, the oldest first.
 */
export const lewatRetensi = (db: Db, hari: string, paling = 500) =>
  db
    .select({ urut: arsip.urut, nomorSurat: arsip.nomorSurat, uraian: arsip.uraian, simpanSampai: arsip.simpanSampai })
    .from(arsip)
    .innerJoin(arsipIsi, eq(arsipIsi.sha256, arsip.sha256))
    .where(and(lt(arsip.simpanSampai, hari), not(sedangDiusulkan)))
    .orderBy(asc(arsip.urut))
    .limit(paling);

/** Proposes a list; throws MusnahDitolak where an entry still has to be kept, is proposed already, or does not exist. */
export async function usulkan(
  db: Db,
  { oleh, entri, alasan, hari }: { oleh: string; entri: readonly number[]; alasan: string; hari: string },
): Promise<string> {
  const boleh = await db
    .select({ urut: arsip.urut })
    .from(arsip)
    .where(and(inArray(arsip.urut, [...entri]), lt(arsip.simpanSampai, hari), not(sedangDiusulkan)));
  const tidak = entri.filter((urut) => !boleh.some((satu) => satu.urut === urut));
  if (entri.length === 0) throw new MusnahDitolak("Pilih sekurang-kurangnya satu entri.");
  if (tidak.length > 0)
    throw new MusnahDitolak(`Belum lewat masa simpan, sudah diusulkan, atau tidak ada: entri ${tidak.join(", ")}.`);
  const id = randomUUID();
  await db.transaction(async (tx) => {
    await tx.insert(usulMusnah).values({ id, diusulkanOleh: oleh, entri: [...entri], alasan });
    await catatAudit(tx, { oleh, tindakan: "arsip.usul-musnah", objek: id, rincian: { jumlah: entri.length } });
  });
  return id;
}

/** The newest lists in the order in which they were proposed; those that wait for a decision with the lines of their entries. */
export async function daftarUsul(db: Db, paling = 100) {
  const usul = (await db.select().from(usulMusnah).orderBy(desc(usulMusnah.diusulkan)).limit(paling)).reverse();
  const urut = usul.flatMap(({ entri, keputusan }) => (keputusan === null ? entri : []));
  const { nomorSurat, uraian, simpanSampai } = arsip;
  const baris = await db
    .select({ urut: arsip.urut, nomorSurat, uraian, simpanSampai })
    .from(arsip)
    .where(inArray(arsip.urut, [...new Set(urut)]));
  const menurut = new Map(baris.map((satu) => [satu.urut, satu]));
  return usul.map((satu) => ({ ...satu, rincian: satu.entri.flatMap((n) => menurut.get(n) ?? []) }));
}

/**
 * Decides on a list. Agreed: the content is destroyed and a record of it (berita acara) joins the archive, all or
 * nothing. Throws MusnahDitolak for one's own list or one that is decided.
 */
export async function putuskan(
  db: Db,
  {
    id,
    oleh,
    keputusan,
    catatan,
    kini,
    dasar,
  }: {
    id: string;
    oleh: string;
    keputusan: "setuju" | "tolak";
    catatan: string;
    kini: Date;
    dasar: Pick<BahanArsip, "kodeKlasifikasi" | "unitPengolah" | "tanggalSurat" | "simpanSampai">;
  },
): Promise<number> {
  return db.transaction(async (tx) => {
    const [usul] = await tx
      .update(usulMusnah)
      .set({ diputusOleh: oleh, diputus: kini, keputusan, catatan })
      .where(and(eq(usulMusnah.id, id), isNull(usulMusnah.keputusan)))
      .returning();
    if (usul === undefined) throw new MusnahDitolak("Daftar usul ini tidak ada atau sudah diputus.");
    if (usul.diusulkanOleh === oleh) throw new MusnahDitolak("Daftar usul sendiri diputus oleh orang lain.");
    await catatAudit(tx, {
      oleh,
      tindakan: `arsip.musnah-${keputusan}`,
      objek: id,
      rincian: { jumlah: usul.entri.length },
    });
    if (keputusan === "tolak") return 0;
    const { rows } = await tx.execute<{ n: string }>(sql`select musnahkan_arsip(${id}) as n`);
    await simpanArsip(tx, beritaAcara(usul, { oleh, kini, dasar }), kini);
    return Number(rows[0]?.n ?? 0);
  });
}

function beritaAcara(
  usul: typeof usulMusnah.$inferSelect,
  {
    oleh,
    kini,
    dasar,
  }: {
    oleh: string;
    kini: Date;
    dasar: Pick<BahanArsip, "kodeKlasifikasi" | "unitPengolah" | "tanggalSurat" | "simpanSampai">;
  },
): BahanArsip {
  const isi = {
    usul: usul.id,
    entri: usul.entri,
    alasan: usul.alasan,
    diusulkanOleh: usul.diusulkanOleh,
    disetujuiOleh: oleh,
    waktu: kini.toISOString(),
  };
  return {
    ...dasar,
    jenis: "berita-acara-pemusnahan",
    instans: `usul-musnah.${usul.id}`,
    nomorPermohonan: null,
    nomorSurat: null,
    satker: null,
    orang: [usul.diusulkanOleh, oleh],
    uraian: `Berita acara pemusnahan ${usul.entri.length} salinan arsip`,
    tingkatPerkembangan: "asli",
    keterangan: usul.alasan,
    isi: Buffer.from(JSON.stringify(isi, null, 2)),
  };
}

const BeritaAcara = z.object({ entri: z.array(z.number()) });

/** Positions of all entries whose destruction stands in the chain itself. */
export async function daftarDimusnahkan(db: Db): Promise<ReadonlySet<number>> {
  const acara = await db
    .select({ isi: arsipIsi.isi })
    .from(arsip)
    .innerJoin(arsipIsi, eq(arsipIsi.sha256, arsip.sha256))
    .where(eq(arsip.jenis, "berita-acara-pemusnahan"));
  return new Set(acara.flatMap(({ isi }) => BeritaAcara.parse(JSON.parse(isi.toString())).entri));
}
