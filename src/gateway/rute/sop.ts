import { Router } from "express";
import { z } from "zod";
import { EngineError } from "../../engine/client.js";
import { Galat } from "../../galat.js";
import { bacaDokumenSop } from "../../sop/dokumen.js";
import {
  createPencetakSop,
  eksporSop,
  FORMAT_SOP,
  type FormatSop,
  formatSop,
  type PencetakSop,
} from "../../sop/ekspor/index.js";
import { SopError } from "../../sop/galat.js";
import type { Konteks } from "../konteks.js";

const Definisi = z.object({ id: z.string(), key: z.string(), version: z.number() });
type Definisi = z.infer<typeof Definisi>;

const SIMPAN_PALING_BANYAK = 40;
/** Keys as the engine knows them: an XML name. */
const Kunci = z.string().regex(/^[\w.-]{1,120}$/);

/** `GET /sop/{kunci}[/versi/{n}].{format}`: the SOP document of a deployed version, for every signed-in person. */
export function ruteSop(k: Konteks): Router {
  let pencetak: PencetakSop | undefined;
  const simpanan = new Map<string, Promise<Buffer>>();

  /** A deployed diagram never changes, so neither does its document. */
  function dokumen(definisi: Definisi, format: FormatSop): Promise<Buffer> {
    const kunci = `${definisi.id} ${format}`;
    const ada = simpanan.get(kunci);
    if (ada) return ada;
    if (simpanan.size >= SIMPAN_PALING_BANYAK) simpanan.clear();
    const janji = cetak(definisi, format);
    simpanan.set(kunci, janji);
    janji.catch(() => simpanan.delete(kunci));
    return janji;
  }

  async function cetak(definisi: Definisi, format: FormatSop): Promise<Buffer> {
    const xml = await k.mesin.diagram(definisi.id);
    pencetak ??= createPencetakSop({ dir: k.suratDir });
    try {
      return eksporSop(format, await bacaDokumenSop(xml), pencetak);
    } catch (error) {
      if (error instanceof SopError) throw new Galat("SOP_TIDAK_TERCETAK", error.message, { cause: error });
      throw error;
    }
  }

  const rute = Router();
  rute.get(["/sop/:kunci", "/sop/:kunci/versi/:versi"], async (req, res, next) => {
    const alamat = uraiAlamat(req.params);
    if (!alamat) return next();
    await k.sesi(req.headers);
    const definisi = await cariDefinisi(k, alamat.kunci, alamat.versi);
    const isi = await dokumen(definisi, alamat.format);
    const nama = `sop-${definisi.key}-versi-${definisi.version}.${alamat.format}`;
    const cara = alamat.format === "pdf" || alamat.format === "html" ? "inline" : "attachment";
    res.set({
      "content-type": FORMAT_SOP[alamat.format],
      "content-disposition": `${cara}; filename="${nama}"`,
      "cache-control": alamat.versi === undefined ? "no-cache" : "private, max-age=86400",
      "x-content-type-options": "nosniff",
    });
    res.send(isi);
  });
  return rute;
}

interface Alamat {
  readonly kunci: string;
  readonly versi: number | undefined;
  readonly format: FormatSop;
}

/** The last part of the path ends in the format; undefined for addresses that are not ours. */
function uraiAlamat(bagian: Record<string, string | string[] | undefined>): Alamat | undefined {
  const [kunci, versi] = [bagian.kunci, bagian.versi];
  const akhir = /^(.+)\.([a-z]+)$/.exec(String(versi ?? kunci));
  const [, pokok = "", format = ""] = akhir ?? [];
  if (!formatSop(format)) return undefined;
  if (versi === undefined)
    return Kunci.safeParse(pokok).success ? { kunci: pokok, versi: undefined, format } : undefined;
  const nomor = z.coerce.number().int().positive().safeParse(pokok).data;
  const sah = Kunci.safeParse(kunci).data;
  return nomor !== undefined && sah !== undefined ? { kunci: sah, versi: nomor, format } : undefined;
}

async function cariDefinisi(k: Konteks, key: string, version: number | undefined): Promise<Definisi> {
  const query = version === undefined ? { key, latestVersion: true } : { key, version };
  try {
    const [definisi] = await k.engine.call("GET", "/process-definition", { query, schema: z.array(Definisi) });
    if (definisi) return definisi;
  } catch (error) {
    if (!(error instanceof EngineError && error.status === 404)) throw error;
  }
  const sebutan = version === undefined ? `Proses ${key}` : `Versi ${version} proses ${key}`;
  throw new Galat("PROSES_BELUM_DIPASANG", `${sebutan} tidak ada di mesin.`);
}
