/** Where the elements of a drafted diagram stand: one column per step, one band per lane. Lengths in the diagram's pixels. */
import type { TabelSop } from "./tabel.js";

/** In pixels as BPMN DI counts them; `y` grows downwards. */
export interface Titik {
  readonly x: number;
  readonly y: number;
}
/** By its top left corner, as `dc:Bounds` wants it. */
export interface Kotak extends Titik {
  readonly w: number;
  readonly h: number;
}

/** The places of one step: its task, its decision, its timer with the end event, an open question's note. */
export interface TempatLangkah {
  readonly tugas: Kotak;
  readonly gerbang: Kotak | undefined;
  /** Where several flows meet before the task. */
  readonly gabung: Kotak | undefined;
  readonly timer: Kotak;
  readonly akhirTimer: Kotak;
  readonly catatan: Kotak;
  readonly lajur: number;
}

/** One entry of `lajur` per lane and of `langkah` per row of the table, in their order. */
export interface TataBpmn {
  readonly kolam: Kotak;
  readonly lajur: readonly Kotak[];
  readonly mulai: Kotak;
  /** An open question of the whole process, below its start. */
  readonly catatan: Kotak;
  readonly selesai: Kotak;
  readonly langkah: readonly TempatLangkah[];
}

const KIRI = 160;
const ATAS = 80;
const JUDUL = 30;
const TINGGI_LAJUR = 230;
const TUGAS = { w: 120, h: 80 };
const CELAH = 70;
/** Between a task and its own gateways. */
const SELA = 45;

/** The centre of a box. */
export const pusat = (k: Kotak): Titik => ({ x: k.x + k.w / 2, y: k.y + k.h / 2 });

const diTengah = (x: number, y: number, sisi: number): Kotak => ({ x, y: y - sisi / 2, w: sisi, h: sisi });

/** Lays out a table on `banyak` lanes; `lajurDari` answers the lane of each row, `bergabung` before which rows flows meet. */
export function tataBpmn(
  tabel: TabelSop,
  banyak: number,
  lajurDari: readonly number[],
  bergabung: (i: number) => boolean,
): TataBpmn {
  const tengah = (lajur: number): number => ATAS + lajur * TINGGI_LAJUR + 80;
  const x0 = KIRI + JUDUL + 50;
  let x = x0 + 36 + CELAH;
  const langkah = tabel.baris.map((b, i): TempatLangkah => {
    const lajur = lajurDari[i] ?? 0;
    const y = tengah(lajur) - TUGAS.h / 2;
    const gabung = bergabung(i) ? diTengah(x, tengah(lajur), 50) : undefined;
    if (gabung) x += gabung.w + SELA;
    const tugas = { x, y, ...TUGAS };
    const gerbang = b.simbol === "keputusan" ? diTengah(x + TUGAS.w + SELA, tengah(lajur), 50) : undefined;
    const tempat = {
      tugas,
      gerbang,
      gabung,
      timer: { x: x + 6, y: y + TUGAS.h - 18, w: 36, h: 36 },
      akhirTimer: { x: x + 60, y: y + TUGAS.h + 40, w: 36, h: 36 },
      catatan: { x: x + TUGAS.w - 12, y: y + TUGAS.h + 30, w: 90, h: 60 },
      lajur,
    };
    x = (gerbang ? gerbang.x + gerbang.w : x + TUGAS.w) + CELAH;
    return tempat;
  });
  const lajurAkhir = lajurDari.at(-1) ?? 0;
  const selesai = diTengah(x, tengah(lajurAkhir), 36);
  const lebar = x + 36 + 60 - KIRI;
  const mulai = diTengah(x0, tengah(lajurDari[0] ?? 0), 36);
  return {
    kolam: { x: KIRI, y: ATAS, w: lebar, h: banyak * TINGGI_LAJUR },
    lajur: Array.from({ length: banyak }, (_, i) => ({
      x: KIRI + JUDUL,
      y: ATAS + i * TINGGI_LAJUR,
      w: lebar - JUDUL,
      h: TINGGI_LAJUR,
    })),
    mulai,
    catatan: { x: mulai.x - 25, y: mulai.y + 82, w: 96, h: 80 },
    selesai,
    langkah,
  };
}

/** From one element's right side to the next one's left, over the gap between their columns. */
export function garisMaju(dari: Kotak, ke: Kotak): Titik[] {
  const [a, b] = [
    { x: dari.x + dari.w, y: dari.y + dari.h / 2 },
    { x: ke.x, y: ke.y + ke.h / 2 },
  ];
  if (a.y === b.y) return [a, b];
  const x = b.x - CELAH / 2;
  return [a, { x, y: a.y }, { x, y: b.y }, b];
}

/** From a decision over the top of its lane to where flows meet before another step; `urutan` keeps neighbouring ones apart. */
export function garisLompat(gerbang: Kotak, lajur: Kotak, ke: Kotak, urutan: number): Titik[] {
  const a = { x: gerbang.x + gerbang.w / 2, y: gerbang.y };
  const y = lajur.y + 8 + (urutan % 3) * 8;
  const x = ke.x + ke.w / 2;
  return [a, { x: a.x, y }, { x, y }, { x, y: ke.y + ke.h / 2 < y ? ke.y + ke.h : ke.y }];
}

/** From the timer down and to its end event. */
export const garisTimer = ({ timer, akhirTimer }: TempatLangkah): Titik[] => {
  const a = { x: timer.x + timer.w / 2, y: timer.y + timer.h };
  const y = akhirTimer.y + akhirTimer.h / 2;
  return [a, { x: a.x, y }, { x: akhirTimer.x, y }];
};
