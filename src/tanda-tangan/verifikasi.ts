/** What everybody who holds the address may know of a signed letter: that it is genuine, and nothing about its content. */
import { createHash } from "node:crypto";
import type { Db } from "../db/open.js";
import { bacaDokumen } from "../dokumen/store.js";
import { bacaTerbit } from "./simpanan.js";

/** `sah`: signed with a certificate of BSrE; `bukanBsre`: signed, by another; `tidakCocok`: what is kept has changed. */
export interface HasilVerifikasi {
  readonly keadaan: "sah" | "bukanBsre" | "tidakCocok";
  readonly nomorSurat: string;
  readonly tanggalSurat: string;
  readonly penandaTangan: string;
  readonly penerbit: string;
  /** ISO instant of the signature; null where it tells none. */
  readonly waktu: string | null;
  readonly sha256: string;
}

/** The published letter of an address; undefined where there is none, or it bears no electronic signature. */
export async function verifikasi(db: Db, id: string): Promise<HasilVerifikasi | undefined> {
  const baris = await bacaTerbit(db, id);
  if (!baris?.dokumen || baris.sha256 === null) return undefined;
  const { laporan } = baris;
  const pertama = laporan?.tandaTangan.find((t) => t.jenis === "tandaTangan");
  if (!laporan || !pertama) return undefined;
  const dokumen = await bacaDokumen(db, baris.dokumen);
  const utuh = dokumen !== undefined && createHash("sha256").update(dokumen.isi).digest("hex") === baris.sha256;
  const bsre = laporan.tandaTangan.filter((t) => t.jenis === "tandaTangan").every((t) => t.bsre);
  return {
    keadaan: !utuh ? "tidakCocok" : bsre ? "sah" : "bukanBsre",
    nomorSurat: baris.nomorSurat,
    tanggalSurat: baris.tanggalSurat,
    penandaTangan: pertama.nama,
    penerbit: pertama.penerbit,
    waktu: pertama.waktu,
    sha256: baris.sha256,
  };
}
