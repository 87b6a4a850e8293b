import { basename } from "node:path";
import type { Berkas } from "./berkas.js";

/** Printed in place of a character that no font of ours can draw. */
const PENGGANTI = "\u25A1";

/** Printable without a glyph of its own: joiners and variation selectors. */
const TANPA_BENTUK = /^(?:\u200C|\u200D|[\uFE00-\uFE0F])$/u;

/**
 * Returns a function that replaces what the fonts cannot draw by PENGGANTI. PDF/A forbids missing glyphs: without this,
 * one emoji in a name would leave a letter that cannot be made at all. A grapheme must be drawable by one family as a
 * whole, in all its styles, for that is how Typst falls back.
 */
export function createGlyphGuard(huruf: readonly Berkas[]): (teks: string) => string {
  const keluarga = [...perKeluarga(huruf).values()].map((anggota) => irisan(anggota.map(({ isi }) => titikKode(isi))));
  const segmenter = new Intl.Segmenter("id", { granularity: "grapheme" });
  const tercetak = (grafem: string) =>
    keluarga.some((punya) => [...grafem].every((c) => punya.has(c.codePointAt(0) ?? 0) || TANPA_BENTUK.test(c)));
  return (teks) => {
    if (/^[\n\x20-\x7E]*$/.test(teks)) return teks;
    const grafem = [...segmenter.segment(teks)].map(({ segment }) => segment);
    return grafem.map((satu) => (satu === "\n" || tercetak(satu) ? satu : PENGGANTI)).join("");
  };
}

/** Applies `ubah` to every string of a JSON-like value, keeping its shape. */
export function petakanTeks<T>(nilai: T, ubah: (teks: string) => string): T {
  return JSON.parse(JSON.stringify(nilai), (_kunci, isi: unknown) => (typeof isi === "string" ? ubah(isi) : isi)) as T;
}

function perKeluarga(huruf: readonly Berkas[]): Map<string, Berkas[]> {
  const hasil = new Map<string, Berkas[]>();
  for (const berkas of huruf) {
    const nama = basename(berkas.nama).replace(/[-.].*$/, "");
    hasil.set(nama, [...(hasil.get(nama) ?? []), berkas]);
  }
  return hasil;
}

function irisan(himpunan: readonly Set<number>[]): Set<number> {
  const [pertama = new Set<number>(), ...lain] = himpunan;
  return new Set([...pertama].filter((kode) => lain.every((satu) => satu.has(kode))));
}

/** The code points that a TrueType or OpenType file maps to a glyph (its cmap, formats 4 and 12). */
export function titikKode(huruf: Buffer): Set<number> {
  const hasil = new Set<number>();
  const cmap = letakTabel(huruf, "cmap");
  if (cmap === undefined) return hasil;
  for (let i = 0; i < huruf.readUInt16BE(cmap + 2); i += 1) {
    const awal = cmap + huruf.readUInt32BE(cmap + 4 + 8 * i + 4);
    const format = huruf.readUInt16BE(awal);
    if (format === 4) format4(huruf, awal, hasil);
    if (format === 12) format12(huruf, awal, hasil);
  }
  return hasil;
}

function letakTabel(huruf: Buffer, nama: string): number | undefined {
  for (let i = 0; i < huruf.readUInt16BE(4); i += 1) {
    const entri = 12 + 16 * i;
    if (huruf.toString("latin1", entri, entri + 4) === nama) return huruf.readUInt32BE(entri + 8);
  }
  return undefined;
}

function format4(huruf: Buffer, awal: number, hasil: Set<number>): void {
  const lebar = huruf.readUInt16BE(awal + 6);
  for (let i = 0; i < lebar; i += 2) {
    const akhir = huruf.readUInt16BE(awal + 14 + i);
    const mulai = huruf.readUInt16BE(awal + 16 + lebar + i);
    const delta = huruf.readUInt16BE(awal + 16 + 2 * lebar + i);
    const letakGeser = awal + 16 + 3 * lebar + i;
    const geser = huruf.readUInt16BE(letakGeser);
    for (let kode = mulai; kode <= akhir && kode !== 0xffff; kode += 1) {
      const mentah = geser === 0 ? kode : huruf.readUInt16BE(letakGeser + geser + 2 * (kode - mulai));
      const bentuk = geser !== 0 && mentah === 0 ? 0 : (mentah + delta) & 0xffff;
      if (bentuk !== 0) hasil.add(kode);
    }
  }
}

function format12(huruf: Buffer, awal: number, hasil: Set<number>): void {
  for (let i = 0; i < huruf.readUInt32BE(awal + 12); i += 1) {
    const grup = awal + 16 + 12 * i;
    const mulai = huruf.readUInt32BE(grup);
    const akhir = huruf.readUInt32BE(grup + 4);
    const bentuk = huruf.readUInt32BE(grup + 8);
    for (let kode = mulai; kode <= akhir; kode += 1) if (bentuk + kode - mulai !== 0) hasil.add(kode);
  }
}
