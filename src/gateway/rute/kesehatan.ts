import { sql } from "drizzle-orm";
import { Router } from "express";
import type { Konteks } from "../konteks.js";
import { keadaanKalender } from "../latar/pengawas-kalender.js";
import type { Metrik } from "../metrik.js";

/** For whoever watches the process: it lives, it is ready, its figures, brought up to date by `sebelumMetrik`. */
export function ruteKesehatan(k: Konteks, { registry }: Metrik, sebelumMetrik = async () => {}): Router {
  const rute = Router();
  rute.get("/healthz", (_req, res) => {
    res.json({ status: "ok" });
  });
  rute.get("/readyz", async (_req, res) => {
    const [engine, database] = await Promise.all([
      hasil(k.mesin.versi()),
      hasil(Promise.resolve(k.db.execute(sql`select 1`))),
    ]);
    const siap = engine === "ok" && database === "ok";
    const { sisaHari } = keadaanKalender(k.kalender, k.jam().getTime());
    const calendar = { daysLeft: sisaHari };
    res.status(siap ? 200 : 503).json({ status: siap ? "ok" : "not ready", engine, database, calendar });
  });
  rute.get("/metrics", async (_req, res) => {
    await sebelumMetrik();
    res.type(registry.contentType).send(await registry.metrics());
  });
  return rute;
}

const BATAS_MS = 3_000;

function hasil(janji: Promise<unknown>): Promise<"ok" | "unreachable"> {
  const batas = new Promise<"unreachable">((selesai) => setTimeout(selesai, BATAS_MS, "unreachable").unref());
  const kabar = janji.then(
    () => "ok" as const,
    () => "unreachable" as const,
  );
  return Promise.race([kabar, batas]);
}
