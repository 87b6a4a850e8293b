/** The table of signatures: an attempt is begun once, ends once, and is published with the task. */
import { randomUUID } from "node:crypto";
import { and, count, desc, eq, gt, inArray, isNull, ne } from "drizzle-orm";
import { catatAudit } from "../audit/index.js";
import type { Db } from "../db/open.js";
import { tandaTangan } from "../db/schema.js";
import { simpanDokumen } from "../dokumen/store.js";
import type { Dokumen } from "../proses/variabel.js";
import type { LaporanPdf } from "./laporan.js";

/** The letter to be signed, by whom; `tanggalSurat` is an ISO date. */
export interface SuratDitandai {
  readonly instans: string;
  readonly nomorPermohonan: string;
  readonly nomorSurat: string;
  readonly tanggalSurat: string;
  readonly draf: Dokumen;
  readonly oleh: { readonly id: string; readonly nama: string };
}

/** One signature as the table holds it: begun, ended or published; times null until then. */
export type BarisTandaTangan = typeof tandaTangan.$inferSelect;

const HIDUP = ["berjalan", "berhasil", "belumDiketahui"] as const;

/** The person's attempt at this draft that is under way, done or of unknown outcome. */
export async function bacaHidup(db: Db, draf: string, oleh: string): Promise<BarisTandaTangan | undefined> {
  const ini = and(eq(tandaTangan.draf, draf), eq(tandaTangan.oleh, oleh), ne(tandaTangan.cara, "unggah"));
  const [baris] = await db
    .select()
    .from(tandaTangan)
    .where(and(ini, inArray(tandaTangan.keadaan, [...HIDUP])));
  return baris;
}

/** Begins an attempt; `baru` is false where there is one that must be looked at first. The unique index decides. */
export async function mulaiTandaTangan(
  db: Db,
  surat: SuratDitandai,
  cara: "bsre" | "lokal",
  saat: Date,
): Promise<{ baru: boolean; baris: BarisTandaTangan }> {
  return db.transaction(async (tx) => {
    const nilai = { ...kolom(surat), id: randomUUID(), cara, keadaan: "berjalan" as const, dimulai: saat };
    const [baris] = await tx.insert(tandaTangan).values(nilai).onConflictDoNothing().returning();
    if (baris) {
      await catat(tx, baris, "tandaTangan.mulai");
      return { baru: true, baris };
    }
    const ada = await bacaHidup(tx, surat.draf.id, surat.oleh.id);
    if (!ada) throw new Error("a signature ended while another was begun");
    return { baru: false, baris: ada };
  });
}

const kolom = (s: SuratDitandai) => ({
  instans: s.instans,
  nomorPermohonan: s.nomorPermohonan,
  nomorSurat: s.nomorSurat,
  tanggalSurat: s.tanggalSurat,
  draf: s.draf.id,
  oleh: s.oleh.id,
  penandaTangan: s.oleh.nama,
});

const catat = (db: Db, { id, oleh, nomorSurat, cara, kode }: BarisTandaTangan, tindakan: string): Promise<void> =>
  catatAudit(db, { oleh, tindakan, objek: id, rincian: { nomorSurat, cara, ...(kode ? { kode } : {}) } });

/** Keeps the signed letter and ends the attempt with it. */
export async function catatBerhasil(
  db: Db,
  { id, oleh, nomorSurat }: BarisTandaTangan,
  hasil: { readonly pdf: Buffer; readonly laporan: LaporanPdf; readonly saat: Date },
): Promise<void> {
  await db.transaction(async (tx) => {
    const nama = `Surat Pemberitahuan ${nomorSurat.replace(/[^A-Za-z0-9.]+/g, "-")}.pdf`;
    const { id: dokumen, sha256 } = await simpanDokumen(tx, { jenis: "unggahan", nama, isi: hasil.pdf, pemilik: oleh });
    const isi = { keadaan: "berhasil" as const, dokumen, sha256, laporan: hasil.laporan, berakhir: hasil.saat };
    const [baris] = await tx.update(tandaTangan).set(isi).where(eq(tandaTangan.id, id)).returning();
    if (baris) await catat(tx, baris, "tandaTangan.berhasil");
  });
}

