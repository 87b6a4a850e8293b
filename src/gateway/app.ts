/** The gateway: one origin for the engine's web apps, our API and our pages. Building it is separate from listening. */
import express, { type Express, type RequestHandler } from "express";
import { Galat } from "../galat.js";
import { pasangMetrikSla } from "../sla/metrik.js";
import { createCatatanHttp } from "./catatan-http.js";
import type { GatewayDeps } from "./deps.js";
import { createKonteks, type Konteks } from "./konteks.js";
import { ukurKalender } from "./latar/pengawas-kalender.js";
import { createMetrik } from "./metrik.js";
import { hanyaAsalSendiri } from "./pintu/asal.js";
import { dariLuar } from "./pintu/dari-luar.js";
import { kepalaUmum } from "./pintu/kepala.js";
import { createMasuk } from "./pintu/masuk.js";
import { batasi, batasiIsi } from "./pintu/pembatas.js";
import { catatPerbuatan } from "./pintu/perbuatan.js";
import { penjagaPintu } from "./pintu/pintu.js";
import { createProxy } from "./pintu/proxy.js";
import { createPelindung, createStatis, takDisimpan } from "./pintu/statis.js";
import { penanganGalat } from "./problem.js";
import { ruteArsip } from "./rute/arsip.js";
import { ruteArsipKeutuhan } from "./rute/arsip-keutuhan.js";
import { ruteArsipMusnah } from "./rute/arsip-musnah.js";
import { ruteAudit } from "./rute/audit.js";
import { ruteDokumen } from "./rute/dokumen.js";
import { ruteKalender } from "./rute/kalender.js";
import { ruteKesehatan } from "./rute/kesehatan.js";
import { ruteMerek } from "./rute/merek.js";
import { ruteModeler } from "./rute/modeler/index.js";
import { rutePermohonan } from "./rute/permohonan.js";
import { ruteSla } from "./rute/sla.js";
import { ruteSlaLaporan } from "./rute/sla-laporan.js";
import { ruteSop } from "./rute/sop.js";
import { ruteSurat } from "./rute/surat.js";
import { ruteTandaTangan } from "./rute/tanda-tangan.js";
import { ruteTugas } from "./rute/tugas.js";
import { ruteUmum } from "./rute/umum.js";
import { halamanVerifikasi, ruteVerifikasi } from "./rute/verifikasi.js";
import { jawabanGuard } from "./tugas/jawaban-guard.js";

export type { GatewayDeps } from "./deps.js";

/** Largest body of a call that is passed on to the engine as it is. */
const ISI_MESIN = 5_242_880;

/** Builds the app, on a context of its own unless one is shared with what runs beside it; it opens nothing and listens nowhere. */
export function createGateway(deps: GatewayDeps, k: Konteks = createKonteks(deps)): Express {
  const metrik = createMetrik();
  const sebelumMetrik = pasangMetrikSla(metrik.registry, k.sla, k.kalender, k.jam);
  ukurKalender(metrik.registry, deps.kalender, deps.jam);
  const app = express().disable("x-powered-by").set("etag", false);
  app.use(createCatatanHttp(deps.logger), metrik.ukur);
  app.use(ruteKesehatan(k, metrik, sebelumMetrik));
  app.use(
    kepalaUmum,
    batasi(deps.batas.permintaanPerMenit, () => deps.jam().getTime()),
    hanyaAsalSendiri,
  );
  app.use(dariLuar);
  const proxy = createProxy(deps.engineUrl, deps.asal, deps.logger);
  const mesin = [createMasuk(k), catatPerbuatan(k), penjagaPintu(k), jawabanGuard(k), batasiIsi(ISI_MESIN), proxy];
  for (const langkah of mesin) app.use(hanyaMesin(langkah));
  app.use(createPelindung());
  app.use(
    "/api",
    takDisimpan,
    ruteUmum(k),
    ruteKalender(k),
    rutePermohonan(k),
    ruteTugas(k),
    ruteDokumen(k),
    ruteModeler(k),
    ruteSla(k),
    ruteSlaLaporan(k),
    ruteArsip(k),
    ruteArsipKeutuhan(k),
    ruteArsipMusnah(k),
    ruteSurat(k),
    ruteAudit(k),
  );
  app.use(ruteSop(k));
  app.use("/api", ruteTandaTangan(k), ruteVerifikasi(k));
  app.use(halamanVerifikasi(deps.webDir));
  app.use("/merek", ruteMerek(k));
  app.use(createStatis(deps.webDir));
  app.use((req) => {
    throw new Galat("JALUR_TIDAK_DIKENAL", `Alamat ${req.path} tidak dikenal.`);
  });
  return app.use(penanganGalat(deps.logger));
}

/** Runs the handler for the engine's web apps only, without cutting anything off the path. */
const hanyaMesin =
  (handler: RequestHandler): RequestHandler =>
  (req, res, next) =>
    req.path === "/camunda" || req.path.startsWith("/camunda/") ? handler(req, res, next) : next();
