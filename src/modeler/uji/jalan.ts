/** Walks a draft along its paths: each instance heads for the nearest way not taken yet, until none is left to take. */
import { EngineError } from "../../engine/client.js";
import { TRIAL } from "../../provisioning/grants.js";
import { contohVariabel } from "./contoh.js";
import type { Graf, Jalan } from "./graf.js";
import type { HasilUji, Jalur } from "./hasil.js";
import type { MesinUji, Tunggu } from "./mesin-uji.js";
import { type Rencana, rencanakan } from "./rencana.js";

interface Penjelajahan {
  readonly mesin: MesinUji;
  readonly graf: Graf;
  /** Epoch ms; when `batas` has passed, the walk ends where it is. */
  readonly kini: () => number;
  readonly batas: number;
  /** A short pause before asking the engine again. */
  readonly jeda: () => Promise<void>;
  /** Hears after each instance how far the walk is. */
  readonly kabar?: (jalur: number, terlewati: number, semua: number) => Promise<void>;
}

const LANGKAH_PALING_BANYAK = 150;
const JALUR_PALING_BANYAK = 80;
const COBA_PEKERJAAN = 4;
const DIAM_PALING_BANYAK = 10;
const TUJU_PALING_BANYAK = 20;

interface Keadaan {
  readonly elemen: Map<string, number>;
  readonly alur: Map<string, number>;
  /** Ways given up, and why. */
  readonly menyerah: Map<string, string>;
}

/** The walk; throws only where the engine is away. */
export async function jelajahi(p: Penjelajahan): Promise<HasilUji> {
  const awal = p.kini();
  const k: Keadaan = { elemen: new Map(), alur: new Map(), menyerah: new Map() };
  const jalur: Jalur[] = [];
  const perlu = (j: Jalan) =>
    /^(alur|tepi)$/.test(j.jenis) && j.nilai !== undefined && !k.alur.has(j.id) && !k.menyerah.has(j.id);
  while (jalur.length < JALUR_PALING_BANYAK && p.kini() < p.batas) {
    const sebelum = k.alur.size + k.menyerah.size;
    jalur.push(await satuJalur(p, k, perlu));
    await p.kabar?.(jalur.length, k.alur.size, p.graf.jalan.length);
    if (k.alur.size + k.menyerah.size === sebelum || !p.graf.jalan.some(perlu)) break;
  }
  const macet = jalur.flatMap((j) => j.macet ?? []);
  return {
    jalur,
    elemen: hitung(
      [...p.graf.simpul.keys()].filter((id) => !id.includes(":")),
      k.elemen,
    ),
    alur: hitung(
      p.graf.jalan.filter((j) => j.jenis === "alur").map((j) => j.id),
      k.alur,
    ),
    macet: [...new Map(macet.map((m) => [m.elemen + m.pesan, m])).values()],
    takTerlewati: takTerlewati(p.graf, k),
    habisWaktu: p.kini() >= p.batas,
    lamaMs: p.kini() - awal,
  };
}

const hitung = (ids: readonly string[], kali: ReadonlyMap<string, number>) =>
  Object.fromEntries(ids.map((id) => [id, kali.get(id) ?? 0]));

function takTerlewati(graf: Graf, k: Keadaan): HasilUji["takTerlewati"] {
  return graf.jalan
    .filter((j) => (j.jenis === "alur" || j.jenis === "tepi") && !k.alur.has(j.id))
    .map((j) => ({
      id: j.id,
      sebab:
        j.nilai === undefined
          ? "Syarat alur ini tidak dapat dipenuhi oleh uji coba secara otomatis."
          : (k.menyerah.get(j.id) ?? "Tidak ada jalan yang sampai ke bagian ini."),
    }));
}

