import { type RequestHandler, Router } from "express";
import { z } from "zod";
import { Galat } from "../../galat.js";
import { verifikasi } from "../../tanda-tangan/index.js";
import type { Konteks } from "../konteks.js";
import { batasi } from "../pintu/pembatas.js";

/** `GET /verifikasi/:id`, for everybody, without login: is this letter genuine? Ids are random; nothing lists them. */
export function ruteVerifikasi(k: Konteks): Router {
  const rute = Router();
  rute.get(
    "/verifikasi/:id",
    batasi(k.verifikasiPerMenit, () => k.jam().getTime()),
    async (req, res) => {
      const id = z.uuid().safeParse(req.params.id).data;
      const hasil = id === undefined ? undefined : await verifikasi(k.db, id);
      if (!hasil) throw new Galat("VERIFIKASI_TIDAK_DIKENAL", "Tidak ada surat dengan alamat ini.");
      res.json(hasil);
    },
  );
  return rute;
}

/** The page behind the QR code; which letter it shows stands in its address. */
export function halamanVerifikasi(webDir: string): RequestHandler {
  const rute = Router();
  rute.get("/verifikasi/:id", (_req, res) => {
    res.set({ "cache-control": "no-cache", "referrer-policy": "no-referrer" });
    res.sendFile("verifikasi/index.html", { root: webDir });
  });
  return rute;
}
