/** The engine's web apps and their API behind the gateway's own address. */
import { type IncomingMessage, ServerResponse } from "node:http";
import type { RequestHandler } from "express";
import { createProxyMiddleware, type Options, responseInterceptor } from "http-proxy-middleware";
import { Galat } from "../../galat.js";
import type { Logger } from "../../log.js";
import { isiMesin } from "../problem.js";

const BATAS_MS = 120_000;
const PESAN = "Sistem sedang tidak dapat dihubungi. Coba beberapa saat lagi.";
const HALAMAN = `<!doctype html><html lang="id"><meta charset="utf-8"><meta http-equiv="refresh" content="5">
<title>Sistem belum siap</title><p>${PESAN}</p><p>Halaman ini dimuat ulang secara otomatis.</p></html>`;

/**
 * Passes a request on with its cookies and the outer address, and names `asal`, the product's own origin: whoever calls
 * this has made sure that modifying requests come from there (`asal.ts`), under whatever name people reach it. Where the
 * engine does not answer, says so with 503.
 */
export function createProxy(engineUrl: string, asal: string, logger: Logger): RequestHandler {
  const biasa = createProxyMiddleware(opsi(engineUrl, asal, logger));
  const halaman = createProxyMiddleware(denganNonceHalaman(opsi(engineUrl, asal, logger)));
  return (req, res, next) => (HALAMAN_APLIKASI.test(req.path) ? halaman(req, res, next) : biasa(req, res, next));
}

/** The one HTML page of each web app; everything else of them has a file name. */
const HALAMAN_APLIKASI = /^\/camunda\/app\/[a-z]+\/(?:[^/.]+\/?)?(?:index\.html)?$/;

const opsi = (engineUrl: string, asal: string, logger: Logger) =>
  ({
    target: engineUrl,
    headers: { origin: asal },
    xfwd: true,
    proxyTimeout: BATAS_MS,
    // The token is needed by our own pages too: they read it and send it back in X-XSRF-TOKEN.
    cookiePathRewrite: { "/camunda": "/" },
    on: {
      proxyRes: tanpaHsts,
      error: (err, req, res) => {
        logger.warn({ err }, "engine not reachable");
        // Also a socket, for protocol upgrades; there is nobody to tell then.
        if (!(res instanceof ServerResponse) || res.headersSent) return void res.destroy();
        const html = req.headers.accept?.includes("text/html");
        res.writeHead(503, {
          "content-type": html ? "text/html; charset=utf-8" : "application/json",
          "cache-control": "no-store",
          "retry-after": "5",
        });
        res.end(html ? HALAMAN : JSON.stringify(isiMesin(new Galat("MESIN_TIDAK_TERSEDIA", PESAN))));
      },
    },
  }) satisfies Options;

/** Whether a browser is to insist on TLS depends on the outer name, which the engine does not know (`kepala.ts`). */
const tanpaHsts = ({ headers }: IncomingMessage): void => {
  delete headers["strict-transport-security"];
};

/**
 * Makes header and page agree on the nonce. Camunda 7.24 keeps it in one place for all requests
 * (ContentSecurityPolicyProvider, ServletContext): another request in between leaves a page whose scripts are refused.
 */
const denganNonceHalaman = (dasar: ReturnType<typeof opsi>): Options => ({
  ...dasar,
  selfHandleResponse: true,
  on: {
    ...dasar.on,
    proxyRes: (balasan, req, res) => {
      tanpaHsts(balasan);
      return cocokkanNonce(balasan, req, res);
    },
  },
});
const cocokkanNonce = responseInterceptor(async (isi, _balasan, _req, res) => {
  const aturan = res.getHeader(ATURAN);
  if (typeof aturan === "string") res.setHeader(ATURAN, denganNonce(aturan, isi.toString("utf8")));
  // Whoever handles the reply rewrites the cookies too.
  res.setHeader("set-cookie", kuki(res.getHeader("set-cookie")));
  return isi;
});
const kuki = (semua: number | string | string[] | undefined): string[] =>
  [semua ?? []].flat().map((satu) => String(satu).replace(/;\s*Path=\/camunda\b/i, "; Path=/"));
const ATURAN = "content-security-policy";

/** The policy with the nonce that the page's own scripts carry; unchanged where they carry none. */
export function denganNonce(aturan: string, halaman: string): string {
  const nonce = /<script[^>]*\snonce="([\w+/=-]+)"/.exec(halaman)?.[1];
  return nonce === undefined ? aturan : aturan.replace(/'nonce-[^']*'/, `'nonce-${nonce}'`);
}
