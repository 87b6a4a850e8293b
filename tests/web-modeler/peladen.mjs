/**
 * The modeler's pages with an API in memory, behind the gateway's own headers (dist/): for browser tests of the editor and
 * for its benchmark, which need no engine. The real API has its own tests and journey.
 */
import { EventEmitter } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import express from "express";
import { createPelindung, createStatis } from "../../dist/src/gateway/pintu/statis.js";
import { topics } from "../../dist/workers/registry.js";

const KUNCI = "reset-password-spse";
const VERSI = `${KUNCI}:1:uji`;

/** Starts on a free port; `grup` is what the person belongs to, `xml` the diagram in force. */
export async function mulaiPeladen({
  grup = ["pemilik-proses"],
  xml = readFileSync("bpmn/reset-password-spse.bpmn", "utf8"),
} = {}) {
  const draf = new Map();
  /** `draf`: one was made, saved or deleted. */
  const peristiwa = new EventEmitter();
  const keadaan = { putus: false, simpan: 0 };
  const app = express();
  app.use(createPelindung());
  const api = express.Router();
  api.use(express.json({ limit: "20mb" }));
  api.use((_req, res, next) =>
    keadaan.putus ? res.status(503).json({ detail: "Peladen sedang tidak tersedia." }) : next(),
  );
  api.get("/saya", (_req, res) => res.json({ id: "budi", nama: "Budi", grup: grup.map((id) => ({ id })) }));
  const ringkas = () => [...draf.values()].map(({ xml: _xml, ...d }) => d);
  const versi = {
    id: VERSI,
    versi: 1,
    tag: "1.0",
    diterapkan: "2026-11-02T01:00:00Z",
    oleh: "Sri",
    catatan: "Versi pertama",
    keadaan: "berlaku",
    permohonanBerjalan: 3,
  };
  api.get("/modeler/proses", (_req, res) =>
    res.json({ proses: [{ kunci: KUNCI, nama: "Reset Password Akun SPSE", berlaku: versi, draf: ringkas() }] }),
  );
  api.get("/modeler/proses/:kunci/versi", (_req, res) => res.json({ versi: [versi] }));
  api.get("/modeler/versi/:id/xml", (_req, res) => res.type("application/xml").send(xml));
  api.get("/modeler/topik", (_req, res) =>
    res.json({
      topik: topics.map((t) => ({
        topik: t.topic,
        masukan: Object.keys(t.input?.shape ?? {}),
        keluaran: Object.keys(t.output?.shape ?? {}),
        galat: t.errorCodes,
      })),
      formulir: readdirSync("bpmn/forms").map((f) => f.replace(/\.html$/, "")),
      grup: JSON.parse(readFileSync("bpmn/organisasi.json", "utf8")).grup.map(({ id, nama }) => ({ id, nama })),
    }),
  );
  api.post("/modeler/draf", (req, res) => {
    const id = `d${draf.size + 1}`;
    const kini = new Date().toISOString();
    draf.set(id, {
      id,
      kunci: KUNCI,
      ...req.body,
      revisi: 1,
      oleh: "Budi",
      dibuat: kini,
      diubah: kini,
      diubahOleh: "Budi",
      keadaan: "disusun",
    });
    res.status(201).json(draf.get(id));
    peristiwa.emit("draf");
  });
  api.get("/modeler/draf/:id", (req, res) =>
    draf.has(req.params.id)
      ? res.json(draf.get(req.params.id))
      : res.status(404).json({ detail: "Draf tidak ditemukan." }),
  );
  api.put("/modeler/draf/:id", (req, res) => {
    const d = draf.get(req.params.id);
    keadaan.simpan += 1;
    if (req.body.revisi !== d.revisi)
      return res.status(409).json({ kode: "DRAF_BERUBAH", revisi: d.revisi, xml: d.xml, diubahOleh: d.diubahOleh });
    Object.assign(d, { xml: req.body.xml, revisi: d.revisi + 1, diubah: new Date().toISOString(), diubahOleh: "Budi" });
    res.json({ revisi: d.revisi });
    peristiwa.emit("draf");
  });
  api.delete("/modeler/draf/:id", (req, res) => {
    draf.delete(req.params.id);
    res.status(204).end();
  });
  app.use("/api", api);
  app.use(createStatis("dist/web"));
  const server = await new Promise((jadi) => {
    const s = app.listen(0, "127.0.0.1", () => jadi(s));
  });
  return {
    alamat: `http://127.0.0.1:${server.address().port}`,
    draf,
    keadaan,
    peristiwa,
    taruh: (id, isi) => {
      const kini = new Date().toISOString();
      draf.set(id, {
        id,
        kunci: KUNCI,
        judul: id,
        dasar: VERSI,
        xml: isi,
        revisi: 1,
        oleh: "Budi",
        dibuat: kini,
        diubah: kini,
        diubahOleh: "Budi",
        keadaan: "disusun",
      });
    },
    /** A colleague saves: `ubah` turns the draft's XML into hers. */
    rekan: (id, ubah) => {
      const d = draf.get(id);
      Object.assign(d, { xml: ubah(d.xml), revisi: d.revisi + 1, diubahOleh: "Sri" });
    },
    tutup: () =>
      new Promise((jadi) => {
        server.closeAllConnections();
        server.close(jadi);
      }),
  };
}
