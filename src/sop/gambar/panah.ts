/** An arrow ready to be drawn: its line up to the head's base, and the head as a triangle. */
import type { Garis, Titik } from "./tipe.js";

/** Length and half width of an arrow's head in mm. */
const PANJANG = 1.9;
const SETENGAH = 0.75;

interface PanahSiap {
  readonly garis: readonly Titik[];
  readonly kepala: readonly [Titik, Titik, Titik];
}

/** Splits an arrow into line and head; the last piece must not be shorter than the head, or the head covers it whole. */
export function siapkanPanah({ titik }: Garis): PanahSiap {
  const [a = { x: 0, y: 0 }, ujung = a] = titik.slice(-2);
  const [dx, dy] = [Math.sign(ujung.x - a.x), Math.sign(ujung.y - a.y)];
  const pangkal = { x: ujung.x - dx * PANJANG, y: ujung.y - dy * PANJANG };
  const sayap = (s: number): Titik => ({ x: pangkal.x + dy * s * SETENGAH, y: pangkal.y + dx * s * SETENGAH });
  return { garis: [...titik.slice(0, -1), pangkal], kepala: [ujung, sayap(1), sayap(-1)] };
}
