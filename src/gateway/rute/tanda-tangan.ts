import express, { type Request, Router } from "express";
import { z } from "zod";
import { catatAudit } from "../../audit/index.js";
import { rincianDokumen } from "../../dokumen/store.js";
import { Galat } from "../../galat.js";
import { bacaVariabel } from "../../proses/permohonan.js";
import type { Pengguna } from "../../sesi/pengguna.js";
import {
  bacaUnggahan,
  GalatPenanda,
  galatPenanda,
  keadaanTandaTangan,
  type Penanda,
  type SuratDitandai,
  salahSejak,
  tandaTanganiSurat,
  tinggalkan,
} from "../../tanda-tangan/index.js";
import type { Konteks } from "../konteks.js";
import { suratTugas } from "../tugas/surat-tugas.js";
import { periksa } from "../validasi.js";
import { tugasSendiri } from "./tugas.js";

const Passphrase = z.object({
  passphrase: z.string({ error: "Passphrase wajib diisi." }).min(1, "Passphrase wajib diisi.").max(200),
});
const Unggahan = z.object({ dokumen: z.uuid() });

const SALAH_PALING_BANYAK = 5;
const SALAH_DALAM_MS = 15 * 60_000;

/** `/tugas/:id/tanda-tangan` and `/tugas/:id/surat-bertanda-tangan`: step 9. */
export function ruteTandaTangan(k: Konteks): Router {
  const rute = Router();
  const { penanda } = k.tandaTangan;
  const cara = penanda === null ? null : { jenis: penanda.jenis, bsre: k.tandaTangan.akarBsre.length > 0 };
  const kini = async (surat: SuratDitandai) => ({
    cara,
    ...(await keadaanTandaTangan(k, surat.draf.id, surat.oleh.id)),
  });

  rute.get("/tugas/:id/tanda-tangan", async (req, res) => {
    res.json(await kini((await suratSendiri(k, req)).surat));
  });
  // Read as text, not by express.json: its errors carry the body, and the body is the passphrase.
  rute.post("/tugas/:id/tanda-tangan", express.text({ type: () => true, limit: "4kb" }), async (req, res) => {
    const { surat } = await suratDiambil(k, req);
    const { passphrase } = periksa(Passphrase, bacaJson(req.body));
    await tolakBilaSering(k, surat.oleh.id);
    res.json({ cara, ...(await tandaTangani(k, wajibAda(penanda), surat, passphrase)) });
  });
  rute.post("/tugas/:id/tanda-tangan/periksa", async (req, res) => {
    const { surat } = await suratDiambil(k, req);
    res.json({ ...(await kini(surat)), layanan: await kabarLayanan(wajibAda(penanda), surat.oleh.id) });
  });
  rute.post("/tugas/:id/tanda-tangan/tinggalkan", async (req, res) => {
    const { surat } = await suratDiambil(k, req);
    const { id, bolehUlang, keadaan } = await keadaanTandaTangan(k, surat.draf.id, surat.oleh.id);
    if (keadaan === "berhasil" || (id !== null && !(bolehUlang && (await tinggalkan(k.db, id)))))
      throw new Galat(
        "TANDA_TANGAN_BELUM_PASTI",
        "Percobaan sebelumnya belum berakhir. Periksa lagi beberapa saat kemudian.",
      );
    res.json(await kini(surat));
  });
  rute.post("/tugas/:id/surat-bertanda-tangan", express.json({ limit: "1kb" }), async (req, res) => {
    const { surat, pengguna } = await suratSendiri(k, req);
    const { dokumen } = periksa(Unggahan, req.body);
    const milik = (await rincianDokumen(k.db, dokumen))?.pemilik === pengguna.id;
    const sumber = { draf: surat.draf.id, dokumen, nomorSurat: surat.nomorSurat };
    const dibaca = milik ? await bacaUnggahan(k.db, sumber, k.tandaTangan.akarBsre, k.jam()) : undefined;
    if (!dibaca) throw new Galat("DOKUMEN_TIDAK_DITEMUKAN", "Dokumen tidak ditemukan.");
    const rincian = { putusan: dibaca.hasil.putusan, temuan: dibaca.hasil.temuan.map((t) => t.kode).join(" ") };
    await catatAudit(k.db, { oleh: pengguna.id, tindakan: "tandaTangan.periksaUnggahan", objek: dokumen, rincian });
    res.json(dibaca.hasil);
  });
  return rute;
}

async function suratSendiri(k: Konteks, req: Request<{ id: string }>) {
  const pengguna: Pengguna = await k.sesi(req.headers);
  const tugas = await tugasSendiri(k, req, pengguna);
  const { nilai } = bacaVariabel(await k.mesin.variabelTugas(tugas.id));
  const surat = suratTugas(tugas, nilai, pengguna);
  if (!surat) throw new Galat("TUGAS_TIDAK_DITEMUKAN", "Tugas ini bukan penandatanganan surat.");
  return { surat, pengguna, tugas };
}

/** Only whoever has taken the task signs. */
async function suratDiambil(k: Konteks, req: Request<{ id: string }>) {
  const milik = await suratSendiri(k, req);
  if (milik.tugas.assignee !== milik.pengguna.id)
    throw new Galat("AMBIL_DAHULU", "Ambil tugas ini dahulu: surat hanya dapat ditandatangani oleh pelaksananya.");
  return milik;
}

function wajibAda(penanda: Penanda | null): Penanda {
  if (penanda) return penanda;
  throw new Galat(
    "TANDA_TANGAN_TIDAK_TERSEDIA",
    "Tanda tangan elektronik belum diatur pada sistem ini. Unggah surat yang sudah ditandatangani.",
  );
}

/** Somebody else at the desk must not be able to guess, nor lock the person out at BSrE. */
async function tolakBilaSering(k: Konteks, oleh: string): Promise<void> {
  const sejak = new Date(k.jam().getTime() - SALAH_DALAM_MS);
  if ((await salahSejak(k.db, oleh, sejak)) >= SALAH_PALING_BANYAK)
    throw new Galat("TANDA_TANGAN_DIBATASI", "Passphrase lima kali salah. Coba lagi dalam 15 menit.");
}

async function tandaTangani(k: Konteks, penanda: Penanda, surat: SuratDitandai, passphrase: string) {
  try {
    return await tandaTanganiSurat(k, penanda, surat, passphrase);
  } catch (error) {
    if (error instanceof GalatPenanda) throw new Galat("TANDA_TANGAN_DITOLAK", galatPenanda[error.kode].pesan);
    throw error;
  }
}

/** What the service says about this person's right to sign: a sentence against it, or null. */
async function kabarLayanan(penanda: Penanda, akun: string): Promise<string | null> {
  try {
    await penanda.periksaAkun(akun);
    return null;
  } catch (error) {
    return error instanceof GalatPenanda ? galatPenanda[error.kode].pesan : galatPenanda.TIDAK_TERHUBUNG.pesan;
  }
}

function bacaJson(badan: unknown): unknown {
  try {
    return JSON.parse(typeof badan === "string" ? badan : "");
  } catch {
    // Without a cause: the parser's message quotes what it read.
    throw new Galat("PERMINTAAN_TIDAK_TERBACA", "Permintaan tidak dapat dibaca.");
  }
}
