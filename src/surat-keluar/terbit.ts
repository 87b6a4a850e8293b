/** Letters that tell a decision and that nobody signs: numbered, drawn and kept once, however often they are asked for. */
import { and, asc, eq, isNotNull } from "drizzle-orm";
import type { Db } from "../db/open.js";
import { suratKeluar, dokumen as tabelDokumen } from "../db/schema.js";
import { acuan, bacaDokumen, kolomRincian, simpanDokumen } from "../dokumen/store.js";
import type { Dokumen } from "../proses/variabel.js";
import type { DataOtomatis, JenisOtomatis } from "../surat/data.js";
import { beriNomorSurat, catatDokumenSurat, type PermintaanSurat } from "./nomor.js";
import type { PenyediaTemplat, Templat } from "./templat.js";

/** What such a letter tells; `alasan` becomes its middle passage. */
export interface BahanSurat extends Omit<PermintaanSurat, "jenis"> {
  readonly jenis: JenisOtomatis;
  /** File name without number and ending, e.g. "Surat Penolakan". */
  readonly nama: string;
  readonly permohonan: DataOtomatis["permohonan"];
  readonly keputusan: DataOtomatis["keputusan"];
  readonly alasan: string;
}

/** The letter as it was made: its number, date, template, and PDF. */
export interface SuratTerbit {
  readonly nomor: string;
  readonly tanggal: string;
  readonly templat: Templat;
  readonly dokumen: Dokumen;
  readonly isi: Buffer;
}

/** Makes the letter, or answers the one that was made before; whoever asks at the same time gets the same. */
export async function terbitkanSurat(
  db: Db,
  penyedia: PenyediaTemplat,
  { nama, permohonan, keputusan, alasan, ...minta }: BahanSurat,
  saat: Date,
): Promise<SuratTerbit> {
  const bernomor = await beriNomorSurat(db, minta, saat, await penyedia.berlaku());
  const templat = bernomor.templat === null ? await penyedia.berlaku() : await penyedia.versi(bernomor.templat);
  const { nomor, tanggal, kunci } = bernomor;
  return db.transaction(async (tx) => {
    // Two workers with the same letter: the second one finds what the first has drawn.
    const [baris] = await tx.select().from(suratKeluar).where(eq(suratKeluar.kunci, kunci)).for("update");
    if (baris?.dokumen) {
      const ada = await bacaDokumen(tx, baris.dokumen);
      if (!ada) throw new Error(`the letter ${nomor}, document ${baris.dokumen}, is not in the database`);
      return { nomor, tanggal, templat, dokumen: acuan(ada), isi: ada.isi };
    }
    const dasar = { kepada: minta.satker, permohonan };
    const paragraf = templat.surat.paragrafOtomatis(minta.jenis, { ...dasar, alasan });
    const { pdf } = templat.surat.renderOtomatis(minta.jenis, {
      ...dasar,
      nomorSurat: nomor,
      tanggal,
      paragraf,
      keputusan,
    });
    const dokumen = await simpanDokumen(tx, {
      jenis: "surat",
      nama: namaBerkas(nama, nomor),
      isi: pdf,
      pemilik: "layanan-workers",
      nomorPermohonan: minta.nomorPermohonan,
    });
    await catatDokumenSurat(tx, nomor, dokumen.id);
    return { nomor, tanggal, templat, dokumen, isi: pdf };
  });
}

/** "Surat Penolakan B-1-LPSE-PL.02-11-2026.pdf". */
export const namaBerkas = (nama: string, nomor: string): string =>
  `${nama} ${nomor.replace(/[^A-Za-z0-9.]+/g, "-")}.pdf`;

/** A letter of a request as people open it. */
export interface SuratPermohonan {
  readonly jenis: JenisOtomatis;
  readonly nomor: string;
  readonly tanggal: string;
  readonly dokumen: Dokumen;
}

/** The refusals and returns of a request, oldest first. */
export async function suratPermohonan(db: Db, nomorPermohonan: string): Promise<SuratPermohonan[]> {
  const baris = await db
    .select({ surat: suratKeluar, dokumen: kolomRincian })
    .from(suratKeluar)
    .innerJoin(tabelDokumen, eq(tabelDokumen.id, suratKeluar.dokumen))
    .where(and(eq(suratKeluar.nomorPermohonan, nomorPermohonan), isNotNull(suratKeluar.dokumen)))
    .orderBy(asc(suratKeluar.diberikan));
  return baris.flatMap(({ surat: { jenis, nomor, tanggal }, dokumen }) =>
    jenis === "surat-pemberitahuan" ? [] : [{ jenis, nomor, tanggal, dokumen: acuan(dokumen) }],
  );
}
