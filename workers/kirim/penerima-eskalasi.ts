/** Who is told of a step's time limit: its actor first, then the superior, at last the head of the procurement unit. */
import type { Tingkat } from "../../src/calendar/escalation.js";
import type { Deps } from "../deps.js";

/** An e-Pesan address, and as what it is told. */
export interface Penerima {
  readonly kepada: string;
  readonly sebagai: "pelaksana" | "atasan" | "pimpinan";
}

/** A step as far as its recipients depend on it; `pemegang` is the user who has taken its task. */
export interface LangkahDiberitahukan {
  readonly grup: string;
  readonly satker: string;
  readonly pemegang: string | null;
}

const GRUP_SATKER = "satuan-kerja";
/** How many levels hear of it: a reminder is for the actor alone, a breach also for the superior. */
const JUMLAH_TINGKAT: Record<Tingkat["jenis"], number> = { pengingat: 1, lewat: 2, ulang: 3 };
const SEBAGAI = ["pelaksana", "atasan", "pimpinan"] as const;

/**
 * Each address once, at its lowest level. The actor is who has taken the task, else every member of the lane's group; the
 * superiors are those groups of `bpmn/organisasi.json`. For the Satuan Kerja: its own address, then its Kepala.
 */
export async function penerimaEskalasi(
  deps: Pick<Deps, "organisasi" | "direktori">,
  langkah: LangkahDiberitahukan,
  jenis: Tingkat["jenis"],
  signal?: AbortSignal,
): Promise<Penerima[]> {
  const jenjang = langkah.grup === GRUP_SATKER ? jenjangSatker(deps, langkah) : jenjangUnit(deps, langkah);
  const semua = new Map<string, Penerima>();
  for (const [i, alamat] of jenjang.slice(0, JUMLAH_TINGKAT[jenis]).entries()) {
    const sebagai = SEBAGAI[i] ?? "pimpinan";
    for (const kepada of await alamat(signal)) {
      if (!semua.has(kepada)) semua.set(kepada, { kepada, sebagai });
    }
  }
  return [...semua.values()];
}

type Alamat = (signal?: AbortSignal) => Promise<readonly string[]>;

function jenjangUnit(
  { organisasi, direktori }: Pick<Deps, "organisasi" | "direktori">,
  { grup, pemegang }: LangkahDiberitahukan,
): Alamat[] {
  const anggota = (id: string | null | undefined): Alamat => {
    return async (signal) => (id ? direktori.penerima(id, signal) : []);
  };
  const pelaksana: Alamat = async (signal) => {
    const alamat = pemegang === null ? undefined : await direktori.alamat(pemegang, signal);
    return alamat ? [alamat] : direktori.penerima(grup, signal);
  };
  const atasan = organisasi.grup.find(({ id }) => id === grup)?.atasan;
  return [pelaksana, anggota(atasan), anggota(organisasi.eskalasiAkhir)];
}

function jenjangSatker(
  { organisasi, direktori }: Pick<Deps, "organisasi" | "direktori">,
  { satker }: LangkahDiberitahukan,
): Alamat[] {
  const unit = organisasi.satker.find(({ id }) => id === satker);
  const akhir = organisasi.eskalasiAkhir;
  return [
    async () => (unit ? [unit.epesan] : []),
    async () => (unit ? [unit.kepala.epesan] : []),
    async (signal) => (akhir ? direktori.penerima(akhir, signal) : []),
  ];
}
