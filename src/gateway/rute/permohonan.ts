import express, { Router } from "express";
import { z } from "zod";
import { Galat } from "../../galat.js";
import { KUNCI_PROSES } from "../../proses/kunci.js";
import { Alasan } from "../../proses/variabel.js";
import { API_MESIN } from "../../sesi/mesin-pengguna.js";
import type { Konteks } from "../konteks.js";
import { daftarPermohonan } from "../permohonan/daftar.js";
import { permohonanTerlihat, statusPermohonan } from "../permohonan/pandangan.js";
import { tarikPermohonan } from "../permohonan/tarik.js";
import { mulaiPermohonan } from "../tugas/mulai.js";
import { periksa } from "../validasi.js";

const JALUR_MULAI = `${API_MESIN}/process-definition/key/${KUNCI_PROSES}/submit-form`;
const NOMOR = /^RP-\d{4}-\d{4,9}$/;

const Daftar = z.object({
  cari: z.string().trim().max(100, "Kata yang dicari paling panjang 100 huruf.").optional(),
  halaman: z.coerce.number().int().min(1).max(10_000).default(1),
  ukuran: z.coerce.number().int().min(1).max(100).default(20),
});
const Tarik = z.object({ alasan: Alasan }, { error: "Alasan wajib diisi." });

/** `/permohonan`: the list, one request's status, a new request, a withdrawal. */
export function rutePermohonan(k: Konteks): Router {
  const json = express.json({ limit: "1mb" });
  const rute = Router();
  rute.get("/permohonan", async (req, res) => {
    const pengguna = await k.sesi(req.headers);
    res.json(await daftarPermohonan(k, pengguna, periksa(Daftar, req.query)));
  });
  rute.post("/permohonan", json, async (req, res) => {
    const pengguna = await k.sesi(req.headers);
    const { nomor, instans } = await mulaiPermohonan(k, pengguna, req.headers, JALUR_MULAI, req.body);
    const [tugas] = await k.mesin.tugasTerbuka([instans]);
    const tautan = `/camunda/app/tasklist/default/#/${tugas ? `?task=${tugas.id}` : ""}`;
    res.status(201).location(`/api/permohonan/${nomor}`).json({ nomor, tautan });
  });
  rute.get("/permohonan/:nomor", async (req, res) => {
    const pengguna = await k.sesi(req.headers);
    const terlihat = await permohonanTerlihat(k, pengguna, nomorSah(req.params.nomor));
    res.json(await statusPermohonan(k, pengguna, terlihat));
  });
  rute.post("/permohonan/:nomor/tarik", json, async (req, res) => {
    const pengguna = await k.sesi(req.headers);
    const nomor = nomorSah(req.params.nomor);
    await tarikPermohonan(k, pengguna, nomor, periksa(Tarik, req.body).alasan);
    res.json({ nomor, keadaan: "ditarik" });
  });
  return rute;
}

function nomorSah(nomor: string): string {
  if (NOMOR.test(nomor)) return nomor;
  throw new Galat("PERMOHONAN_TIDAK_DITEMUKAN", "Permohonan tidak ditemukan.");
}