/** Ends an attempt without a letter: nothing was signed, or nobody knows. */
export async function catatTanpaHasil(
  db: Db,
  id: string,
  keadaan: "gagal" | "belumDiketahui",
  kode: string,
  berakhir: Date,
): Promise<void> {
  await db.transaction(async (tx) => {
    const [baris] = await tx
      .update(tandaTangan)
      .set({ keadaan, kode, berakhir })
      .where(eq(tandaTangan.id, id))
      .returning();
    if (baris) await catat(tx, baris, `tandaTangan.${keadaan}`);
  });
}

/** The signer is still at work, but nobody waits at the screen any more. Does nothing where it has answered meanwhile. */
export async function catatBelumDiketahui(db: Db, id: string): Promise<void> {
  const berjalan = and(eq(tandaTangan.id, id), eq(tandaTangan.keadaan, "berjalan"));
  await db.update(tandaTangan).set({ keadaan: "belumDiketahui" }).where(berjalan);
}

/** Gives up an attempt of unknown outcome, so that the person may sign again; false where it is no such attempt. */
export async function tinggalkan(db: Db, id: string): Promise<boolean> {
  return db.transaction(async (tx) => {
    const yang = and(eq(tandaTangan.id, id), inArray(tandaTangan.keadaan, ["berjalan", "belumDiketahui"]));
    const [baris] = await tx.update(tandaTangan).set({ keadaan: "ditinggalkan" }).where(yang).returning();
    if (baris) await catat(tx, baris, "tandaTangan.ditinggalkan");
    return baris !== undefined;
  });
}

/** How often this person typed a wrong passphrase since then. */
export async function salahSejak(db: Db, oleh: string, sejak: Date): Promise<number> {
  const salah = and(eq(tandaTangan.oleh, oleh), eq(tandaTangan.kode, "PASSPHRASE_SALAH"));
  const [baris] = await db
    .select({ kali: count() })
    .from(tandaTangan)
    .where(and(salah, gt(tandaTangan.dimulai, sejak)));
  return baris?.kali ?? 0;
}

/** The electronic signature that made a document, in a request; undefined for uploads. */
export async function bacaMilikDokumen(
  db: Db,
  dokumen: string,
  instans: string,
): Promise<BarisTandaTangan | undefined> {
  const yang = and(eq(tandaTangan.dokumen, dokumen), eq(tandaTangan.instans, instans), ne(tandaTangan.cara, "unggah"));
  const [baris] = await db.select().from(tandaTangan).where(yang).orderBy(desc(tandaTangan.dimulai));
  return baris;
}

/** Publishes a letter with its task: from now on the verification page knows it. `laporan` is that of an upload. */
export async function terbitkan(
  db: Db,
  surat: SuratDitandai,
  dokumen: Dokumen,
  laporan: LaporanPdf,
  saat: Date,
): Promise<void> {
  const ada = await bacaMilikDokumen(db, dokumen.id, surat.instans);
  if (ada) {
    const [baris] = await db
      .update(tandaTangan)
      .set({ diterbitkan: saat })
      .where(and(eq(tandaTangan.id, ada.id), isNull(tandaTangan.diterbitkan)))
      .returning();
    if (baris) await catat(db, baris, "tandaTangan.terbit");
    return;
  }
  const nama = laporan.tandaTangan.find((t) => t.jenis === "tandaTangan")?.nama ?? surat.oleh.nama;
  const jadi = {
    dokumen: dokumen.id,
    sha256: dokumen.sha256,
    laporan,
    berakhir: saat,
    diterbitkan: saat,
    dimulai: saat,
  };
  const dasar = { ...kolom(surat), penandaTangan: nama, id: randomUUID() };
  const [baris] = await db
    .insert(tandaTangan)
    .values({ ...dasar, ...jadi, cara: "unggah", keadaan: "berhasil" })
    .returning();
  if (baris) await catat(db, baris, "tandaTangan.terbit");
}

/** A published signature with its row, by the address of its page. */
export async function bacaTerbit(db: Db, id: string): Promise<BarisTandaTangan | undefined> {
  const [baris] = await db.select().from(tandaTangan).where(eq(tandaTangan.id, id));
  return baris?.diterbitkan ? baris : undefined;
}
