/** The built pages (dist/web): landing page, form scripts, viewer. */
import { basename } from "node:path";
import express, { type RequestHandler } from "express";
import helmet from "helmet";

/** Vite writes a hash into names below assets/: what has one never changes. */
const BERSIDIK = /-[\w-]{8}\.(?:js|mjs|css|woff2?|svg|png|wasm)$/;

/** Files with a hash in their name may be kept for a year, everything else is asked for anew each time. */
export const createStatis = (webDir: string): RequestHandler =>
  express.static(webDir, {
    setHeaders: (res, file) => {
      const tetap = BERSIDIK.test(basename(file));
      res.setHeader("cache-control", tetap ? "public, max-age=31536000, immutable" : "no-cache");
    },
  });

/** Headers of our own pages and API; the engine's web apps bring their own. */
export const createPelindung = (): RequestHandler =>
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        // pdf.js decodes scans (JPEG 2000, JBIG2) in WebAssembly.
        scriptSrc: ["'self'", "'wasm-unsafe-eval'"],
        // bpmn-js sets style attributes on what it draws.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", "data:", "blob:"],
        fontSrc: ["'self'", "data:"],
        workerSrc: ["'self'", "blob:"],
        objectSrc: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'self'"],
      },
    },
    // Set by whoever ends TLS; on plain http it means nothing.
    strictTransportSecurity: false,
  });

/** Replies of the API are for one person at one moment; a route that knows better says so itself. */
export const takDisimpan: RequestHandler = (_req, res, next) => {
  res.set("cache-control", "no-store");
  next();
};
