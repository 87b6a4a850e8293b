/** Every act in the engine's web apps as a line of the audit: who, what, when, and how it ended. */
import type { RequestHandler } from "express";
import { catatAudit } from "../../audit/index.js";
import type { Konteks } from "../konteks.js";
import { kenaliPanggilan, uraiJalur } from "./jalur.js";

/** What a call does: `tindakan` as the audit names it, `objek` the id or path it does it to. */
export interface Perbuatan {
  readonly tindakan: string;
  readonly objek: string;
}

const MEMBACA = new Set(["GET", "HEAD", "OPTIONS"]);
/** Calls by POST to a whole collection only ask, except these. */
const BERBUAT = new Set(["message", "signal", "condition"]);
const BERTANYA = new Set(["count", "list", "singleResult", "report"]);
const OBJEK_TERPANJANG = 300;

/** The act of a modifying call to `/camunda/api`; undefined for questions, which are asked by POST too, and for log-ins. */
export function kenaliPerbuatan(method: string, path: string): Perbuatan | undefined {
  if (MEMBACA.has(method)) return undefined;
  const p = kenaliPanggilan(method, path);
  if (p.jenis === "jawab") return { tindakan: "tugas.selesaikan", objek: p.tugas };
  if (p.jenis === "ambil") return { tindakan: "tugas.ambil", objek: p.tugas };
  if (p.jenis === "lepas") return { tindakan: "tugas.lepas", objek: p.tugas };
  if (p.jenis === "ubah-variabel") return { tindakan: "tugas.ubah", objek: p.tugas };
  if (p.jenis === "mulai")
    return { tindakan: "proses.mulai", objek: "id" in p.definisi ? p.definisi.id : p.definisi.key };
  const bagian = p.jenis === "biasa" ? uraiJalur(path)?.slice(2) : undefined;
  if (!bagian || bagian.includes("login")) return undefined;
  if (bagian.includes("logout")) return { tindakan: "keluar", objek: "aplikasi web" };
  // /camunda/api/engine/engine/{name}/… is the engine's REST; the web apps' own calls by POST only ask.
  const rest = bagian[0] === "engine" ? bagian.slice(3) : undefined;
  if (method === "POST" && (!rest || bertanya(rest))) return undefined;
  return { tindakan: `mesin.${method.toLowerCase()}`, objek: (rest ?? bagian).join("/").slice(0, OBJEK_TERPANJANG) };
}

function bertanya(rest: readonly string[]): boolean {
  const [kumpulan = "", dua] = rest;
  if (BERTANYA.has(rest.at(-1) ?? "")) return true;
  if (kumpulan === "history") return rest.length === 2;
  return dua === undefined && !BERBUAT.has(kumpulan);
}

/** The middleware for `/camunda`: adds the line when the reply is out, with its status; calls without a session add none. */
export const catatPerbuatan =
  (k: Konteks): RequestHandler =>
  async (req, res, next) => {
    const perbuatan = kenaliPerbuatan(req.method, req.path);
    if (!perbuatan) return next();
    // Asked before the act: afterwards the session may be over.
    const pelaku = await k.sesi(req.headers).catch(() => undefined);
    if (pelaku)
      res.once("finish", () => {
        const baris = { oleh: pelaku.id, ...perbuatan, rincian: { status: res.statusCode } };
        catatAudit(k.db, baris).catch((err: unknown) =>
          k.logger.error({ err, ...perbuatan }, "an act is not recorded"),
        );
      });
    next();
  };
