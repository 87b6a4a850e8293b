/**
 * An engine for gateway tests: the documented replies of the REST calls that the gateway makes, on a little state that a
 * test sets and reads. Sessions are the cookie `JSESSIONID=<user id>`. The journeys hold the same calls against the real one.
 */
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import express, { type Express, type Request, type Response } from "express";

const DEFINISI = "reset-password-spse:1:abc";
const API = "/camunda/api/engine/engine/default";

export interface TugasPalsu {
  readonly id: string;
  readonly kunci: string;
  readonly nama: string;
  readonly instans: string;
  readonly grup: readonly string[];
  readonly definisi: string;
  pelaksana: string | null;
}

export interface InstansPalsu {
  readonly id: string;
  readonly nomor: string;
  readonly variabel: Record<string, { type: string; value: unknown }>;
  state: string;
}

/** A call that changed something, as the engine got it. */
export interface PanggilanPalsu {
  readonly jalur: string;
  readonly isi: Record<string, unknown>;
}

interface Tolakan {
  readonly status: number;
  readonly isi: object;
  kali?: number;
  /** What happens in the engine meanwhile. */
  readonly efek?: () => void;
}

export interface KeadaanPalsu {
  readonly orang: Map<string, { nama: string; grup: readonly string[] }>;
  readonly tugas: Map<string, TugasPalsu>;
  readonly lampau: Map<string, TugasPalsu & { sebab: string }>;
  readonly instans: Map<string, InstansPalsu>;
  readonly kejadian: { instans: string; activityId: string; startTime: string; endTime: string | null }[];
  readonly panggilan: PanggilanPalsu[];
  /** Every request that arrived: method and path, in order. */
  readonly semua: string[];
  /** Answers calls of this kind (modifying ones, `task` and `variables`) instead of doing them, always or `kali` times. */
  readonly tolak: Map<string, Tolakan>;
  /** Whose sessions the CSRF filter ended, as the real one does. */
  readonly sesiDiakhiri: string[];
  /** A start waits for this before it happens. */
  tahan: Promise<void>;
  /** While true the REST side fails. */
  mati: boolean;
}

const SATKER = /^satker-/;
const saat = "2026-11-23T09:00:00.000+0700";

/** Starts the engine; `close` ends it. */
export async function startMesinPalsu() {
  const keadaan: KeadaanPalsu = {
    orang: new Map([
      ["dewi", { nama: "Dewi Lestari", grup: ["satuan-kerja", "satker-biro-keuangan"] }],
      ["rudi", { nama: "Rudi Hartono", grup: ["satuan-kerja", "satker-pusdatin"] }],
      ["hendra", { nama: "Hendra Gunawan", grup: ["kepala-ukpbj"] }],
      ["andi", { nama: "Andi Pratama", grup: ["tim-pengelola-lpse"] }],
      ["maya", { nama: "Maya Anggraini", grup: ["tim-pengelola-lpse"] }],
      ["wahyu", { nama: "Wahyu Setiawan", grup: ["pemilik-proses"] }],
      ["wati", { nama: "Wati Kusuma", grup: ["pemilik-proses", "penyetuju-proses"] }],
      ["sari", { nama: "Sari Handayani", grup: ["penyetuju-proses"] }],
      ["admin", { nama: "Admin LPSE", grup: ["camunda-admin"] }],
    ]),
    tugas: new Map(),
    lampau: new Map(),
    instans: new Map(),
    kejadian: [],
    panggilan: [],
    semua: [],
    tolak: new Map(),
    sesiDiakhiri: [],
    tahan: Promise.resolve(),
    mati: false,
  };
  const app = express().use(express.json(), express.urlencoded({ extended: false }), (req, _res, next) => {
    keadaan.semua.push(`${req.method} ${req.path}`);
    next();
  });
  sesi(app, keadaan);
  rest(app, keadaan);
  const server = createServer(app).listen(0, "127.0.0.1");
  await new Promise((siap) => server.once("listening", siap));
  const { port } = server.address() as AddressInfo;
  const close = () => new Promise<void>((selesai) => server.close(() => selesai()).closeAllConnections());
  return { url: `http://127.0.0.1:${port}`, keadaan, close };
}

