/** Replies to refusals: problem+json for our own API, the engine's own shape where Tasklist listens. */
import type { ErrorRequestHandler, Request, Response } from "express";
import { Galat, galat, type KodeGalat } from "../galat.js";
import type { Logger } from "../log.js";

/** Any failure as a refusal: what is not one already becomes a sentence without technical detail. */
export function keGalat(error: unknown): Galat {
  if (error instanceof Galat) return error;
  const jenis = pembacaBadan(error);
  if (jenis === "entity.too.large") return new Galat("ISIAN_TERLALU_BESAR", "Isian yang dikirim terlalu besar.");
  if (jenis !== undefined) return new Galat("PERMINTAAN_TIDAK_TERBACA", "Permintaan tidak dapat dibaca.");
  return new Galat(
    "GALAT_DALAM",
    "Terjadi kesalahan pada sistem. Coba lagi; bila berulang, hubungi pengelola sistem.",
    {
      cause: error,
    },
  );
}

/** body-parser and the router mark their errors with a status below 500; `type` tells which. */
function pembacaBadan(error: unknown): string | undefined {
  if (!(error instanceof Error) || !("status" in error) || typeof error.status !== "number") return undefined;
  if (error.status >= 500) return undefined;
  return "type" in error && typeof error.type === "string" ? error.type : "";
}

const tipe = (kode: KodeGalat): string => `https://lpse.example/galat/${kode.toLowerCase().replaceAll("_", "-")}`;

/** The body of a problem reply. */
export function isiProblem(g: Galat) {
  const { status, judul } = galat[g.kode];
  const rinci = { ...g.rincian.lampiran, ...(g.rincian.galat ? { galat: g.rincian.galat } : {}) };
  return { ...rinci, type: tipe(g.kode), title: judul, status, kode: g.kode, detail: g.message };
}

const JENIS_MESIN: Readonly<Record<number, string>> = {
  400: "InvalidRequestException",
  401: "AuthenticationException",
  403: "AuthorizationException",
};

/** The body of a refusal on the engine's own paths: Tasklist shows `message`, our forms also read `kode` and `galat`. */
export function isiMesin(g: Galat) {
  const rinci = g.rincian.galat ? { galat: g.rincian.galat } : {};
  return { type: JENIS_MESIN[g.status] ?? "InvalidRequestException", message: g.message, kode: g.kode, ...rinci };
}

/** The last handler: answers in the shape of the path, and logs what was our own failure. */
export const penanganGalat =
  (logger: Logger): ErrorRequestHandler =>
  (error, req: Request, res: Response, next) => {
    const g = keGalat(error);
    if (g.status >= 500) logger.error({ err: g.rincian.cause ?? g, kode: g.kode }, "request failed");
    // Nobody's mistake, but many of them mean that something holds requests for too long.
    else if (g.kode === "PERMOHONAN_BERTABRAKAN")
      logger.warn({ err: g.rincian.cause, kode: g.kode }, "all tries collided");
    if (res.headersSent) return next(error);
    res.status(g.status).set("cache-control", "no-store");
    // What the wall closes is nothing of the engine's: a problem, with the member that the web apps show.
    if (g.kode === "JALUR_TIDAK_DIKENAL" && req.path.startsWith("/camunda"))
      res.type("application/problem+json").send(JSON.stringify({ ...isiProblem(g), message: g.message }));
    else if (req.path.startsWith("/camunda/")) res.json(isiMesin(g));
    else res.type("application/problem+json").send(JSON.stringify(isiProblem(g)));
  };
