import { createHash, timingSafeEqual } from "node:crypto";
import type { Express, Request } from "express";
import type { Faults } from "../faults.js";
import { type Contract, createBareApp, mountContract, mountErrors, parse, type Reply } from "../http.js";
import { type Html, html, page, waktu } from "../page.js";
import { mountPanel } from "../panel.js";
import { createAuthority } from "./certificates.js";
import { MintaSign, MintaStatus, MintaVerify, Pemilik } from "./schema.js";
import { signPdf } from "./sign.js";

/** What the BSrE simulator works with: the application's user and password, and the one passphrase of all its people. */
export interface BsreDeps {
  faults: Faults;
  user?: string | undefined;
  password?: string | undefined;
  passphrase?: string | undefined;
  now: () => Date;
  onDefect: (error: unknown) => void;
}

/** A signature made here: who, when, and the hashes of the file before and after. Never the file, never the passphrase. */
interface Signed {
  readonly nik: string;
  readonly saat: string;
  readonly sebelum: string;
  readonly sesudah: string;
}

const TITLE = "Simulator BSrE";
const NOTICE = "bukan BSrE";
const DEFAULT_PASSPHRASE = "frasa-simulator-bsre";

const SEED: readonly Pemilik[] = [
  { nik: "3171010101800001", nama: "Hendra Gunawan", status: "ISSUE" },
  { nik: "3171010101800003", nama: "Tanpa Sertifikat", status: "NO_CERTIFICATE" },
];

const hash = (data: Buffer | string) => createHash("sha256").update(data).digest();
const same = (a: string, b: string) => timingSafeEqual(hash(a), hash(b));
const refusal = (status_code: number, error: string): Reply => ({ status: 400, body: { status_code, error } });
const failure = (status: number, error: string): Reply => ({ status, body: { error } });

const NOT_REGISTERED = [2011, "User tidak terdaftar"] as const;
const NO_CERTIFICATE = [2021, "User belum memiliki sertifikat"] as const;

/** The people and signatures of one simulator. */
interface State {
  readonly people: Map<string, Pemilik>;
  readonly signed: Signed[];
}

/** The operations of src/tanda-tangan/bsre/openapi.yaml. */
export function bsreContract(
  deps: Pick<BsreDeps, "user" | "password" | "passphrase" | "now">,
  state: State = emptyState(),
): Contract {
  const keyOf = createAuthority(deps.now);
  const guarded = (handle: (req: Request) => Reply | Promise<Reply>) => (req: Request) =>
    authorized(req, deps) ? handle(req) : failure(401, "Unauthorized");
  return {
    "POST /api/v2/sign/pdf": guarded(async (req) => {
      const { nik, passphrase, signatureProperties, file } = parse(MintaSign, req.body);
      const person = state.people.get(nik);
      if (!person) return refusal(...NOT_REGISTERED);
      if (person.status === "NO_CERTIFICATE") return refusal(...NO_CERTIFICATE);
      if (!same(passphrase, deps.passphrase ?? DEFAULT_PASSPHRASE)) return refusal(2031, "Passphrase anda salah");
      const [properties] = signatureProperties;
      const before = Buffer.from(file[0] ?? "", "base64");
      const started = performance.now();
      const info = { name: person.nama, reason: properties?.reason ?? "", location: properties?.location ?? "" };
      const after = await signPdf(before, keyOf(nik, person.nama), { ...info, at: deps.now() }).catch(() => undefined);
      if (!after) return failure(500, "Dokumen tidak dapat diproses");
      const hashes = { sebelum: hash(before).toString("hex"), sesudah: hash(after).toString("hex") };
      state.signed.push({ nik, saat: deps.now().toISOString(), ...hashes });
      const time = Math.round(performance.now() - started);
      return { status: 200, body: { time, file: [after.toString("base64")] } };
    }),
    "POST /api/v2/user/check/status": guarded((req) => {
      const person = state.people.get(parse(MintaStatus, req.body).nik);
      if (!person) return { status: 200, body: { status: "NOT_REGISTERED", status_code: NOT_REGISTERED[0] } };
      if (person.status === "NO_CERTIFICATE")
        return { status: 200, body: { status: "NO_CERTIFICATE", status_code: NO_CERTIFICATE[0] } };
      return { status: 200, body: { status: "ISSUE" } };
    }),
    "POST /api/v2/verify/pdf": guarded((req) => {
      const file = Buffer.from(parse(MintaVerify, req.body).file, "base64");
      if (!file.subarray(0, 5).equals(Buffer.from("%PDF-"))) return failure(500, "Dokumen tidak dapat diproses");
      const known = state.signed.filter((s) => s.sesudah === hash(file).toString("hex"));
      const people = known.map((s) => ({ signerName: state.people.get(s.nik)?.nama, signatureDate: s.saat }));
      const conclusion = known.length > 0 ? "VALID" : "NO_SIGNATURE";
      return { status: 200, body: { conclusion, description: NOTICE, signatureInformations: people } };
    }),
  };
}

const emptyState = (): State => ({ people: new Map(SEED.map((p) => [p.nik, p])), signed: [] });

function authorized(req: Request, { user, password }: Pick<BsreDeps, "user" | "password">): boolean {
  if (!password) return true;
  const expected = Buffer.from(`${user ?? ""}:${password}`).toString("base64");
  return same(req.get("authorization") ?? "", `Basic ${expected}`);
}

/** Builds the BSrE simulator; listening is the caller's. */
export function createBsreApp(deps: BsreDeps): Express {
  const state = emptyState();
  const app = createBareApp("40mb");
  mountContract(app, bsreContract(deps, state), { faults: deps.faults });
  app.get("/", (_req, res) => void res.send(render(state)));
  app.get("/simulator/tanda-tangan", (_req, res) => void res.json(state.signed));
  app.post("/simulator/pemilik", (req, res) => {
    const person = parse(Pemilik, req.body);
    state.people.set(person.nik, person);
    res.status(201).json(person);
  });
  mountPanel(app, { title: TITLE, notice: NOTICE, faults: deps.faults });
  mountErrors(app, deps.onDefect);
  return app;
}

function render({ people, signed }: State): string {
  const persons = [...people.values()].map((p) => html`<tr><td>${p.nik}<td>${p.nama}<td>${p.status}</tr>`);
  const content = html`<main>
<section class="card"><h2>Pemilik sertifikat</h2><table><tr><th>NIK<th>Nama<th>Status</tr>${persons}</table></section>
<section class="card"><h2>${signed.length} tanda tangan</h2>
<table><tr><th>Waktu<th>NIK<th>SHA-256 berkas hasil</tr>${signed.slice(-100).reverse().map(row)}</table></section></main>`;
  return page({ title: TITLE, notice: NOTICE, links: [html`<a href="/simulator">Gangguan</a>`], content });
}

const row = (s: Signed): Html => html`<tr><td>${waktu(s.saat)}<td>${s.nik}<td><code>${s.sesudah}</code></tr>`;
