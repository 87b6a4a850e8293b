import express, { type Request, Router } from "express";
import { z } from "zod";
import { Galat } from "../../galat.js";
import { KUNCI_PROSES } from "../../proses/kunci.js";
import { bacaVariabel } from "../../proses/permohonan.js";
import { type TugasMesin, tugasPengguna } from "../../sesi/mesin-pengguna.js";
import type { Pengguna } from "../../sesi/pengguna.js";
import type { Konteks } from "../konteks.js";
import { tampilkanKredensial } from "../tugas/kredensial-tugas.js";
import { jenisKredensial, pandanganTugas } from "../tugas/pandangan-tugas.js";
import { jelaskanTugasHilang } from "../tugas/tugas-hilang.js";
import { periksa } from "../validasi.js";

const MintaKredensial = z.object({ baru: z.boolean().default(false) }).default({ baru: false });

/** `/tugas/:id` for the forms, and the one-time view of a credential. */
export function ruteTugas(k: Konteks): Router {
  const rute = Router();
  rute.get("/tugas/:id", async (req, res) => {
    res
      .set("cache-control", "no-store")
      .json(await pandanganTugas(k, await tugasSendiri(k, req, await k.sesi(req.headers))));
  });
  rute.post("/tugas/:id/kredensial", express.json({ limit: "1kb" }), async (req, res) => {
    const pengguna = await k.sesi(req.headers);
    const { baru } = periksa(MintaKredensial, req.body);
    const tugas = await tugasSendiri(k, req, pengguna);
    res.json(await kredensialTugas(k, pengguna, tugas, baru));
  });
  return rute;
}

/** The task as this person may see it; throws 404, or that it is over for those it was meant for. */
export async function tugasSendiri(k: Konteks, req: Request<{ id: string }>, pengguna: Pengguna): Promise<TugasMesin> {
  const tugas = await tugasPengguna(k.pengguna, req.headers, req.params.id);
  if (tugas?.processDefinitionId?.split(":")[0] === KUNCI_PROSES) return tugas;
  const sebab = await jelaskanTugasHilang(k, req.params.id, pengguna);
  throw sebab.kode === "BUKAN_UNTUK_ANDA" ? new Galat("TUGAS_TIDAK_DITEMUKAN", "Tugas tidak ditemukan.") : sebab;
}

async function kredensialTugas(k: Konteks, pengguna: Pengguna, tugas: TugasMesin, baru: boolean) {
  const jenis = jenisKredensial(tugas);
  if (!jenis || (baru && jenis !== "reset-manual"))
    throw new Galat("TUGAS_TANPA_KREDENSIAL", "Tugas ini tidak menampilkan password baru.");
  if (tugas.assignee !== pengguna.id)
    throw new Galat("AMBIL_DAHULU", "Ambil tugas ini dahulu: password hanya ditampilkan kepada pelaksananya.");
  const { nilai } = bacaVariabel(await k.mesin.variabelTugas(tugas.id));
  if (!nilai.akunDiproses || tugas.processInstanceId === null) throw new Error("the task has no account");
  const pemilik = { instans: tugas.processInstanceId, akun: nilai.akunDiproses.id };
  const minta = { tugas: tugas.id, jenis, oleh: pengguna.id, pemilik, baru };
  const kredensial = await tampilkanKredensial(k.db, k.kunci, minta);
  return { userId: nilai.hasil?.userId ?? (nilai.akunDiproses.userId || null), ...kredensial };
}
