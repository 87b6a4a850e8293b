/** The versions of a process: the engine's definitions, with what our own table knows of how they came into force. */
import { inArray } from "drizzle-orm";
import type { Db } from "../db/open.js";
import { modelerVersi } from "../db/schema.js";
import { Galat } from "../galat.js";
import { KUNCI_PROSES } from "../proses/kunci.js";
import type { Definisi, Deployment, MesinModeler } from "./mesin-modeler.js";

/** `digantikan`: replaced, but requests still run on it; `lama`: nobody needs it any more. */
export type KeadaanVersi = "berlaku" | "digantikan" | "lama";

/** One version as the API gives it; `oleh` is null for what the start of the system has deployed. */
export interface Versi {
  readonly id: string;
  readonly versi: number;
  readonly tag: string | null;
  readonly diterapkan: string | null;
  readonly oleh: string | null;
  readonly disetujuiOleh: string | null;
  readonly catatan: string | null;
  readonly draf: string | null;
}

type Catatan = typeof modelerVersi.$inferSelect;

const susun = (d: Definisi, deployment: Deployment | undefined, c: Catatan | undefined): Versi => ({
  id: d.id,
  versi: d.version,
  tag: d.versionTag,
  diterapkan: deployment?.deploymentTime ?? null,
  oleh: c?.oleh ?? null,
  disetujuiOleh: c?.disetujuiOleh ?? null,
  catatan: c?.catatan ?? null,
  draf: c?.draf ?? null,
});

async function lengkapi(db: Db, mesin: MesinModeler, definisi: readonly Definisi[]): Promise<Versi[]> {
  if (definisi.length === 0) return [];
  const ids = definisi.map(({ id }) => id);
  const [deployment, catatan] = await Promise.all([
    mesin.deployment(),
    db.select().from(modelerVersi).where(inArray(modelerVersi.definisi, ids)),
  ]);
  const menurutId = new Map(deployment.map((d) => [d.id, d]));
  const menurutDefinisi = new Map(catatan.map((c) => [c.definisi, c]));
  return definisi.map((d) => susun(d, menurutId.get(d.deploymentId), menurutDefinisi.get(d.id)));
}

/** A process as the list shows it; `berlaku` null: only drafts of it exist. */
export interface Proses {
  readonly kunci: string;
  readonly nama: string;
  readonly berlaku: Versi | null;
}

/** The processes in force, each with how its version came about, then those of `draf` (latest first) that never were. */
export async function daftarProses(
  db: Db,
  mesin: MesinModeler,
  draf: readonly { kunci: string; judul: string }[],
): Promise<Proses[]> {
  const definisi = await mesin.berlaku();
  const versi = await lengkapi(db, mesin, definisi);
  const dipasang = definisi.flatMap(({ key, name }, i): Proses[] => {
    const berlaku = versi[i];
    return berlaku ? [{ kunci: key, nama: name ?? key, berlaku }] : [];
  });
  const ada = new Set(dipasang.map(({ kunci }) => kunci));
  const baru = new Map(draf.filter(({ kunci }) => !ada.has(kunci)).map((d) => [d.kunci, d.judul]));
  // The one this product is about stands first: it is what the modeler opens on.
  const utama = (p: Proses): number => Number(p.kunci !== KUNCI_PROSES);
  return [
    ...dipasang.sort((a, b) => utama(a) - utama(b) || a.nama.localeCompare(b.nama, "id")),
    ...[...baru].map(([kunci, nama]) => ({ kunci, nama, berlaku: null })),
  ];
}

/** All versions of a process, newest first, with the requests that still run on each. */
export async function riwayatVersi(db: Db, mesin: MesinModeler, kunci: string) {
  const [definisi, berjalan] = await Promise.all([mesin.versi(kunci), mesin.berjalan()]);
  if (definisi.length === 0) throw tanpaProses(kunci);
  return (await lengkapi(db, mesin, definisi)).map((v, i) => {
    const permohonanBerjalan = berjalan.get(v.id) ?? 0;
    const keadaan: KeadaanVersi = i === 0 ? "berlaku" : permohonanBerjalan > 0 ? "digantikan" : "lama";
    return { ...v, keadaan, permohonanBerjalan };
  });
}

/** The version in force; throws VERSI_TIDAK_DITEMUKAN. */
export async function wajibBerlaku(mesin: MesinModeler, kunci: string): Promise<Definisi> {
  const berlaku = await mesin.berlakuUntuk(kunci);
  if (!berlaku) throw tanpaProses(kunci);
  return berlaku;
}

/** A definition by id; throws VERSI_TIDAK_DITEMUKAN. */
export async function wajibVersi(mesin: MesinModeler, id: string): Promise<Definisi> {
  const satu = await mesin.satu(id);
  if (!satu) throw new Galat("VERSI_TIDAK_DITEMUKAN", "Versi proses itu tidak ditemukan.");
  return satu;
}

/** The diagram of a definition; throws VERSI_TIDAK_DITEMUKAN. */
export async function xmlVersi(mesin: MesinModeler, id: string): Promise<string> {
  const { id: dikenal } = await wajibVersi(mesin, id);
  const xml = await mesin.xml(dikenal);
  if (xml === undefined) throw new Galat("VERSI_TIDAK_DITEMUKAN", "Diagram versi itu tidak dapat dibaca.");
  return xml;
}

const tanpaProses = (kunci: string): Galat =>
  new Galat("VERSI_TIDAK_DITEMUKAN", `Proses ${kunci} belum ada yang berlaku.`);
