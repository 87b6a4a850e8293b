/** The SOP table as a person wrote it, whatever file it came in: title, actors, rows with their symbols. */
import { z } from "zod";
import { SIMBOL, type Simbol } from "../dokumen.js";
import { SopError } from "../galat.js";

const sel = z.string().trim().max(4000, "paling banyak 4.000 huruf");

/** One row; `lajur` is the index of its actor, undefined where the table does not say. */
export const BarisTabel = z.object({
  nomor: z.number().int().positive().max(999),
  aktivitas: sel.min(1, "aktivitas tidak boleh kosong"),
  lajur: z.number().int().nonnegative().optional(),
  simbol: z.enum(SIMBOL),
  persyaratan: sel,
  waktu: sel,
  output: sel,
  keterangan: sel,
  /** The numbers of the rows to which a decision leads besides the next one, where the file says so. */
  tidak: z.number().int().optional(),
});
export type BarisTabel = z.infer<typeof BarisTabel>;

/** The whole table; `judul` may be empty, and row numbers need not be 1, 2, 3. */
export const TabelSop = z.object({
  judul: z.string().trim().max(300),
  pelaksana: z.array(z.string().trim().min(1).max(300)).max(9, "paling banyak sembilan pelaksana"),
  baris: z.array(BarisTabel).min(1, "tidak ada satu baris pun").max(200, "paling banyak 200 langkah"),
});
export type TabelSop = z.infer<typeof TabelSop>;

const KOLOM = {
  no: /^no\.?$/i,
  aktivitas: /^(aktivitas|kegiatan|uraian (prosedur|kegiatan))$/i,
  persyaratan: /^(persyaratan|kelengkapan)/i,
  waktu: /^waktu$/i,
  output: /^output$/i,
  keterangan: /^(keterangan|ket\.?)$/i,
} as const;
type NamaKolom = keyof typeof KOLOM;

const polos = (teks: string): string =>
  teks
    .replace(/<\/?i>/g, "")
    .replace(/\s+/g, " ")
    .trim();

interface Kepala {
  readonly baris: number;
  readonly kolom: Readonly<Record<NamaKolom, number>>;
  readonly lajur: readonly number[];
  readonly pelaksana: readonly string[];
}

/** The heading: one row, or two where actors and Mutu Baku have names of their own in the second. */
function cariKepala(baris: readonly (readonly string[])[]): Kepala {
  for (const [i, satu] of baris.entries()) {
    const calon = satu.map(polos);
    if (!calon.some((s) => KOLOM.no.test(s)) || !calon.some((s) => KOLOM.aktivitas.test(s))) continue;
    const berikut = (baris[i + 1] ?? []).map(polos);
    const dua = berikut.some((s) => KOLOM.persyaratan.test(s)) && !calon.some((s) => KOLOM.persyaratan.test(s));
    const lebar = Math.max(calon.length, dua ? berikut.length : 0);
    const nama = Array.from({ length: lebar }, (_, k) => (dua && berikut[k] ? berikut[k] : (calon[k] ?? "")));
    const letak = (k: NamaKolom): number => nama.findIndex((n) => KOLOM[k].test(n));
    const kolom = Object.fromEntries(Object.keys(KOLOM).map((k) => [k, letak(k as NamaKolom)])) as Record<
      NamaKolom,
      number
    >;
    const hilang = Object.entries(kolom).flatMap(([k, n]) => (n < 0 ? [k] : []));
    if (hilang.length > 0) throw new SopError(`Tabel SOP ini tidak mempunyai kolom ${hilang.join(", ")}.`);
    const lajur = nama.flatMap((n, k) => (k > kolom.aktivitas && k < kolom.persyaratan && n !== "" ? [k] : []));
    return { baris: i + (dua ? 2 : 1), kolom, lajur, pelaksana: lajur.map((k) => nama[k] ?? "") };
  }
  throw new SopError("Berkas ini tidak memuat tabel SOP: baris judul dengan kolom No dan Aktivitas tidak ditemukan.");
}