/** One instance from its start to its end, to where it sticks, or to the limit. */
async function satuJalur(p: Penjelajahan, k: Keadaan, perlu: (j: Jalan) => boolean): Promise<Jalur> {
  const langkah: string[] = [];
  const macetDi = (elemen: string, pesan: string): Jalur => ({ langkah, akhir: [], macet: { elemen, pesan } });
  const [mulai = ""] = p.graf.mulai;
  const pertama = rencanakan(p.graf, mulai, perlu);
  let instans: string;
  try {
    instans = await p.mesin.mulai({ ...contohVariabel, ...isian(awalan(p.graf)), ...isian(pertama.nilai) });
  } catch (error) {
    serahkan(k, pertama.jalan, alasan(error));
    return macetDi(mulai, alasan(error));
  }
  let dilalui = await catatJalan(p, k, instans, [], pertama.jalan);
  const dituju = new Map<string, number>();
  const gagal = new Map<string, number>();
  let diam = 0;
  for (let n = 0; n < LANGKAH_PALING_BANYAK && p.kini() < p.batas; n++) {
    const tunggu = await p.mesin.tunggu(instans);
    const pilihan = pilih(p.graf, tunggu, perlu);
    if (!pilihan) {
      // The engine answers one question after another: a job may end between them, and nothing seems to wait.
      if (++diam > DIAM_PALING_BANYAK || !(await p.mesin.hidup(instans))) break;
      await p.jeda();
      continue;
    }
    diam = 0;
    const { saat, rencana } = pilihan;
    langkah.push(saat.aktivitas);
    tuju(k, dituju, rencana.sasaran);
    try {
      await lakukan(p, instans, saat, rencana, tunggu);
    } catch (error) {
      // The engine's own job executor may work on the same continuation, and one of the two fails then.
      gagal.set(saat.id, (gagal.get(saat.id) ?? 0) + 1);
      if (saat.jenis === "pekerjaan" && error instanceof EngineError && (gagal.get(saat.id) ?? 0) < COBA_PEKERJAAN)
        continue;
      serahkan(k, rencana.jalan, alasan(error));
      await tambahKejadian(p, k, instans);
      return macetDi(saat.aktivitas, alasan(error));
    }
    const kini = await catatJalan(p, k, instans, dilalui, rencana.jalan);
    if (rencana.sasaran && rencana.jalan.includes(rencana.sasaran) && !k.alur.has(rencana.sasaran.id))
      k.menyerah.set(rencana.sasaran.id, "Mesin proses tidak menjalankan bagian ini walaupun dipicu.");
    dilalui = kini;
  }
  const kejadian = await tambahKejadian(p, k, instans);
  if (p.kini() >= p.batas) return { langkah, akhir: [], macet: null };
  if (await p.mesin.hidup(instans)) {
    const tempat = langkah.at(-1) ?? mulai;
    return macetDi(
      tempat,
      langkah.length >= LANGKAH_PALING_BANYAK
        ? "Jalur ini tidak berujung."
        : "Tidak ada lagi yang dapat dikerjakan, tetapi proses belum berakhir.",
    );
  }
  return {
    langkah,
    akhir: p.graf.jalan.length > 0 ? [...kejadian.keys()].filter((id) => akhir(p.graf, id)) : [],
    macet: null,
  };
}

/** A goal headed for again and again within one instance is out of reach there. */
function tuju(k: Keadaan, dituju: Map<string, number>, sasaran: Jalan | undefined): void {
  if (!sasaran) return;
  const kali = (dituju.get(sasaran.id) ?? 0) + 1;
  dituju.set(sasaran.id, kali);
  if (kali > TUJU_PALING_BANYAK) k.menyerah.set(sasaran.id, "Berkali-kali dituju, tetapi tidak pernah sampai.");
}

const akhir = (graf: Graf, id: string): boolean =>
  graf.simpul.get(id)?.tipe === "bpmn:EndEvent" && graf.keluarDari(id).length === 0;

/** Any choice for every gateway, so that no condition finds a variable missing on a branch beside the planned one. */
const awalan = (graf: Graf) => Object.assign({}, ...graf.jalan.map((j) => j.nilai ?? {}));
const isian = (nilai: Rencana["nilai"]) =>
  Object.fromEntries(Object.entries(nilai).map(([n, value]) => [n, { value }]));

/** Waiting continuations go first; then whatever is nearest to a way not taken yet; timers only where they are the goal. */
function pilih(graf: Graf, tunggu: readonly Tunggu[], perlu: (j: Jalan) => boolean) {
  const lanjut = tunggu.find((t) => t.jenis === "pekerjaan");
  if (lanjut) return { saat: lanjut, rencana: rencanakan(graf, lanjut.aktivitas, perlu) };
  const tepi = (t: Tunggu) => graf.jalan.some((j) => j.jenis === "tepi" && j.ke === t.aktivitas);
  const calon = tunggu
    .filter((t) => !tepi(t))
    .map((saat) => ({ saat, rencana: rencanakan(graf, saat.aktivitas, perlu) }));
  return calon.reduce<(typeof calon)[number] | undefined>(
    (a, b) => (a && a.rencana.panjang <= b.rencana.panjang ? a : b),
    undefined,
  );
}

