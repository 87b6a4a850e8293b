/** What the modeler's routes share: the engine as its service account, who may, and what comes in again and again. */
import express, { type Request } from "express";
import { z } from "zod";
import { Galat } from "../../../galat.js";
import type { Draf } from "../../../modeler/draf.js";
import { wajibPemilik } from "../../../modeler/hak.js";
import { createMesinModeler, type MesinModeler } from "../../../modeler/mesin-modeler.js";
import { periksaDraf, type Temuan } from "../../../modeler/periksa.js";
import type { Konteks } from "../../konteks.js";

/** The routes' common ground. */
export interface BahanModeler {
  readonly mesin: MesinModeler;
  /** The id of the person, who is a process owner; throws BUKAN_PEMILIK_PROSES. */
  pemilik(req: Request): Promise<string>;
  /** What the server's check finds in a draft. */
  temuan(draf: Draf, bahasa?: "id" | "en"): Promise<Temuan[]>;
}

/** Makes it of the gateway's context. */
export function createBahanModeler(k: Konteks): BahanModeler {
  const mesin = createMesinModeler(k.engineModeler);
  return {
    mesin,
    async pemilik(req) {
      const pengguna = await k.sesi(req.headers);
      wajibPemilik(pengguna);
      return pengguna.id;
    },
    temuan: async (draf, bahasa) => periksaDraf(mesin, draf, await mesin.berlakuUntuk(draf.kunci), bahasa),
  };
}

/** Reads a body of words; diagrams have a limit of their own. */
export const bacaIsian = express.json({ limit: "1mb" });

/** The id of a draft in the path; anything else is a draft that is not there. */
export function idDraf(id: unknown): string {
  const sah = z.uuid().safeParse(id);
  if (sah.success) return sah.data;
  throw new Galat("DRAF_TIDAK_DITEMUKAN", "Draf tidak ditemukan; mungkin sudah dihapus.");
}

/** A text that has to be there; `apa` names it to the person. */
export const Teks = (apa: string, paling = 2000) =>
  z
    .string({ error: `${apa} wajib diisi.` })
    .trim()
    .min(1, `${apa} wajib diisi.`)
    .max(paling, `${apa} paling panjang ${paling} huruf.`);

/** The revision of a draft that the person saw. */
export const Revisi = z.number({ error: "Revisi draf wajib disertakan." }).int().positive();