function ambilTolakan(k: KeadaanPalsu, kerja: string): Tolakan | undefined {
  const tolak = k.tolak.get(kerja);
  tolak?.efek?.();
  if (tolak?.kali !== undefined && --tolak.kali === 0) k.tolak.delete(kerja);
  return tolak;
}

const tolakan = (res: Response, status: number, type: string, message: string) =>
  void res.status(status).json({ type, message });

/** The web apps' side: people with their cookies see and do only what their groups allow. */
function sesi(app: Express, k: KeadaanPalsu): void {
  const siapa = (req: Request) => /JSESSIONID=(\w+)/.exec(req.headers.cookie ?? "")?.[1] ?? "";
  const terlihat = (req: Request) => {
    const tugas = k.tugas.get(String(req.params.id));
    const grup = k.orang.get(siapa(req))?.grup ?? [];
    return tugas && (tugas.pelaksana === siapa(req) || tugas.grup.some((g) => grup.includes(g))) ? tugas : undefined;
  };
  app.get("/camunda/api/admin/auth/user/default", (req, res) => {
    if (!k.orang.has(siapa(req))) return void res.status(404).end();
    const cockpit = k.orang.get(siapa(req))?.grup.some((g) => ["pemilik-proses", "camunda-admin"].includes(g));
    res.json({ userId: siapa(req), authorizedApps: ["tasklist", ...(cockpit ? ["cockpit"] : [])] });
  });
  app.post("/camunda/api/admin/auth/user/default/login/:aplikasi", (req, res) => {
    const { username, password } = req.body;
    if (password !== "benar" || !k.orang.has(username)) return void res.status(401).json({ status: 401 });
    if (req.params.aplikasi === "admin") return void res.status(403).json({ status: 403 });
    res.cookie("JSESSIONID", username, { path: "/" }).cookie("XSRF-TOKEN", "t", { path: "/camunda" });
    res.json({ userId: username, authorizedApps: ["tasklist"], asal: req.get("origin") });
  });
  app.use(API, (req, res, next) => {
    if (!k.orang.has(siapa(req))) return tolakan(res, 401, "", "");
    if (req.method !== "POST") return next();
    // The CSRF filter, which does not name its refusals.
    if (req.get("x-xsrf-token") !== "token") {
      k.sesiDiakhiri.push(siapa(req));
      return void res.status(403).json({ status: 403, error: "Forbidden" });
    }
    k.panggilan.push({ jalur: req.path, isi: req.body });
    const tolak = ambilTolakan(k, String(req.path.split("/").at(-1)));
    if (tolak) return void res.status(tolak.status).json(tolak.isi);
    next();
  });
  app.get(`${API}/task/:id`, (req, res) => {
    const tolak = ambilTolakan(k, "task");
    if (tolak) return void res.status(tolak.status).json(tolak.isi);
    const tugas = terlihat(req);
    if (!tugas) return tolakan(res, 404, "InvalidRequestException", "No matching task");
    res.json(tugasDto(tugas));
  });
  app.post(`${API}/task/:id/claim`, (req, res) => {
    const tugas = terlihat(req);
    if (!tugas) return tolakan(res, 500, "NullValueException", "task is null");
    tugas.pelaksana = req.body.userId;
    res.status(204).end();
  });
  app.post(`${API}/task/:id/:kerja`, (req, res) => {
    const tugas = terlihat(req);
    if (!tugas) return tolakan(res, 500, "NullValueException", "Cannot find task: task is null");
    k.tugas.delete(tugas.id);
    k.lampau.set(tugas.id, { ...tugas, sebab: "completed" });
    Object.assign(k.instans.get(tugas.instans)?.variabel ?? {}, req.body.variables);
    res.status(204).end();
  });
  app.get(`${API}/process-definition/:id`, (req, res) => void res.json({ key: req.params.id.split(":")[0] }));
  app.post(`${API}/process-definition/{*sisa}`, async (req, res) => {
    await k.tahan;
    const pemohon = siapa(req);
    if (!k.orang.get(pemohon)?.grup.includes("satuan-kerja")) return tolakan(res, 403, "AuthorizationException", "no");
    const instans = tambahInstans(k, req.body.businessKey, { ...req.body.variables, pemohon: teks(pemohon) });
    tambahTugas(k, instans, "kirim-permohonan", [req.body.variables?.satker?.value], pemohon);
    res.json({ links: [{ href: "http://127.0.0.1:8080/" }], id: instans.id, businessKey: instans.nomor });
  });
  app.all("/camunda/{*sisa}", (req, res) => void res.cookie("XSRF-TOKEN", "t", { path: "/camunda" }).json(luar(req)));
}