/** Ends one wait so that the token goes the planned way. */
async function lakukan(
  { mesin }: Penjelajahan,
  instans: string,
  saat: Tunggu,
  r: Rencana,
  tunggu: readonly Tunggu[],
): Promise<void> {
  const [pertama] = r.jalan;
  if (pertama?.jenis === "tepi") return picu(mesin, instans, saat, pertama, r, tunggu);
  if (saat.jenis === "tugas") await mesin.selesaikan(saat.id, r.nilai);
  else if (saat.jenis === "otomatis") await mesin.kerjakan(saat.id, r.nilai);
  else if (saat.jenis === "langganan") await mesin.pesan(instans, saat.nama ?? "", r.nilai);
  else {
    if (Object.keys(r.nilai).length > 0) await mesin.isiVariabel(instans, r.nilai);
    await mesin.jalankan(saat.id);
  }
}

async function picu(
  mesin: MesinUji,
  instans: string,
  saat: Tunggu,
  j: Jalan,
  r: Rencana,
  tunggu: readonly Tunggu[],
): Promise<void> {
  const kode = j.pemicu;
  if (kode?.jenis === "galat")
    return void (await (saat.jenis === "otomatis"
      ? mesin.kerjakan(saat.id, r.nilai, kode.kode)
      : mesin.galatTugas(saat.id, kode.kode)));
  if (Object.keys(r.nilai).length > 0) await mesin.isiVariabel(instans, r.nilai);
  if (kode?.jenis === "pesan") await mesin.pesan(instans, kode.nama, {});
  else if (kode?.jenis === "sinyal") await mesin.sinyal(kode.nama, TRIAL);
  else {
    const pewaktu = tunggu.find((t) => t.jenis === "pewaktu" && t.aktivitas === j.ke);
    // Nothing to fire: the way is given up by the caller, the token stays.
    if (pewaktu) await mesin.jalankan(pewaktu.id);
  }
}

/** Counts the planned ways whose ends the engine has entered since; answers what was entered so far. */
async function catatJalan(
  p: Penjelajahan,
  k: Keadaan,
  instans: string,
  dulu: readonly string[],
  jalan: readonly Jalan[],
): Promise<string[]> {
  const kejadian = await p.mesin.kejadian(instans);
  const masuk = [...kejadian].flatMap(([id, kali]) => Array.from({ length: kali }, () => id));
  const sisa = [...dulu];
  const baru = masuk.filter((id) => {
    const letak = sisa.indexOf(id);
    if (letak >= 0) sisa.splice(letak, 1);
    return letak < 0;
  });
  for (const j of jalan)
    if (baru.includes(j.ke) || j.ke.includes(":") || p.graf.simpul.get(j.ke)?.tunda)
      k.alur.set(j.id, (k.alur.get(j.id) ?? 0) + 1);
    else break;
  return masuk;
}

/** At the end of an instance: its elements, and the flows between them that had no alternative. */
async function tambahKejadian(p: Penjelajahan, k: Keadaan, instans: string): Promise<Map<string, number>> {
  const kejadian = await p.mesin.kejadian(instans);
  for (const [id, kali] of kejadian) k.elemen.set(id, (k.elemen.get(id) ?? 0) + kali);
  const dimasuki = (id: string) => kejadian.has(id.replace(/:.*/, ""));
  for (const j of p.graf.jalan) {
    const tunggal = p.graf.keluarDari(j.dari).filter((x) => x.jenis !== "tepi").length === 1;
    if (tunggal && j.jenis !== "tepi" && !k.alur.has(j.id) && dimasuki(j.dari) && dimasuki(j.ke)) k.alur.set(j.id, 1);
  }
  return kejadian;
}

function serahkan(k: Keadaan, jalan: readonly Jalan[], sebab: string): void {
  for (const j of jalan) if (!k.alur.has(j.id)) k.menyerah.set(j.id, sebab);
}

/** The engine's words without our own prefix; anything else means that it is away. */
function alasan(error: unknown): string {
  if (error instanceof EngineError && error.status !== 503)
    return `Mesin proses menolak langkah ini: ${error.message.replace(/^.*?engine answered \d+: /s, "").slice(0, 500)}`;
  throw error;
}
