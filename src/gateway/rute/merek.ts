import { Router } from "express";
import { Galat } from "../../galat.js";
import { gayaMerek } from "../../merek.js";
import type { Konteks } from "../konteks.js";

/** `/merek`: the agency's look for the web apps and their sign-in page; no login, asked for anew each time. */
export function ruteMerek({ merek }: Konteks): Router {
  const rute = Router();
  rute.use((_req, res, next) => {
    res.set("cache-control", "no-cache");
    next();
  });
  rute.get("/merek.json", (_req, res) => {
    res.json({ instansi: merek.instansi, aplikasi: merek.aplikasi });
  });
  rute.get("/merek.css", (_req, res) => {
    res.type("text/css").send(gayaMerek(merek));
  });
  rute.get("/logo", (_req, res) => {
    if (!merek.logo) throw new Galat("JALUR_TIDAK_DIKENAL", "Logo instansi belum dipasang.");
    res.type(merek.logo.jenis).send(merek.logo.isi);
  });
  return rute;
}
