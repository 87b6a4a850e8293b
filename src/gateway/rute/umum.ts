import { Router } from "express";
import { Galat } from "../../galat.js";
import { KUNCI_PROSES } from "../../proses/kunci.js";
import { internal, satkerPengguna, satuSatker } from "../../sesi/pengguna.js";
import { tanggalWib } from "../../waktu/wib.js";
import type { Konteks } from "../konteks.js";

/** What pages ask first: about the product, the person, the start form, the diagram. */
export function ruteUmum(k: Konteks): Router {
  const rute = Router();
  rute.get("/info", (_req, res) => {
    res.json({ demo: k.simulator !== null, simulator: k.simulator, batasUnggah: k.uploadMaxBytes });
  });
  rute.get("/saya", async (req, res) => {
    const p = await k.sesi(req.headers);
    const [satker] = satkerPengguna(p);
    const { id, nama, grup, aplikasi } = p;
    res.json({
      id,
      nama,
      grup,
      satker: satker ? { id: satker.id, nama: satker.nama } : null,
      internal: internal(p),
      aplikasi,
    });
  });
  rute.get("/formulir-awal", async (req, res) => {
    const p = await k.sesi(req.headers);
    const satker = satuSatker(p);
    res.json({
      pemohon: { id: p.id, nama: p.nama },
      satker: { id: satker.id, nama: satker.nama },
      hariIni: tanggalWib(k.jam()),
      batasUnggah: k.uploadMaxBytes,
    });
  });
  rute.get("/proses/diagram", async (req, res) => {
    await k.sesi(req.headers);
    const diagram = await k.mesin.diagramTerpasang();
    if (!diagram) throw new Galat("PROSES_BELUM_DIPASANG", `Proses ${KUNCI_PROSES} belum dipasang di mesin.`);
    res.set({ "cache-control": "no-cache", etag: `"${diagram.id}"` });
    res.type("application/xml").send(diagram.bpmn20Xml);
  });
  return rute;
}
