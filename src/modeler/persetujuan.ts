/** Submission and decision: a second person reads what will come into force (four eyes). */
import { eq } from "drizzle-orm";
import { catatAudit } from "../audit/index.js";
import type { Db } from "../db/open.js";
import { modelerDraf, modelerKomentar, modelerPersetujuan, modelerUji } from "../db/schema.js";
import { Galat } from "../galat.js";
import type { Temuan } from "./aman-jalan.js";
import { bacaDraf, type Draf, wajibRevisi } from "./draf.js";

const belumSiap = (pesan: string): Galat => new Galat("DRAF_BELUM_SIAP", pesan);

/** Throws DRAF_BELUM_SIAP where the check found errors; the findings come with it. */
export function wajibTanpaGalat(temuan: readonly Temuan[]): void {
  const galat = temuan.filter(({ tingkat }) => tingkat === "galat");
  const [pertama] = galat;
  if (!pertama) return;
  const lain = galat.length > 1 ? ` (dan ${galat.length - 1} temuan lain)` : "";
  throw new Galat("DRAF_BELUM_SIAP", `Draf masih memuat galat: ${pertama.pesan}${lain}`, {
    lampiran: { temuan: galat },
  });
}

/** Throws unless this revision has passed its trial run. */
export async function wajibLulusUji(db: Db, { id, revisi }: Draf): Promise<void> {
  const [uji] = await db.select().from(modelerUji).where(eq(modelerUji.draf, id));
  if (uji?.revisi === revisi && uji.keadaan === "lulus") return;
  throw belumSiap("Jalankan uji coba untuk isi draf yang terakhir; draf dapat diajukan setelah uji coba lulus.");
}

/** Hands a revision over for approval. */
export async function ajukan(
  db: Db,
  id: string,
  isi: { revisi: number; catatan: string; oleh: string; kini: Date },
): Promise<Draf> {
  return db.transaction(async (tx) => {
    const ada = await bacaDraf(tx, id, "kunci");
    wajibRevisi(ada, isi.revisi);
    if (ada.keadaan !== "disusun" && ada.keadaan !== "ditolak")
      throw belumSiap("Draf ini sudah diajukan, disetujui, atau diterapkan.");
    const baru = { keadaan: "diajukan" as const, diajukanOleh: isi.oleh, diajukan: isi.kini, catatan: isi.catatan };
    const [draf] = await tx.update(modelerDraf).set(baru).where(eq(modelerDraf.id, id)).returning();
    const rincian = { revisi: ada.revisi, catatan: isi.catatan };
    await catatAudit(tx, { oleh: isi.oleh, tindakan: "modeler.ajukan", objek: id, rincian });
    return draf ?? ada;
  });
}

interface Keputusan {
  readonly keputusan: "setuju" | "tolak";
  readonly komentar: string;
  readonly oleh: string;
  /** The revision the approver has read; unset: the one submitted. */
  readonly revisi?: number | undefined;
}

/** Records the decision of the approver; throws EMPAT_MATA where this person took part in the draft. */
export async function putuskan(db: Db, id: string, k: Keputusan, empatMata: boolean): Promise<Draf> {
  return db.transaction(async (tx) => {
    const ada = await bacaDraf(tx, id, "kunci");
    if (k.revisi !== undefined) wajibRevisi(ada, k.revisi);
    if (ada.keadaan !== "diajukan") throw belumSiap("Draf ini tidak sedang menunggu persetujuan.");
    if (empatMata && (ada.penyunting.includes(k.oleh) || ada.diajukanOleh === k.oleh))
      throw new Galat("EMPAT_MATA", "Anda ikut menyusun atau mengajukan draf ini; persetujuan harus dari orang lain.");
    const { keputusan, komentar, oleh } = k;
    await tx.insert(modelerPersetujuan).values({ draf: id, revisi: ada.revisi, keputusan, komentar, oleh });
    const keadaan = keputusan === "setuju" ? ("disetujui" as const) : ("ditolak" as const);
    const [draf] = await tx.update(modelerDraf).set({ keadaan }).where(eq(modelerDraf.id, id)).returning();
    await catatAudit(tx, {
      oleh,
      tindakan: `modeler.${keputusan}`,
      objek: id,
      rincian: { revisi: ada.revisi, komentar },
    });
    return draf ?? ada;
  });
}

/** A remark, pinned to an element or to the whole draft. */
export async function beriKomentar(db: Db, id: string, isi: { elemen: string | null; teks: string; oleh: string }) {
  await bacaDraf(db, id);
  const [komentar] = await db
    .insert(modelerKomentar)
    .values({ draf: id, ...isi })
    .returning();
  await catatAudit(db, { oleh: isi.oleh, tindakan: "modeler.komentar", objek: id, rincian: { elemen: isi.elemen } });
  return komentar;
}