/** What reached the engine through the proxy. */
const luar = (req: Request) => ({
  jalur: req.originalUrl,
  cookie: req.headers.cookie ?? null,
  host: req.headers["x-forwarded-host"] ?? null,
  asal: req.headers.origin ?? null,
  isi: req.body ?? null,
});

const teks = (value: string) => ({ type: "String", value });

const tugasDto = (t: TugasPalsu) => ({
  id: t.id,
  name: t.nama,
  assignee: t.pelaksana,
  created: saat,
  due: "2026-11-24T09:00:00.000+0700",
  processDefinitionId: t.definisi,
  processInstanceId: t.instans,
  taskDefinitionKey: t.kunci,
  suspended: false,
});

const instansDto = (i: InstansPalsu) => ({
  id: i.id,
  businessKey: i.nomor,
  processDefinitionId: DEFINISI,
  startTime: saat,
  endTime: i.state === "ACTIVE" ? null : saat,
  startUserId: i.variabel.pemohon?.value ?? null,
  state: i.state,
  deleteReason: i.state === "EXTERNALLY_TERMINATED" ? "salah kirim" : null,
});

const orangDto = ([id, { nama }]: [string, { nama: string }]) => ({
  id,
  firstName: nama.split(" ")[0],
  lastName: nama.split(" ").slice(1).join(" "),
});

