/** The signed-in person, and what their groups let them see. Pure. */
import { Galat } from "../galat.js";

/** A group of a person; `jenis` is the engine's group type, SATKER for units that may ask. */
export interface Grup {
  readonly id: string;
  readonly nama: string;
  readonly jenis: string;
}

/** The signed-in person. */
export interface Pengguna {
  readonly id: string;
  readonly nama: string;
  readonly grup: readonly Grup[];
  readonly aplikasi: readonly string[];
}

/** Lanes that work on requests; the lane satuan-kerja is every asking unit and sees only its own. */
const GRUP_PELAKSANA = ["kepala-ukpbj", "kepala-lpse", "tim-pengelola-lpse"];
const GRUP_PENGAWAS = ["pemilik-proses", "penyetuju-proses", "camunda-admin"];

const anggota = (p: Pengguna, grup: readonly string[]): boolean => p.grup.some((g) => grup.includes(g.id));

/** May read every request's documents. */
export const pelaksana = (p: Pengguna): boolean => anggota(p, GRUP_PELAKSANA);

/** May see how every request stands. */
export const internal = (p: Pengguna): boolean => anggota(p, [...GRUP_PELAKSANA, ...GRUP_PENGAWAS]);

/** The units of a person that may ask for resets. */
export const satkerPengguna = (p: Pengguna): Grup[] => p.grup.filter((g) => g.jenis === "SATKER");

/** The one unit a person asks for; throws TANPA_SATKER or SATKER_GANDA. */
export function satuSatker(p: Pengguna): Grup {
  const [satker, lain] = satkerPengguna(p);
  if (!satker)
    throw new Galat("TANPA_SATKER", "Akun Anda belum terdaftar pada Satuan Kerja. Hubungi pengelola sistem.");
  if (lain)
    throw new Galat("SATKER_GANDA", "Akun Anda terdaftar pada lebih dari satu Satuan Kerja. Hubungi pengelola sistem.");
  return satker;
}
