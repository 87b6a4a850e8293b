/** Who may do what with drafts: everybody reads, process owners edit and deploy, approvers approve. */
import { Galat } from "../galat.js";
import { internal, type Pengguna } from "../sesi/pengguna.js";

const PEMILIK = "pemilik-proses";
const PENYETUJU = "penyetuju-proses";

/** The engine's group of administrators. */
const ADMIN = "camunda-admin";

const anggota = (p: Pengguna, grup: string): boolean => p.grup.some(({ id }) => id === grup);

/** May write drafts, try them out, submit and deploy them. */
export const bolehSunting = (p: Pengguna): boolean => anggota(p, PEMILIK);

/** May approve or reject drafts. */
export const bolehSetuju = (p: Pengguna): boolean => anggota(p, PENYETUJU);

/** Looks after people and groups of the engine. */
export const admin = (p: Pengguna): boolean => anggota(p, ADMIN);

/** Throws BUKAN_UNTUK_ANDA unless the person is an administrator. */
export function wajibAdmin(p: Pengguna): void {
  if (!admin(p)) throw new Galat("BUKAN_UNTUK_ANDA", "Hanya pengelola sistem yang dapat membuat grup pegawai.");
}

/** Throws BUKAN_PEMILIK_PROSES. */
export function wajibPemilik(p: Pengguna): void {
  if (!bolehSunting(p))
    throw new Galat("BUKAN_PEMILIK_PROSES", "Hanya pemilik proses yang dapat mengubah dan menerapkan diagram.");
}

/** Throws BUKAN_PENYETUJU. */
export function wajibPenyetuju(p: Pengguna): void {
  if (!bolehSetuju(p)) throw new Galat("BUKAN_PENYETUJU", "Hanya penyetuju proses yang dapat memutuskan draf.");
}

/** Throws BUKAN_UNTUK_ANDA for a Satker: plans and results of migrations count and name everybody's requests. */
export function wajibPetugas(p: Pengguna): void {
  if (!internal(p)) throw new Galat("BUKAN_UNTUK_ANDA", "Pemindahan permohonan hanya untuk petugas LPSE dan UKPBJ.");
}

/** Throws unless the person belongs to one of the two groups. */
export function wajibPemilikAtauPenyetuju(p: Pengguna): void {
  if (!bolehSunting(p) && !bolehSetuju(p))
    throw new Galat("BUKAN_PENYETUJU", "Hanya pemilik proses dan penyetuju yang dapat memberi komentar.");
}
