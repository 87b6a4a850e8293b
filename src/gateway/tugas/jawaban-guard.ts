/** Stands before the proxied engine: answers of forms pass only checked and translated into process variables. */
import express, { type NextFunction, type Request, type RequestHandler, type Response } from "express";
import { z } from "zod";
import { EngineError } from "../../engine/client.js";
import { Galat } from "../../galat.js";
import { KUNCI_PROSES } from "../../proses/kunci.js";
import {
  API_MESIN,
  type Balasan,
  halamanUsang,
  sesiBerakhir,
  type TugasMesin,
  tugasPengguna,
} from "../../sesi/mesin-pengguna.js";
import type { Konteks } from "../konteks.js";
import { tolakanMesin } from "../mesin/tolakan-mesin.js";
import { periksaAsal, tokenSesuai } from "../pintu/asal.js";
import { kenaliPanggilan, type SebutanDefinisi } from "../pintu/jalur.js";
import { periksa } from "../validasi.js";
import { mulaiPermohonan } from "./mulai.js";
import { selesaikanTugas } from "./selesaikan.js";
import { alasanDitolak, bukanUntukAnda, jelaskanTugasHilang } from "./tugas-hilang.js";

const UKURAN_JAWABAN = "1mb";

/** What Tasklist sends. The answer is Json text in one variable; whatever else stands there is not passed on. */
const Kiriman = z.object(
  {
    variables: z.object(
      { jawaban: z.object({ value: z.string() }, { error: "Isian formulir tidak ada." }) },
      { error: "Isian formulir tidak ada." },
    ),
  },
  { error: "Isian formulir tidak ada." },
);

/** The middleware for `/camunda`; calls that carry no answer to this process pass through untouched. */
export function jawabanGuard(k: Konteks): RequestHandler {
  const bacaBadan = express.json({ limit: UKURAN_JAWABAN, type: () => true });
  return async (req, res, next) => {
    const panggilan = kenaliPanggilan(req.method, req.path);
    if (panggilan.jenis === "ganjil")
      throw new Galat("PERMINTAAN_TIDAK_TERBACA", "Alamat permintaan tidak dapat dibaca.");
    if (panggilan.jenis === "biasa") return next();
    if (panggilan.jenis === "mulai") {
      if (!(await prosesKita(k, req, panggilan.definisi))) return next();
      const masukan = await jawabanDari(bacaBadan, req, res);
      const pengguna = await k.sesi(req.headers);
      return kirim(res, (await mulaiPermohonan(k, pengguna, req.headers, req.path, masukan)).balasan);
    }
    const tugas = await tugasTerlihat(k, req, panggilan.tugas);
    // Giving a task back is for every process: nobody has the right that the engine wants for it.
    if (panggilan.jenis === "lepas") return lepaskan(k, req, res, tugas);
    if (kunciDefinisi(tugas) !== KUNCI_PROSES) return next();
    if (panggilan.jenis === "ambil") return ambil(k, bacaBadan, req, res, tugas);
    if (panggilan.jenis === "ubah-variabel")
      throw new Galat("HANYA_LEWAT_FORMULIR", "Isian tugas ini hanya dapat dikirim lewat formulirnya.");
    const masukan = await jawabanDari(bacaBadan, req, res);
    const pengguna = await k.sesi(req.headers);
    kirim(res, await selesaikanTugas(k, { pengguna, dari: req.headers, jalur: req.path, tugas, masukan }));
  };
}

/**
 * Takes the task as the engine allows it; through here, because a timer's escalation may be under way in the request, and
 * because whoever comes second shall learn who was first.
 */
async function ambil(k: Konteks, bacaBadan: RequestHandler, req: Request, res: Response, tugas: TugasMesin) {
  await baca(bacaBadan, req, res);
  const balasan = await k.pengguna(req.headers, "POST", req.path, req.body);
  if (balasan.status < 300) return kirim(res, balasan);
  const tolakan = tolakanMesin(balasan, "Tugas ini bukan untuk Anda.");
  throw await alasanDitolak(k, { dari: req.headers, tugas, pengguna: await k.sesi(req.headers) }, tolakan);
}

/**
 * Gives the person's own task back to its group. The engine wants for this the right to hand tasks to anybody, which
 * people do not have; so the service account does it, and the CSRF check that the engine would make is made here.
 */
async function lepaskan(k: Konteks, req: Request, res: Response, tugas: TugasMesin): Promise<void> {
  periksaAsal(req);
  if (!tokenSesuai(req)) throw halamanUsang();
  if (tugas.assignee !== (await k.sesi(req.headers)).id) throw bukanUntukAnda();
  try {
    await k.mesin.lepas(tugas.id);
  } catch (error) {
    // A process that came into the engine by another way than the modeler.
    if (error instanceof EngineError && error.status === 403) throw bukanUntukAnda();
    throw error;
  }
  res.status(204).end();
}

async function tugasTerlihat(k: Konteks, req: Request, id: string): Promise<TugasMesin> {
  const tugas = await tugasPengguna(k.pengguna, req.headers, id);
  if (tugas) return tugas;
  throw await jelaskanTugasHilang(k, id, await k.sesi(req.headers));
}

/** The engine makes a definition's id of key, version and a unique part. */
const kunciDefinisi = ({ processDefinitionId }: TugasMesin): string | undefined => processDefinitionId?.split(":")[0];

async function prosesKita(k: Konteks, req: Request, definisi: SebutanDefinisi): Promise<boolean> {
  if ("key" in definisi) return definisi.key === KUNCI_PROSES;
  const jalur = `${API_MESIN}/process-definition/${encodeURIComponent(definisi.id)}`;
  const balasan = await k.pengguna(req.headers, "GET", jalur);
  if (balasan.status === 401) throw sesiBerakhir();
  const dikenal = z.object({ key: z.string() }).safeParse(balasan.json);
  // What this person may not even see, the engine refuses itself.
  return dikenal.success && dikenal.data.key === KUNCI_PROSES;
}

async function baca(pembaca: RequestHandler, req: Request, res: Response): Promise<void> {
  await new Promise<void>((selesai, gagal) => {
    const lanjut: NextFunction = (error?: unknown) => (error ? gagal(error) : selesai());
    pembaca(req, res, lanjut);
  });
}

async function jawabanDari(bacaBadan: RequestHandler, req: Request, res: Response): Promise<unknown> {
  await baca(bacaBadan, req, res);
  const { variables } = periksa(Kiriman, req.body);
  try {
    return JSON.parse(variables.jawaban.value);
  } catch {
    throw new Galat("PERMINTAAN_TIDAK_TERBACA", "Isian formulir tidak dapat dibaca.");
  }
}

/** The engine's own reply, with the cookies it set; its links name the engine's inner address and are left out. */
function kirim(res: Response, { status, headers, json }: Balasan): void {
  const kuki = headers.getSetCookie();
  if (kuki.length > 0) res.setHeader("set-cookie", kuki);
  res.status(status);
  if (json === undefined) res.end();
  else res.json(json instanceof Object && "links" in json ? { ...json, links: [] } : json);
}
