/** Who is asking: the engine knows whom a cookie belongs to; there is no second user store. */
import { createHash } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import { z } from "zod";
import { type Engine, EngineError } from "../engine/client.js";
import { Galat } from "./galat.js";
import { type MesinPengguna, sesiBerakhir } from "./mesin-pengguna.js";

const Grup = z.object({ id: z.string(), name: z.string().nullable(), type: z.string().nullable() });
const Profil = z.object({ id: z.string(), firstName: z.string().nullish(), lastName: z.string().nullish() });
const Masuk = z.object({ userId: z.string(), authorizedApps: z.array(z.string()) });

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

/** Answers who the session of these headers belongs to; throws SESI_BERAKHIR for nobody. */
export type Sesi = (dari: IncomingHttpHeaders) => Promise<Pengguna>;

export interface SesiDeps {
  readonly mesin: MesinPengguna;
  /** The service account, for names and groups. */
  readonly engine: Engine;
  /** Epoch milliseconds. */
  readonly kini: () => number;
}

/** A logout or a changed group shows after this long at the latest. */
const SIMPAN_MS = 3_000;
const SIMPAN_PALING_BANYAK = 1_000;

/** Makes the asker; an answer is kept for three seconds per cookie, failures not at all. */
export function createSesi(deps: SesiDeps): Sesi {
  const simpanan = new Map<string, { sampai: number; janji: Promise<Pengguna> }>();
  return async (dari) => {
    if (!dari.cookie) throw sesiBerakhir();
    const kunci = createHash("sha256").update(dari.cookie).digest("base64");
    const ada = simpanan.get(kunci);
    if (ada && ada.sampai > deps.kini()) return ada.janji;
    const janji = tanya(deps, dari);
    if (simpanan.size >= SIMPAN_PALING_BANYAK) simpanan.clear();
    simpanan.set(kunci, { sampai: deps.kini() + SIMPAN_MS, janji });
    janji.catch(() => simpanan.delete(kunci));
    return janji;
  };
}

async function tanya({ mesin, engine }: SesiDeps, dari: IncomingHttpHeaders): Promise<Pengguna> {
  const balasan = await mesin({ cookie: dari.cookie }, "GET", "/camunda/api/admin/auth/user/default");
  const masuk = Masuk.safeParse(balasan.json);
  if (balasan.status !== 200 || !masuk.success) throw sesiBerakhir();
  const { userId: id, authorizedApps: aplikasi } = masuk.data;
  const [grup, nama] = await Promise.all([grupPengguna(engine, id), namaPengguna(engine, id)]);
  return { id, nama, grup, aplikasi };
}

async function grupPengguna(engine: Engine, member: string): Promise<Grup[]> {
  const grup = await engine.call("GET", "/group", { query: { member, maxResults: 200 }, schema: z.array(Grup) });
  return grup.map(({ id, name, type }) => ({ id, nama: name ?? id, jenis: type ?? "" }));
}

async function namaPengguna(engine: Engine, id: string): Promise<string> {
  try {
    const profil = await engine.call("GET", `/user/${encodeURIComponent(id)}/profile`, { schema: Profil });
    return [profil.firstName, profil.lastName].filter(Boolean).join(" ") || id;
  } catch (error) {
    // An account that the service account may not read still has its id.
    if (error instanceof EngineError && error.status < 500) return id;
    throw error;
  }
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
  if (!satker) throw new Galat("TANPA_SATKER", "Akun Anda belum terdaftar pada Satuan Kerja. Hubungi admin LPSE.");
  if (lain)
    throw new Galat("SATKER_GANDA", "Akun Anda terdaftar pada lebih dari satu Satuan Kerja. Hubungi admin LPSE.");
  return satker;
}
