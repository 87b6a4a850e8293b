/** Trial runs of drafts: deployed apart, walked, cleaned up; the latest result is kept with the draft. */
import { and, eq, lt } from "drizzle-orm";
import { catatAudit } from "../../audit/index.js";
import type { Db } from "../../db/open.js";
import { modelerUji } from "../../db/schema.js";
import type { Engine } from "../../engine/client.js";
import { Galat } from "../../galat.js";
import type { Logger } from "../../log.js";
import { TRIAL } from "../../provisioning/grants.js";
import type { Draf } from "../draf.js";
import { createMesinModeler } from "../mesin-modeler.js";
import { buatGraf } from "./graf.js";
import { type HasilUji, lulus } from "./hasil.js";
import { jelajahi } from "./jalan.js";
import { bersihkan, createMesinUji, sisaUji } from "./mesin-uji.js";
import { untukUji } from "./ubah.js";

interface UjiDeps {
  readonly db: Db;
  readonly engineModeler: Engine;
  readonly logger: Logger;
  readonly jam: () => Date;
  readonly modeler: { readonly ujiBatasMs: number };
}

/** A trial that nobody has heard of for this much longer than its limit was cut off. */
const TENGGANG_MS = 30_000;

/** Begins a trial run of the draft's revision; throws UJI_MASIH_BERJALAN. The promise inside ends with the run and never fails. */
export async function mulaiUji(d: UjiDeps, draf: Draf, oleh: string): Promise<{ selesai: Promise<void> }> {
  const mulai = d.jam();
  const basi = new Date(mulai.getTime() - d.modeler.ujiBatasMs - TENGGANG_MS);
  await d.db.transaction(async (tx) => {
    await tx.delete(modelerUji).where(and(eq(modelerUji.keadaan, "berjalan"), lt(modelerUji.mulai, basi)));
    const baris = { revisi: draf.revisi, keadaan: "berjalan" as const, oleh, mulai, selesai: null, hasil: null };
    const [ada] = await tx.select().from(modelerUji).where(eq(modelerUji.draf, draf.id)).for("update");
    if (ada?.keadaan === "berjalan")
      throw new Galat("UJI_MASIH_BERJALAN", "Uji coba draf ini masih berjalan. Tunggu sampai selesai.");
    await tx
      .insert(modelerUji)
      .values({ draf: draf.id, ...baris })
      .onConflictDoUpdate({ target: modelerUji.draf, set: baris });
    await catatAudit(tx, { oleh, tindakan: "modeler.uji", objek: draf.id, rincian: { revisi: draf.revisi } });
  });
  return { selesai: jalankan(d, draf, mulai) };
}

async function jalankan(d: UjiDeps, draf: Draf, mulai: Date): Promise<void> {
  const simpan = (isi: Partial<typeof modelerUji.$inferInsert>) =>
    d.db
      .update(modelerUji)
      .set(isi)
      .where(and(eq(modelerUji.draf, draf.id), eq(modelerUji.mulai, mulai)));
  try {
    const kabar = async (jalur: number, terlewati: number, semua: number) =>
      void (await simpan({ hasil: { kemajuan: { jalur, terlewati, semua } } }));
    const hasil = await coba(d, draf, kabar);
    await simpan({ keadaan: lulus(hasil) ? "lulus" : "macet", selesai: d.jam(), hasil });
  } catch (err) {
    d.logger.error({ err, draf: draf.id }, "a trial run was cut off");
    await simpan({ keadaan: "terputus", selesai: d.jam(), hasil: null }).catch(() => undefined);
  }
}

const jeda = (): Promise<void> => new Promise((lanjut) => setTimeout(lanjut, 100));

async function coba(
  d: UjiDeps,
  draf: Draf,
  kabar: (a: number, b: number, c: number) => Promise<void>,
): Promise<HasilUji> {
  const kini = () => d.jam().getTime();
  const awal = kini();
  const batas = awal + d.modeler.ujiBatasMs;
  for (const sisa of await sisaUji(d.engineModeler, TRIAL, awal - d.modeler.ujiBatasMs - TENGGANG_MS))
    await bersihkan(d.engineModeler, sisa);
  const { xml, proses } = await untukUji(draf.xml);
  const pasang = {
    nama: `Uji coba ${draf.id}`,
    sumber: TRIAL,
    penyewa: TRIAL,
    berkas: [{ nama: "uji-coba.bpmn", isi: xml }],
  };
  const terpasang = await createMesinModeler(d.engineModeler).pasang(pasang).catch(tolakan);
  if ("pesan" in terpasang) return takTerpasang(terpasang.pesan, kini() - awal);
  try {
    const [definisi] = terpasang.definisi;
    if (!definisi) throw new Error("the engine made no definition of the trial");
    const mesin = createMesinUji(d.engineModeler, definisi.id);
    return await jelajahi({ mesin, graf: buatGraf(proses), kini, batas, kabar, jeda });
  } finally {
    await bersihkan(d.engineModeler, terpasang.deployment);
  }
}

/** The engine refuses what it cannot read; that is the draft's fault, not ours. */
function tolakan(error: unknown): { pesan: string } {
  if (error instanceof Error && "status" in error && Number(error.status) < 503) return { pesan: error.message };
  throw error;
}

const takTerpasang = (pesan: string, lamaMs: number): HasilUji => ({
  jalur: [],
  elemen: {},
  alur: {},
  macet: [
    {
      elemen: "",
      pesan: `Mesin proses tidak menerima diagram ini: ${pesan.replace(/^.*?engine answered \d+: /s, "").slice(0, 1000)}`,
    },
  ],
  takTerlewati: [],
  habisWaktu: false,
  lamaMs,
});
