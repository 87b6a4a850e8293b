import { Router } from "express";
import type { Konteks } from "../konteks.js";
import { keadaanKalender } from "../latar/pengawas-kalender.js";

/** The working calendar for browsers, as its checked files; and for those who look after the system, how long it lasts. */
export function ruteKalender(k: Konteks): Router {
  const rute = Router();
  rute.get("/kalender", async (req, res) => {
    await k.sesi(req.headers);
    const { sisaHari, peringatan } = keadaanKalender(k.kalender, k.jam().getTime());
    res.json({ berkas: k.kalender.berkas, tahunDimuat: k.kalender.tahunDimuat, sisaHari, peringatan });
  });
  return rute;
}
