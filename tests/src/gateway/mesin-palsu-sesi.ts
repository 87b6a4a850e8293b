/** The web apps' side of the fake engine: people with their cookies see and do only what their groups allow. */
import type { Express, Request } from "express";
import { ambilTolakan, type KeadaanPalsu, tambahInstans, tambahTugas, teks, tolakan, tugasDto } from "./mesin-palsu.js";

const API = "/camunda/api/engine/engine/default";

/** Serves it on `app`. */
export function sesi(app: Express, k: KeadaanPalsu): void {
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
