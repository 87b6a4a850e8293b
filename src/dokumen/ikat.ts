/** Documents named in an answer: whose they are, and binding them to the request that uses them. */
import { inArray } from "drizzle-orm";
import type { Db } from "../db/open.js";
import { dokumen } from "../db/schema.js";
import type { GalatIsian } from "../proses/periksa-jawaban.js";
import type { Dokumen } from "../proses/variabel.js";
import { acuan, kolomRincian, type RincianDokumen } from "./store.js";

/** Who names the documents, and in which request (undefined: one that has no number yet). */
export interface PengikatDokumen {
  readonly pengguna: string;
  readonly satker: readonly string[];
  readonly nomorPermohonan?: string | undefined;
}

/** A document as an answer names it, with the field it stands in. */
export interface DokumenDisebut {
  readonly jalur: string;
  readonly dokumen: Dokumen;
}

/** The stored references by id, or the faults. */
export interface HasilPeriksaDokumen {
  readonly acuan: ReadonlyMap<string, Dokumen>;
  readonly galat: readonly GalatIsian[];
}

const TIDAK_ADA = "Berkas ini tidak ditemukan. Unggah lagi.";
const MILIK_LAIN = "Berkas ini sudah dipakai dalam permohonan lain. Unggah berkas yang baru.";

/** May these documents stand in the answer? The engine gets name, size and hash as stored, not as sent. */
export async function periksaDokumen(
  db: Db,
  disebut: readonly DokumenDisebut[],
  oleh: PengikatDokumen,
): Promise<HasilPeriksaDokumen> {
  const ids = disebut.map((d) => d.dokumen.id);
  if (ids.length === 0) return { acuan: new Map(), galat: [] };
  // Locked in the order of their ids: two answers that name the same documents wait for one another.
  const baris = await db
    .select(kolomRincian)
    .from(dokumen)
    .where(inArray(dokumen.id, ids))
    .orderBy(dokumen.id)
    .for("update");
  const ada = new Map(baris.map((b) => [b.id, b]));
  const galat = disebut.flatMap(({ jalur, dokumen: { id } }) => {
    const pesan = alasanTolak(ada.get(id), oleh);
    return pesan ? [{ jalur, pesan }] : [];
  });
  return { acuan: new Map(baris.map((b) => [b.id, acuan(b)])), galat };
}

function alasanTolak(d: RincianDokumen | undefined, oleh: PengikatDokumen): string | undefined {
  if (d?.jenis !== "unggahan") return TIDAK_ADA;
  const milikPermohonan = d.nomorPermohonan !== null && d.nomorPermohonan === oleh.nomorPermohonan;
  const milikSendiri = d.pemilik === oleh.pengguna || (d.satker !== null && oleh.satker.includes(d.satker));
  if (!milikPermohonan && !milikSendiri) return TIDAK_ADA;
  const terikatLain = d.nomorPermohonan !== null && !milikPermohonan;
  return terikatLain && oleh.nomorPermohonan !== undefined ? MILIK_LAIN : undefined;
}

/** Binds documents that {@link periksaDokumen} found fit, in the same transaction. */
export async function ikatDokumen(tx: Db, ids: readonly string[], nomorPermohonan: string): Promise<void> {
  if (ids.length > 0)
    await tx
      .update(dokumen)
      .set({ nomorPermohonan })
      .where(inArray(dokumen.id, [...ids]));
}
