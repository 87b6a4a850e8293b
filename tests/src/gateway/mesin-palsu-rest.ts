/** The REST side of the fake engine, for the service account. */
import { readFileSync } from "node:fs";
import express, { type Express } from "express";
import { ambilTolakan, DEFINISI, type InstansPalsu, type KeadaanPalsu, saat, tugasDto } from "./mesin-palsu.js";

const SATKER = /^satker-/;

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

/** Serves it on `app`. */
export function rest(app: Express, k: KeadaanPalsu): void {
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
