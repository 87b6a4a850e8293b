/** Is it a page of ours that asks? A browser sends its cookies whoever makes it call. */
import type { Request, RequestHandler } from "express";
import { Galat } from "../../galat.js";

const MEMBACA = new Set(["GET", "HEAD", "OPTIONS"]);

/** Throws ASAL_TIDAK_DIKENAL for a call that a page of another origin makes. */
export function periksaAsal(req: Request): void {
  const situs = req.get("sec-fetch-site");
  const asal = req.get("origin");
  const asing = situs !== undefined && situs !== "same-origin" && situs !== "none";
  if (asing || (asal !== undefined && inang(asal) !== req.get("host")))
    throw new Galat("ASAL_TIDAK_DIKENAL", "Permintaan ini datang dari halaman lain dan tidak dijalankan.");
}

const inang = (asal: string): string | undefined => (URL.canParse(asal) ? new URL(asal).host : undefined);

/** Refuses modifying calls that a page of another origin makes with this browser's cookie. */
export const hanyaAsalSendiri: RequestHandler = (req, _res, next) => {
  if (!MEMBACA.has(req.method)) periksaAsal(req);
  next();
};

/** Does the caller know the CSRF token of the cookie? Another origin's page can send the cookie but not read it. */
export function tokenSesuai(req: Request): boolean {
  const kuki = /(?:^|;\s*)XSRF-TOKEN=([^;]+)/.exec(req.headers.cookie ?? "")?.[1];
  return kuki !== undefined && kuki === req.get("x-xsrf-token");
}
