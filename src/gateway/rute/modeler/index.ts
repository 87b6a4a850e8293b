/** `/modeler`: drafts of process diagrams and their way into force. Everybody signed in may read. */
import { Router } from "express";
import type { Konteks } from "../../konteks.js";
import { createBahanModeler } from "./bahan.js";
import { ruteModelerBerlaku } from "./berlaku.js";
import { ruteModelerDraf } from "./draf.js";
import { ruteModelerMigrasi } from "./migrasi.js";
import { ruteModelerUji } from "./uji.js";
import { ruteModelerUmum } from "./umum.js";

/** All routes of the modeler. */
export function ruteModeler(k: Konteks): Router {
  const bahan = createBahanModeler(k);
  return Router().use(
    ruteModelerDraf(k, bahan),
    ruteModelerUji(k, bahan),
    ruteModelerBerlaku(k, bahan),
    ruteModelerMigrasi(k, bahan),
    ruteModelerUmum(k, bahan),
  );
}
