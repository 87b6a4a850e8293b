/** Words of the archive. Pure. */

const JENIS: Readonly<Record<string, string>> = {
  "surat-pemberitahuan": "Surat Pemberitahuan",
  "surat-penolakan": "Surat Penolakan",
  "surat-pengembalian": "Surat Pengembalian",
  "laporan-bulanan": "Laporan bulanan",
  "berita-acara-pemusnahan": "Berita Acara Pemusnahan",
};

/** The kinds that can be chosen, with their words. */
export const PILIHAN_JENIS: readonly (readonly [string, string])[] = Object.entries(JENIS);

/** A kind in words; one that came later than this page stays readable. */
export const jenisKata = (jenis: string): string => JENIS[jenis] ?? jenis.replaceAll("-", " ");

/** "kopi" → "Kopi". */
export const tingkatKata = (tingkat: string): string => tingkat.charAt(0).toUpperCase() + tingkat.slice(1);

/** A position in the register: 12345 → "12.345". */
export const nomorItem = (urut: number): string => urut.toLocaleString("id-ID");

/** The name under which a copy is saved: the letter's number without what file systems refuse. */
export const namaSalinan = (nomorSurat: string | null, jenis: string, tanggal: string): string =>
  `${(nomorSurat ?? `${jenis}-${tanggal}`).replace(/[^\p{L}\p{N}.]+/gu, "-")}${jenis === "berita-acara-pemusnahan" ? ".json" : ".pdf"}`;
