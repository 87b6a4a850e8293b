/** How the SOP's rows follow one another: the sequence flows between numbered activities, seen past everything unnumbered. */
import type { Graf, Simpul } from "./graf.js";

/** A way from one row: to another row (`ke`), or out of the process (`ke` undefined, `akhir` names the end). */
export interface Jalan {
  readonly ke: number | undefined;
  readonly akhir: string;
  /** Names of the branch taken at the first decision on the way; empty where nothing is decided. */
  readonly cabang: string;
  /** Names of the unnumbered activities passed. */
  readonly lewat: readonly string[];
  /** Whether an exclusive or inclusive decision was passed. */
  readonly diputuskan: boolean;
}

const MEMUTUSKAN = new Set(["bpmn:ExclusiveGateway", "bpmn:InclusiveGateway", "bpmn:EventBasedGateway"]);
const KEGIATAN = /^bpmn:(?:\w*Task|CallActivity|SubProcess)$/;

interface Telusur {
  readonly cabang: string;
  readonly lewat: readonly string[];
  readonly diputuskan: boolean;
}

/** All ways from a node to the next rows or ends; a loop among unnumbered nodes is walked once. */
export function jalanDari(graf: Graf, dari: Simpul): Jalan[] {
  const hasil: Jalan[] = [];
  const dilihat = new Set<string>();
  const telusuri = (s: Simpul, t: Telusur): void => {
    const keluar = graf.keluar(s);
    const memilih = keluar.length > 1 && (MEMUTUSKAN.has(s.jenis) || KEGIATAN.test(s.jenis));
    if (keluar.length === 0) hasil.push({ ke: undefined, akhir: s.nama, ...t });
    for (const { nama, ke } of keluar) {
      const diputuskan = t.diputuskan || memilih;
      const lanjut = { ...t, diputuskan, cabang: t.cabang || (memilih ? nama : "") };
      if (ke.nomor !== undefined) {
        hasil.push({ ke: ke.nomor, akhir: "", ...lanjut });
        continue;
      }
      const kunci = `${ke.id} ${lanjut.cabang}`;
      if (dilihat.has(kunci)) continue;
      dilihat.add(kunci);
      telusuri(ke, KEGIATAN.test(ke.jenis) ? { ...lanjut, lewat: [...t.lewat, ke.nama] } : lanjut);
    }
  };
  telusuri(dari, { cabang: "", lewat: [], diputuskan: false });
  return hasil;
}

/** Rows where the process starts. */
export function barisAwal(graf: Graf): Set<number> {
  const langsung = graf.mulai.flatMap((s) => jalanDari(graf, s));
  return new Set(langsung.flatMap(({ ke }) => ke ?? []));
}
