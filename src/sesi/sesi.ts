/** Who is asking: the engine knows whom a cookie belongs to; there is no second user store. */
import { createHash } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import { z } from "zod";
import { type Engine, EngineError } from "../engine/client.js";
import { fullName, Person } from "../engine/shapes.js";
import { type MesinPengguna, sesiBerakhir } from "./mesin-pengguna.js";
import type { Grup, Pengguna } from "./pengguna.js";

const GrupMesin = z.object({ id: z.string(), name: z.string().nullable(), type: z.string().nullable() });
const Masuk = z.object({ userId: z.string(), authorizedApps: z.array(z.string()) });

/** Answers who the session of these headers belongs to; throws SESI_BERAKHIR for nobody. */
export type Sesi = (dari: IncomingHttpHeaders) => Promise<Pengguna>;

interface SesiDeps {
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
  const grup = await engine.call("GET", "/group", { query: { member, maxResults: 200 }, schema: z.array(GrupMesin) });
  return grup.map(({ id, name, type }) => ({ id, nama: name ?? id, jenis: type ?? "" }));
}

async function namaPengguna(engine: Engine, id: string): Promise<string> {
  try {
    return fullName(await engine.call("GET", `/user/${encodeURIComponent(id)}/profile`, { schema: Person }));
  } catch (error) {
    // An account that the service account may not read still has its id.
    if (error instanceof EngineError && error.status < 500) return id;
    throw error;
  }
}
