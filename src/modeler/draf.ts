/** Drafts in PostgreSQL: saved by revision, so that a save on top of somebody else's is refused with theirs. */
import { randomUUID } from "node:crypto";
import { and, desc, eq, sql } from "drizzle-orm";
import { catatAudit } from "../audit/index.js";
import type { Db } from "../db/open.js";
import { modelerDraf, modelerKomentar, modelerPersetujuan, modelerUji } from "../db/schema.js";
import { Galat } from "../galat.js";

/** A draft as stored. */
export type Draf = typeof modelerDraf.$inferSelect;

/** What a new draft begins with; `dasar` is the definition id it is based on. */
export interface DrafBaru {
  readonly kunci: string;
  readonly judul: string;
  readonly dasar: string | null;
  readonly xml: string;
  readonly oleh: string;
}

const tidakDitemukan = (): Galat => new Galat("DRAF_TIDAK_DITEMUKAN", "Draf tidak ditemukan; mungkin sudah dihapus.");

/** Makes a draft of revision 1. */
export async function buatDraf(db: Db, baru: DrafBaru): Promise<Draf> {
  return db.transaction(async (tx) => {
    const nilai = { id: randomUUID(), ...baru, diubahOleh: baru.oleh, penyunting: [baru.oleh] };
    const [draf] = await tx.insert(modelerDraf).values(nilai).returning();
    if (!draf) throw new Error("the draft was not stored");
    const rincian = { kunci: baru.kunci, judul: baru.judul, dasar: baru.dasar };
    await catatAudit(tx, { oleh: baru.oleh, tindakan: "modeler.draf-buat", objek: draf.id, rincian });
    return draf;
  });
}

/** The draft; throws DRAF_TIDAK_DITEMUKAN. With `kunci` the row stays locked until the transaction ends. */
export async function bacaDraf(db: Db, id: string, kunci?: "kunci"): Promise<Draf> {
  const pertanyaan = db.select().from(modelerDraf).where(eq(modelerDraf.id, id));
  const [draf] = kunci ? await pertanyaan.for("update") : await pertanyaan;
  if (!draf) throw tidakDitemukan();
  return draf;
}

/** All drafts without their XML, latest change first. */
export const daftarDraf = (db: Db) =>
  db
    .select({
      id: modelerDraf.id,
      kunci: modelerDraf.kunci,
      judul: modelerDraf.judul,
      dasar: modelerDraf.dasar,
      revisi: modelerDraf.revisi,
      oleh: modelerDraf.oleh,
      diubah: modelerDraf.diubah,
      diubahOleh: modelerDraf.diubahOleh,
      keadaan: modelerDraf.keadaan,
    })
    .from(modelerDraf)
    .orderBy(desc(modelerDraf.diubah));

/** A save: on top of `revisi`, by `oleh`. */
export interface SimpananDraf {
  readonly revisi: number;
  readonly xml: string;
  readonly judul?: string | undefined;
  readonly oleh: string;
}

/**
 * Stores a save as the next revision and takes the draft back into editing; throws DRAF_BERUBAH with the newer one where
 * somebody saved in between. The same content again makes no new revision.
 */
export async function simpanDraf(db: Db, id: string, s: SimpananDraf): Promise<Draf> {
  return db.transaction(async (tx) => {
    const ada = await bacaDraf(tx, id, "kunci");
    if (ada.keadaan === "diterapkan")
      throw new Galat("DRAF_BELUM_SIAP", "Draf ini sudah diterapkan. Buat draf baru untuk perubahan berikutnya.");
    const judul = s.judul ?? ada.judul;
    if (ada.xml === s.xml && ada.judul === judul) return ada;
    if (ada.revisi !== s.revisi) throw berubah(ada);
    const isi = {
      xml: s.xml,
      judul,
      revisi: ada.revisi + 1,
      keadaan: "disusun" as const,
      diubahOleh: s.oleh,
      diubah: sql`now()`,
      penyunting: [...new Set([...ada.penyunting, s.oleh])],
    };
    const [draf] = await tx.update(modelerDraf).set(isi).where(eq(modelerDraf.id, id)).returning();
    if (!draf) throw tidakDitemukan();
    // One line per person and stretch of work would need guessing; saves come every few seconds while somebody types.
    if (ada.keadaan !== "disusun" || ada.diubahOleh !== s.oleh)
      await catatAudit(tx, {
        oleh: s.oleh,
        tindakan: "modeler.draf-ubah",
        objek: id,
        rincian: { revisi: draf.revisi, keadaanSemula: ada.keadaan },
      });
    return draf;
  });
}

const berubah = (ada: Draf): Galat =>
  new Galat("DRAF_BERUBAH", `Draf ini sudah diubah oleh ${ada.diubahOleh} setelah Anda membukanya.`, {
    lampiran: { revisi: ada.revisi, xml: ada.xml, diubahOleh: ada.diubahOleh },
  });

/** Throws DRAF_BERUBAH unless the draft still is at this revision. */
export function wajibRevisi(ada: Draf, revisi: number): void {
  if (ada.revisi !== revisi) throw berubah(ada);
}

/** Deletes a draft that has not come into force, with its remarks and trial run. */
export async function hapusDraf(db: Db, id: string, oleh: string): Promise<void> {
  await db.transaction(async (tx) => {
    const ada = await bacaDraf(tx, id, "kunci");
    if (ada.keadaan === "diterapkan")
      throw new Galat("DRAF_BELUM_SIAP", "Draf yang sudah diterapkan tetap disimpan sebagai catatan.");
    await tx.delete(modelerDraf).where(eq(modelerDraf.id, id));
    const rincian = { judul: ada.judul, revisi: ada.revisi };
    await catatAudit(tx, { oleh, tindakan: "modeler.draf-hapus", objek: id, rincian });
  });
}

/** A draft with its decisions, remarks and latest trial run, as the API gives it. */
export async function rincianDraf(db: Db, id: string) {
  const draf = await bacaDraf(db, id);
  const [persetujuan, komentar, [uji]] = await Promise.all([
    db.select().from(modelerPersetujuan).where(eq(modelerPersetujuan.draf, id)).orderBy(modelerPersetujuan.id),
    db.select().from(modelerKomentar).where(eq(modelerKomentar.draf, id)).orderBy(modelerKomentar.id),
    db.select().from(modelerUji).where(eq(modelerUji.draf, id)),
  ]);
  return {
    ...draf,
    uji: uji ?? null,
    persetujuan: persetujuan.map(({ draf: _, ...p }) => p),
    komentar: komentar.map(({ draf: _, ...k }) => k),
  };
}

/** Does this revision carry an approval? */
export async function sudahDisetujui(db: Db, { id, revisi }: Draf): Promise<string | undefined> {
  const [baris] = await db
    .select({ oleh: modelerPersetujuan.oleh })
    .from(modelerPersetujuan)
    .where(
      and(
        eq(modelerPersetujuan.draf, id),
        eq(modelerPersetujuan.revisi, revisi),
        eq(modelerPersetujuan.keputusan, "setuju"),
      ),
    )
    .orderBy(desc(modelerPersetujuan.id))
    .limit(1);
  return baris?.oleh;
}
