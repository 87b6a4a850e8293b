import express, { Router } from "express";
import { z } from "zod";
import { daftarUsul, lewatRetensi, MusnahDitolak, putuskan, tahunKemudian, usulkan } from "../../arsip/index.js";
import { Galat } from "../../galat.js";
import type { Pengguna } from "../../sesi/pengguna.js";
import { tanggalWib } from "../../waktu/wib.js";
import type { Konteks } from "../konteks.js";
import { periksa } from "../validasi.js";
import { petugasArsip } from "./arsip.js";

const Usul = z.object({
  entri: z.array(z.number().int().positive()).min(1, "Pilih sekurang-kurangnya satu entri.").max(500),
  alasan: z.string({ error: "Isi alasan." }).trim().min(5, "Isi alasan, sekurang-kurangnya 5 huruf.").max(500),
});
const Putusan = z.object({
  keputusan: z.enum(["setuju", "tolak"], { error: "Pilih setuju atau tolak." }),
  catatan: z.string().trim().max(500).default(""),
});
/** How long the record of a destruction is kept itself. */
const SIMPAN_BERITA_ACARA_TAHUN = 10;

const punya = (p: Pengguna, ...grup: string[]) => p.grup.some((g) => grup.includes(g.id));
const bolehMengusulkan = (p: Pengguna) => punya(p, "tim-pengelola-lpse");
const bolehMemutuskan = (p: Pengguna) => punya(p, "kepala-ukpbj", "kepala-lpse");

/** `/arsip/usul-musnah`: what may be destroyed, lists proposed by the Tim, decided by a Kepala. */
export function ruteArsipMusnah(k: Konteks): Router {
  const rute = Router();
  const hari = () => tanggalWib(k.jam());
  rute.get("/arsip/usul-musnah", async (req, res) => {
    const pengguna = await petugasArsip(k, req);
    const [calon, usul] = await Promise.all([lewatRetensi(k.db, hari()), daftarUsul(k.db)]);
    const nama = await k.mesin.nama(usul.flatMap((u) => [u.diusulkanOleh, u.diputusOleh ?? u.diusulkanOleh]));
    const orang = (id: string | null) => (id === null ? null : { id, nama: nama.get(id) ?? id });
    res.json({
      calon,
      usul: usul.map((u) => ({ ...u, pengusul: orang(u.diusulkanOleh), pemutus: orang(u.diputusOleh) })),
      boleh: { mengusulkan: bolehMengusulkan(pengguna), memutuskan: bolehMemutuskan(pengguna) },
    });
  });
  rute.post("/arsip/usul-musnah", express.json({ limit: "32kb" }), async (req, res) => {
    const pengguna = await petugasArsip(k, req);
    if (!bolehMengusulkan(pengguna))
      throw new Galat("BUKAN_UNTUK_ANDA", "Pemusnahan diusulkan oleh Tim Pengelola LPSE.");
    const { entri, alasan } = periksa(Usul, req.body);
    const id = await ditolak(usulkan(k.db, { oleh: pengguna.id, entri: [...new Set(entri)], alasan, hari: hari() }));
    res.status(201).json({ id });
  });
  rute.post("/arsip/usul-musnah/:id/putuskan", express.json({ limit: "8kb" }), async (req, res) => {
    const pengguna = await petugasArsip(k, req);
    if (!bolehMemutuskan(pengguna))
      throw new Galat("BUKAN_UNTUK_ANDA", "Pemusnahan diputuskan oleh Kepala LPSE atau Kepala UKPBJ.");
    const id = periksa(z.uuid("Daftar usul ini tidak ada."), req.params.id);
    const { kodeKlasifikasi, unitPengolah } = k.arsip;
    const simpanSampai = tahunKemudian(hari(), SIMPAN_BERITA_ACARA_TAHUN);
    const dasar = { kodeKlasifikasi, unitPengolah, tanggalSurat: hari(), simpanSampai };
    const isian = { ...periksa(Putusan, req.body), id, oleh: pengguna.id, kini: k.jam(), dasar };
    res.json({ dimusnahkan: await ditolak(putuskan(k.db, isian)) });
  });
  return rute;
}

/** What the archive refuses, as a reply. */
async function ditolak<T>(janji: Promise<T>): Promise<T> {
  try {
    return await janji;
  } catch (error) {
    if (error instanceof MusnahDitolak) throw new Galat("TIDAK_DAPAT_DIMUSNAHKAN", error.pesan, { cause: error });
    throw error;
  }
}
