import { createHash, timingSafeEqual } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import express, { type ErrorRequestHandler, type Express, type Request, type Response } from "express";
import type { z } from "zod";
import type { Faults, Gangguan } from "./faults.js";

/** A reply as data, so that a fault can spoil it after its effect. */
export interface Reply {
  status: number;
  body?: unknown;
  type?: string;
}

/** Operations keyed as in the OpenAPI file, e.g. `PUT /akun/{userId}/kata-sandi`. */
export type Contract = Readonly<Record<string, (req: Request) => Reply | Promise<Reply>>>;

/** A refusal that ends a request; never holds anything of the request's body. */
export class Problem extends Error {
  readonly reply: Reply;

  constructor(status: number, kode: string, title: string, extra: Record<string, unknown> = {}) {
    super(title);
    const body = { type: "about:blank", title, status, kode, ...extra };
    this.reply = { status, body, type: "application/problem+json" };
  }
}

/** The parsed value; throws a 400 Problem that names the fields at fault, not their content. */
export function parse<T>(schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const galat = result.error.issues.map((issue) => ({ jalur: issue.path.join("."), sebab: issue.code }));
  throw new Problem(400, "PERMINTAAN_TIDAK_SAH", "Permintaan tidak sesuai kontrak", { galat });
}

/** The header that makes a repeated request one and the same; throws a 400 Problem when it is missing. */
export function idempotencyKey(req: Request): string {
  const key = req.get("idempotency-key") ?? "";
  if (/^[\x21-\x7e]{1,255}$/.test(key)) return key;
  throw new Problem(400, "PERMINTAAN_TIDAK_SAH", "Header Idempotency-Key wajib diisi");
}

/** A bare app for a simulator: JSON bodies up to `limit`, no caching, no scripts in pages. */
export function createBareApp(limit: string): Express {
  const app = express().disable("x-powered-by").disable("etag");
  app.use((_req, res, next) => {
    res.set({
      "cache-control": "no-store",
      "content-security-policy":
        "default-src 'none'; img-src data:; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
    });
    next();
  });
  app.get("/healthz", (_req, res) => void res.json({ status: "ok" }));
  return app.use(express.json({ limit }));
}

/** Mounts the contract's operations, each behind the optional token and the injected faults. */
export function mountContract(
  app: Express,
  contract: Contract,
  deps: { faults: Faults; token?: string | undefined },
): void {
  for (const [operation, handle] of Object.entries(contract)) {
    const [method, path] = operation.split(" ") as ["GET" | "POST" | "PUT", string];
    const verb = { GET: "get", POST: "post", PUT: "put" } as const;
    app[verb[method]](path.replace(/\{(\w+)\}/g, ":$1"), async (req: Request, res: Response) => {
      const fault = deps.faults.take(req.path, marksOf(req), req.get("idempotency-key"));
      if (fault && !fault.setelahEfek && (await spoil(fault, res, deps.faults))) return;
      const reply = await answer(() => (authorized(req, deps.token) ? handle(req) : tokenRefused()));
      if (fault?.setelahEfek && (await spoil(fault, res, deps.faults))) return;
      send(res, reply);
    });
  }
}

/** The last handlers: unknown paths, unreadable bodies, defects. Bodies and parser messages are never shown or logged. */
export function mountErrors(app: Express, onDefect: (error: unknown) => void): void {
  app.use((_req, res) => send(res, new Problem(404, "JALUR_TIDAK_DIKENAL", "Jalur tidak dikenal").reply));
  const last: ErrorRequestHandler = (error, _req, res, _next) => {
    if (error instanceof Problem) return send(res, error.reply);
    const status = typeof error?.status === "number" ? error.status : 500;
    if (status === 413) return send(res, new Problem(413, "PESAN_TERLALU_BESAR", "Permintaan terlalu besar").reply);
    if (status < 500)
      return send(res, new Problem(400, "PERMINTAAN_TIDAK_SAH", "Badan permintaan tidak terbaca").reply);
    onDefect(error);
    send(res, new Problem(500, "GALAT_SIMULATOR", "Galat pada simulator").reply);
  };
  app.use(last);
}

async function answer(handle: () => Reply | Promise<Reply>): Promise<Reply> {
  try {
    return await handle();
  } catch (error) {
    if (error instanceof Problem) return error.reply;
    throw error;
  }
}

function send(res: Response, reply: Reply): void {
  res.status(reply.status);
  if (reply.body === undefined) res.end();
  else res.type(reply.type ?? "application/json").send(JSON.stringify(reply.body));
}

/** What `untuk` of a fault may name: user ID in path or query, NIP, address. */
function marksOf(req: Request): string[] {
  const values = [...Object.values(req.params), ...Object.values(req.query), req.body?.kepada];
  return values.filter((value) => typeof value === "string");
}

function authorized(req: Request, token: string | undefined): boolean {
  if (!token) return true;
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(req.get("authorization") ?? ""), digest(`Bearer ${token}`));
}

function tokenRefused(): never {
  throw new Problem(401, "TOKEN_DITOLAK", "Token tidak ada atau salah");
}

/** Does the fault to the reply; false when the proper reply is to follow (`lambat`). */
async function spoil(fault: Gangguan, res: Response, faults: Faults): Promise<boolean> {
  const title = "Gangguan yang disuntikkan";
  switch (fault.jenis) {
    case "gantung":
      faults.hold(res);
      return true;
    case "putus":
      res.destroy();
      return true;
    case "sampah":
      res.status(200).type("html").send("<html><title>Login</title><p>Silakan masuk kembali</html>");
      return true;
    case "lambat":
      await delay(fault.tundaMs, undefined, { ref: false });
      return false;
    default: {
      const wait = fault.retryAfter ?? (fault.jenis === "429" ? 1 : undefined);
      if (wait !== undefined) res.set("retry-after", String(wait));
      send(res, new Problem(Number(fault.jenis), "GANGGUAN_SIMULATOR", title).reply);
      return true;
    }
  }
}
