/** Bringing an approved draft into force: deployed with its forms, recorded with who, why and what it replaced. */
import { eq, sql } from "drizzle-orm";
import { catatAudit } from "../audit/index.js";
import type { Db } from "../db/open.js";
import { modelerDraf, modelerVersi } from "../db/schema.js";
import { type Engine, EngineError } from "../engine/client.js";
import { Galat } from "../galat.js";
import { MODELER_SOURCE } from "../provisioning/deploy.js";
import { bacaDefinisi, tulisDefinisi } from "../sop/moddle.js";
import { bacaDraf, buatDraf, type Draf, sudahDisetujui, wajibRevisi } from "./draf.js";
import { wajibKunciBebas } from "./kunci.js";
import type { Berkas, Definisi, MesinModeler } from "./mesin-modeler.js";
import { beriHak } from "./pelaksana.js";
import { periksaDraf } from "./periksa.js";
import { wajibTanpaGalat } from "./persetujuan.js";
import { wajibBerlaku, wajibVersi, xmlVersi } from "./versi.js";
import { bacaXmlAman, prosesDari } from "./xml-aman.js";

interface Penerapan {
  readonly catatan: string;
  readonly tag: string;
  readonly oleh: string;
}

/** The refusal of a draft that began from a version which is no longer in force. */
const versiBerubah = (berlaku: Definisi | undefined): Galat =>
  berlaku
    ? new Galat(
        "VERSI_BERUBAH",
        `Versi ${berlaku.version} sudah diterapkan setelah draf ini dibuat. Bandingkan draf dengan versi itu, lalu ajukan lagi.`,
        { lampiran: { berlaku: { id: berlaku.id, versi: berlaku.version } } },
      )
    : new Galat("VERSI_BERUBAH", "Versi yang menjadi dasar draf ini sudah dihapus dari mesin proses. Ajukan lagi.");

/** What bringing into force needs of the engine; `layanan` is the modeler's account, who gives the rights. */
export interface MesinPenerapan {
  readonly mesin: MesinModeler;
  readonly layanan: Engine;
}

/**
 * Deploys the draft after its groups have their rights; throws VERSI_BERUBAH, DRAF_BELUM_SIAP. Two at once: the second waits,
 * and is refused then.
 */
export async function terapkan(
  db: Db,
  { mesin, layanan }: MesinPenerapan,
  id: string,
  p: Penerapan,
): Promise<Definisi> {
  return db.transaction(async (tx) => {
    const draf = await bacaDraf(tx, id, "kunci");
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`terapkan:${draf.kunci}`}))`);
    const disetujuiOleh = draf.keadaan === "disetujui" ? await sudahDisetujui(tx, draf) : undefined;
    if (disetujuiOleh === undefined) throw new Galat("DRAF_BELUM_SIAP", "Draf ini belum disetujui.");
    const berlaku = await mesin.berlakuUntuk(draf.kunci);
    if (draf.dasar !== (berlaku?.id ?? null)) throw versiBerubah(berlaku);
    if (!berlaku) await wajibKunciBebas(mesin, draf.kunci);
    wajibTanpaGalat(await periksaDraf(mesin, draf, berlaku));
    const diagram = { nama: `${draf.kunci}.bpmn`, isi: await denganTag(draf.xml, p.tag) };
    const formulir = berlaku ? await mesin.berkas(berlaku.deploymentId, (nama) => nama.startsWith("forms/")) : [];
    await beriHak(layanan, draf.kunci, await bacaXmlAman(draf.xml));
    const baru = await pasang(mesin, `${draf.kunci} ${p.tag}`, [diagram, ...formulir]);
    await catat(tx, draf, baru, { ...p, disetujuiOleh });
    return baru;
  });
}

async function pasang(mesin: MesinModeler, nama: string, berkas: readonly Berkas[]): Promise<Definisi> {
  try {
    const { definisi } = await mesin.pasang({ nama, sumber: MODELER_SOURCE, berkas });
    const [baru] = definisi;
    if (!baru) throw new Error("the engine made no definition of the draft");
    return baru;
  } catch (error) {
    if (!(error instanceof EngineError) || error.status >= 503) throw error;
    throw new Galat("DIAGRAM_TIDAK_SAH", "Mesin proses tidak menerima diagram ini.", { cause: error });
  }
}

async function catat(tx: Db, draf: Draf, baru: Definisi, p: Penerapan & { disetujuiOleh: string }): Promise<void> {
  const { tag, catatan, oleh, disetujuiOleh } = p;
  const { id, kunci, dasar } = draf;
  await tx
    .insert(modelerVersi)
    .values({ definisi: baru.id, kunci, draf: id, dasar, tag, catatan, oleh, disetujuiOleh });
  await tx.update(modelerDraf).set({ keadaan: "diterapkan" }).where(eq(modelerDraf.id, id));
  const rincian = { definisi: baru.id, versi: baru.version, tag, catatan, draf: id };
  await catatAudit(tx, { oleh, tindakan: "modeler.terapkan", objek: baru.id, rincian });
}

/** The version tag stands in the diagram itself, where the engine and every later draft find it. */
async function denganTag(xml: string, tag: string): Promise<string> {
  const { rootElement } = await bacaDefinisi(xml);
  for (const proses of prosesDari(rootElement) as (ReturnType<typeof prosesDari>[number] & {
    set?: (n: string, v: unknown) => void;
  })[])
    proses.set?.("camunda:versionTag", tag);
  return tulisDefinisi(rootElement);
}

/** Sets an open draft upon the version in force now; its author has compared the two. Approval is needed anew. */
export async function dasarkanUlang(
  db: Db,
  mesin: MesinModeler,
  id: string,
  isi: { revisi: number; oleh: string },
): Promise<Draf> {
  return db.transaction(async (tx) => {
    const ada = await bacaDraf(tx, id, "kunci");
    wajibRevisi(ada, isi.revisi);
    if (ada.keadaan === "diterapkan") throw new Galat("DRAF_BELUM_SIAP", "Draf ini sudah diterapkan.");
    const dasar = (await mesin.berlakuUntuk(ada.kunci))?.id ?? null;
    const ubah = {
      dasar,
      keadaan: "disusun" as const,
      revisi: ada.revisi + 1,
      penyunting: [...new Set([...ada.penyunting, isi.oleh])],
    };
    const [draf] = await tx.update(modelerDraf).set(ubah).where(eq(modelerDraf.id, id)).returning();
    await catatAudit(tx, { oleh: isi.oleh, tindakan: "modeler.dasarkan-ulang", objek: id, rincian: { dasar } });
    return draf ?? ada;
  });
}

/** A draft with the diagram of an earlier version, based on the one in force: the way back goes through the same steps. */
export async function kembalikan(db: Db, mesin: MesinModeler, definisi: string, oleh: string): Promise<Draf> {
  const lama = await wajibVersi(mesin, definisi);
  const berlaku = await wajibBerlaku(mesin, lama.key);
  if (lama.id === berlaku.id) throw new Galat("DRAF_BELUM_SIAP", "Versi itu sedang berlaku.");
  const xml = await xmlVersi(mesin, lama.id);
  const tag = lama.versionTag ? ` (${lama.versionTag})` : "";
  return buatDraf(db, {
    kunci: lama.key,
    judul: `Kembali ke versi ${lama.version}${tag}`,
    dasar: berlaku.id,
    xml,
    oleh,
  });
}