/** The REST side, for the service account. */
function rest(app: Express, k: KeadaanPalsu): void {
  const bpmn = () => ({ id: DEFINISI, bpmn20Xml: readFileSync("bpmn/reset-password-spse.bpmn", "utf8") });
  const variabel = (i: InstansPalsu) =>
    Object.entries(i.variabel).map(([name, v]) => ({
      id: `${i.id}:${name}`,
      name,
      ...v,
      processInstanceId: i.id,
      activityInstanceId: i.id,
    }));
  const r = express.Router();
  app.use("/engine-rest", r);
  r.use((_req, res, next) => (k.mati ? void res.status(503).end() : next()));
  r.get("/version", (_req, res) => void res.json({ version: "7.24.0" }));
  r.get("/group", (req, res) => {
    const semua = [...new Set([...k.orang.values()].flatMap((o) => o.grup))];
    const grup = req.query.member === undefined ? semua : (k.orang.get(String(req.query.member))?.grup ?? []);
    res.json(grup.map((id) => ({ id, name: id, type: SATKER.test(id) ? "SATKER" : "WORKFLOW" })));
  });
  r.get("/user/:id/profile", (req, res) => {
    const orang = k.orang.get(req.params.id);
    if (orang) res.json(orangDto([req.params.id, orang]));
    else res.status(404).json({});
  });
  r.get("/user", (req, res) => {
    const ids = String(req.query.idIn).split(",");
    res.json([...k.orang].filter(([id]) => ids.includes(id)).map(orangDto));
  });
  r.get("/process-definition", (req, res) => {
    const [key = "", version = ""] = DEFINISI.split(":");
    const dikenal = req.query.key === key && [undefined, version].includes(req.query.version as string | undefined);
    res.json(dikenal ? [{ id: DEFINISI, key, version: Number(version) }] : []);
  });
  r.get("/process-definition/{*sisa}", (_req, res) => void res.json(bpmn()));
  r.get("/task/:id/variables", (req, res) => {
    const tolak = ambilTolakan(k, "variables");
    if (tolak) return void res.status(tolak.status).json(tolak.isi);
    res.json(k.instans.get(k.tugas.get(req.params.id)?.instans ?? "")?.variabel);
  });
  r.get(
    "/task/:id/identity-links",
    (req, res) => void res.json(k.tugas.get(req.params.id)?.grup.map((groupId) => ({ groupId }))),
  );
  r.post("/task/:id/unclaim", (req, res) => {
    const tolak = ambilTolakan(k, "unclaim");
    if (tolak) return void res.status(tolak.status).json(tolak.isi);
    const tugas = k.tugas.get(req.params.id);
    if (tugas) tugas.pelaksana = null;
    res.status(204).end();
  });
  r.post("/task", (req, res) => {
    const milik = [...k.tugas.values()].filter((t) => req.body.processInstanceIdIn.includes(t.instans));
    res.json(milik.map(tugasDto));
  });
  r.post("/external-task", (_req, res) => void res.json([]));
  r.get("/history/task", (req, res) => {
    const lalu = k.lampau.get(String(req.query.taskId));
    const kini = k.tugas.get(String(req.query.taskId));
    const tugas = lalu ?? kini;
    const milik = { processDefinitionKey: tugas?.definisi.split(":")[0], assignee: tugas?.pelaksana };
    res.json(tugas ? [{ ...milik, endTime: lalu ? saat : null, deleteReason: lalu?.sebab ?? null }] : []);
  });
  r.get("/history/identity-link-log", (req, res) => {
    const tugas = k.lampau.get(String(req.query.taskId));
    res.json(tugas?.grup.map((groupId) => ({ groupId })) ?? []);
  });
  r.post("/history/process-instance", (req, res) => {
    const { processInstanceBusinessKey: nomor, processInstanceIds: ids, orQueries = [] } = req.body;
    if (nomor === undefined) {
      k.panggilan.push({ jalur: "/history/process-instance", isi: { ...req.body, ...req.query } });
      return void res.json([...k.instans.values()].filter(({ id }) => ids?.includes(id) ?? true).map(instansDto));
    }
    const satker = orQueries[0]?.variables.map((v: { value: string }) => v.value);
    const milik = (i: InstansPalsu) => !satker || satker.includes(i.variabel.satker?.value);
    res.json([...k.instans.values()].filter((i) => i.nomor === nomor && milik(i)).map(instansDto));
  });
  r.get("/history/user-operation", (req, res) => {
    const instans = k.instans.get(String(req.query.processInstanceId));
    res.json(instans?.state === "EXTERNALLY_TERMINATED" ? [{ userId: "sari" }] : []);
  });
  r.post("/history/process-instance/count", (_req, res) => void res.json({ count: k.instans.size }));
  r.post("/history/variable-instance", (req, res) => {
    const milik = [...k.instans.values()].filter((i) => req.body.processInstanceIdIn.includes(i.id));
    res.json(milik.flatMap(variabel));
  });
  r.get("/history/activity-instance", (req, res) => {
    const milik = k.kejadian.filter((a) => a.instans === req.query.processInstanceId);
    res.json(milik.map((a, i) => ({ id: `a${i}`, activityType: "userTask", canceled: false, assignee: null, ...a })));
  });
  r.post("/message", (req, res) => {
    const tolak = ambilTolakan(k, "message");
    if (tolak) return void res.status(tolak.status).json(tolak.isi);
    k.panggilan.push({ jalur: "/message", isi: req.body });
    res.status(204).end();
  });
}

let urut = 0;

/** A request in the engine. */
export function tambahInstans(k: KeadaanPalsu, nomor: string, variabel: InstansPalsu["variabel"] = {}): InstansPalsu {
  const instans = { id: `instans-${++urut}`, nomor, variabel, state: "ACTIVE" };
  k.instans.set(instans.id, instans);
  return instans;
}

/** An open task of a request. */
export function tambahTugas(
  k: KeadaanPalsu,
  instans: InstansPalsu,
  kunci: string,
  grup: readonly string[],
  pelaksana: string | null = null,
  definisi = DEFINISI,
): TugasPalsu {
  const tugas = { id: `tugas-${++urut}`, kunci, nama: `Nama ${kunci}`, instans: instans.id, grup, definisi, pelaksana };
  k.tugas.set(tugas.id, tugas);
  return tugas;
}
