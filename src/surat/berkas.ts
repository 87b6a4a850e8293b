import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { z } from "zod";
import { periksa, SuratError } from "./galat.js";
import { Kop } from "./kop.js";
import { Redaksi } from "./redaksi.js";

/** One file as read from disk, named relative to its folder. */
export interface Berkas {
  nama: string;
  isi: Buffer;
}

/** The letter folder, read once: letterhead, wording, fonts, and the files that templates may use. */
export interface FolderSurat {
  kop: Kop;
  redaksi: Redaksi;
  huruf: Berkas[];
  templat: Berkas[];
}

/** Reads and checks the letter folder; throws SuratError naming file and field of the first faulty file. */
export function bacaFolderSurat(dir: string): FolderSurat {
  const kop = bacaJson(dir, "kop.json", Kop);
  const redaksi = bacaJson(dir, "redaksi.json", Redaksi);
  const templat = [...bacaSemua(dir, "", /\.(typ|svg|png|jpe?g)$/i), ...bacaSemua(dir, "contoh", /\.json$/)];
  const huruf = bacaSemua(dir, "fonts", /\.(ttf|otf)$/i);
  if (huruf.length === 0) throw new SuratError("fonts", [`tidak ada huruf (.ttf atau .otf) di ${join(dir, "fonts")}`]);
  if (kop.logo !== undefined && !templat.some(({ nama }) => nama === kop.logo)) {
    throw new SuratError("kop.json", [`logo: berkas ${kop.logo} tidak ada di ${dir}`]);
  }
  return { kop, redaksi, huruf, templat };
}

function bacaJson<S extends z.ZodType>(dir: string, nama: string, skema: S): z.output<S> {
  let masukan: unknown;
  try {
    masukan = JSON.parse(readFileSync(join(dir, nama), "utf8"));
  } catch (error) {
    const sebab = error instanceof SyntaxError ? `bukan JSON yang benar (${error.message})` : `tidak terbaca di ${dir}`;
    throw new SuratError(nama, [sebab], { cause: error });
  }
  return periksa(skema, masukan, nama);
}

function bacaSemua(dir: string, sub: string, pola: RegExp): Berkas[] {
  return isiFolder(join(dir, sub))
    .filter((nama) => pola.test(nama))
    .sort()
    .map((nama) => ({ nama: join(sub, nama), isi: readFileSync(join(dir, sub, nama)) }));
}

function isiFolder(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