/** What a mark in an actor's cell means; any mark that is no symbol's name says at least who does it. */
function simbolDari(teks: string): Simbol | undefined {
  const kata = polos(teks).toLowerCase().replace(TUJUAN, "");
  if (kata === "") return undefined;
  return SIMBOL.find((s) => s === kata) ?? "kegiatan";
}

/** The number of a row from its first cell; undefined for rows that are none. */
const nomorBaris = (teks: string): number | undefined => {
  const cocok = /^(\d{1,3})\.?$/.exec(polos(teks));
  return cocok ? Number(cocok[1]) : undefined;
};

/** Where a decision's "tidak" leads, as our own documents write it after the symbol's name. */
const TUJUAN = /\s*\(tidak: (\d{1,3})\)$/;
const KEMBALI = /kembali ke (?:langkah|nomor|no\.?|aktivitas|kegiatan)\s*(?:ke-)?(\d{1,3})/i;

/** Reads the table from rows of cells; throws SopError with a sentence where there is none. */
export function tabelDariBaris(baris: readonly (readonly string[])[], judul = ""): TabelSop {
  const { baris: mulai, kolom, lajur, pelaksana } = cariKepala(baris);
  const sebelum = baris
    .slice(0, mulai - 1)
    .flatMap((b) => b.filter((s) => polos(s) !== "" && !/^(pelaksana|mutu baku)$/i.test(polos(s))));
  const langkah = baris.slice(mulai).flatMap((b) => {
    const nomor = nomorBaris(b[kolom.no] ?? "");
    if (nomor === undefined) return [];
    const isi = (k: NamaKolom): string => b[kolom[k]] ?? "";
    const tanda = lajur.map((k) => simbolDari(b[k] ?? ""));
    const di = tanda.findIndex((s) => s !== undefined);
    const tujuan = TUJUAN.exec(polos(b[lajur[di] ?? -1] ?? ""))?.[1];
    const tidak = tujuan ?? KEMBALI.exec(`${polos(isi("keterangan"))} ${polos(isi("aktivitas"))}`)?.[1];
    return [
      {
        nomor,
        aktivitas: isi("aktivitas"),
        ...(di < 0 ? {} : { lajur: di }),
        simbol: tanda[di] ?? ("kegiatan" as const),
        persyaratan: isi("persyaratan"),
        waktu: isi("waktu"),
        output: isi("output"),
        keterangan: isi("keterangan"),
        ...(tidak === undefined ? {} : { tidak: Number(tidak) }),
      },
    ];
  });
  return periksaTabel({ judul: judul || miring(sebelum[0] ?? ""), pelaksana: [...pelaksana], baris: langkah });
}

/** `*kata*` in a plain text is italics. */
const miring = (teks: string): string => teks.replace(/\*([^*]+)\*/g, "<i>$1</i>");

/** The checked table; throws SopError naming the first fault. */
export function periksaTabel(masukan: z.input<typeof TabelSop>): TabelSop {
  const hasil = TabelSop.safeParse(masukan);
  if (!hasil.success) {
    const [satu] = hasil.error.issues;
    const langkah =
      typeof satu?.path[1] === "number" ? ` Langkah ${satu.path[1] + 1}, ${String(satu.path[2] ?? "")}:` : "";
    throw new SopError(`Tabel SOP ini tidak dapat dipakai.${langkah} ${satu?.message ?? ""}.`);
  }
  const nomor = hasil.data.baris.map((b) => b.nomor);
  const ganda = nomor.find((n, i) => nomor.indexOf(n) !== i);
  if (ganda !== undefined) throw new SopError(`Nomor ${ganda} ada lebih dari sekali dalam tabel SOP ini.`);
  return { ...hasil.data, baris: hasil.data.baris.sort((a, b) => a.nomor - b.nomor) };
}
