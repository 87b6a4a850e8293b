/**
 * Links from elsewhere, such as a notice in e-Pesan. The login's cookie is SameSite=Strict, so a browser that follows such
 * a link comes without it, and the engine would answer with a new, empty session in place of the person's own. So the
 * first answer is a page of ours that goes to the same address once more: then it is our own page that asks.
 */
import type { Request, RequestHandler } from "express";

const SKRIP = "/dari-luar.js";
const TANDA = "dari-luar";
const ISI_SKRIP = `const alamat = new URL(location.href);
alamat.searchParams.set("${TANDA}", "");
location.replace(alamat);
`;
const HALAMAN = `<!doctype html><html lang="id"><meta charset="utf-8"><title>Membuka halaman</title>
<script src="${SKRIP}"></script><p>Membuka halaman…</p>
<noscript><p>Halaman ini memerlukan JavaScript.</p></noscript></html>`;

/** The middleware: stands before the engine's web apps. No router: that would answer their OPTIONS itself. */
export const dariLuar: RequestHandler = (req, res, next) => {
  if (req.method !== "GET") return next();
  if (req.path === SKRIP) return void res.type("text/javascript").set("cache-control", "no-cache").send(ISI_SKRIP);
  if (!perluSinggah(req)) return next();
  const aturan = "default-src 'none'; script-src 'self'; frame-ancestors 'none'";
  res.set({ "cache-control": "no-store", "content-security-policy": aturan }).type("html").send(HALAMAN);
};

/** A page of another site was left for one of the web apps, and the browser kept the login's cookie back (if there is one). */
function perluSinggah(req: Request): boolean {
  const dibuka = req.get("sec-fetch-mode") === "navigate" && req.get("sec-fetch-dest") === "document";
  const berkuki = /(?:^|;\s*)JSESSIONID=/.test(req.headers.cookie ?? "");
  const mesin = req.path === "/camunda" || req.path.startsWith("/camunda/");
  return mesin && dibuka && req.get("sec-fetch-site") === "cross-site" && !berkuki && !(TANDA in req.query);
}
