import { Router } from "express";
import { catatPemeriksaan, type HasilPeriksa, keadaanArsip, periksaArsip } from "../../arsip/index.js";
import type { Konteks } from "../konteks.js";
import { petugasArsip } from "./arsip.js";

/** A verification under way: `dibaca` entries so far. */
interface Berjalan {
  readonly oleh: string;
  readonly mulai: Date;
  readonly hasil: Promise<HasilPeriksa>;
  dibaca: number;
}

/** `/arsip/keadaan`: head, anchors, the last verification; `/arsip/periksa`: verifies the whole archive. */
export function ruteArsipKeutuhan(k: Konteks): Router {
  const rute = Router();
  let berjalan: Berjalan | undefined;
  /** Reading the whole archive once is enough for everybody who asks meanwhile. */
  const periksaSemua = (oleh: string): Berjalan => {
    if (berjalan) return berjalan;
    const mulai = k.jam();
    const maju = (entri: number) => {
      jalan.dibaca = entri;
    };
    const hasil = periksaArsip(k.db, maju)
      .then(async (isi) => {
        await catatPemeriksaan(k.db, { hasil: isi, oleh, mulai, selesai: k.jam() });
        if (isi.temuan.length > 0) k.logger.error({ temuan: isi.temuan.length }, "the archive is not intact");
        return isi;
      })
      .finally(() => {
        berjalan = undefined;
      });
    const jalan: Berjalan = { oleh, mulai, hasil, dibaca: 0 };
    berjalan = jalan;
    return jalan;
  };

  rute.get("/arsip/periksa", async (req, res) => {
    const { id } = await petugasArsip(k, req);
    res.json(await periksaSemua(id).hasil);
  });
  rute.post("/arsip/periksa", async (req, res) => {
    const { id } = await petugasArsip(k, req);
    periksaSemua(id).hasil.catch((err: unknown) => k.logger.warn({ err }, "the archive could not be verified"));
    res.status(202).json({});
  });
  rute.get("/arsip/keadaan", async (req, res) => {
    await petugasArsip(k, req);
    // Before the result is looked for: one that ends in between is still told as under way, and asked for again.
    const jalan = berjalan;
    const { pemeriksaan, ...keadaan } = await keadaanArsip(k.db);
    const nama = await k.mesin.nama([pemeriksaan?.oleh, jalan?.oleh].filter((id) => id !== undefined));
    const orang = (id: string) => ({ id, nama: nama.get(id) ?? id });
    const sedang = jalan && { oleh: orang(jalan.oleh), mulai: jalan.mulai, dibaca: jalan.dibaca };
    res.json({
      ...keadaan,
      pemeriksaan: pemeriksaan && { ...pemeriksaan, oleh: orang(pemeriksaan.oleh) },
      sedangDiperiksa: sedang ?? null,
    });
  });
  return rute;
}
