import type { Aturan, Unsur } from "../jenis.js";
import { daftar, teks, unsurDari } from "../unsur.js";

/** bpmn-js draws labels in Arial 12 px with lines of 14.4 px, 5 px from the border of the shape. */
const BARIS = 14.4;
const TEPI = 5;

/** Width of a text in px, by classes of letters of Arial 12 px; a few percent off at most. */
const lebarTeks = (t: string): number =>
  [...t].reduce((n, c) => {
    if (/[iljftrI.,:;'|!()[\] ]/.test(c)) return n + 3.3;
    if (/[mwMW@%]/.test(c)) return n + 10;
    return n + (/[A-Z&]/.test(c) ? 8.2 : 6.5);
  }, 0);

/** Lines of a text broken between words; Infinity where one word alone is wider than the box. */
export function jumlahBaris(t: string, lebar: number): number {
  let baris = 0;
  for (const alinea of t.split("\n")) {
    let terisi = 0;
    baris += 1;
    for (const kata of alinea.split(/\s+|(?<=-)/).filter(Boolean)) {
      const w = lebarTeks(kata);
      if (w > lebar) return Number.POSITIVE_INFINITY;
      if (terisi > 0 && terisi + 3.3 + w > lebar) {
        baris += 1;
        terisi = w;
      } else terisi += (terisi > 0 ? 3.3 : 0) + w;
    }
  }
  return baris;
}

interface Kotak {
  readonly lebar: number;
  readonly tinggi: number;
}

const angka = (n: unknown): number => (typeof n === "number" ? n : 0);

/** The room of a shape for its own label; undefined where the label stands beside the shape. */
function ruang(u: Unsur, bentuk: Unsur): Kotak | undefined {
  const b = unsurDari(bentuk.bounds);
  if (!b) return undefined;
  const [lebar, tinggi] = [angka(b.width), angka(b.height)];
  // A pool without process is a box with its label in the middle.
  if (u.$type === "bpmn:Participant" && !u.processRef) return { lebar: lebar - 2 * TEPI, tinggi };
  if (u.$type === "bpmn:Lane" || u.$type === "bpmn:Participant")
    return bentuk.isHorizontal === false ? { lebar, tinggi: 30 } : { lebar: tinggi, tinggi: 30 };
  if (!u.$instanceOf("bpmn:Activity")) return undefined;
  return { lebar: lebar - 2 * TEPI, tinggi: bentuk.isExpanded === true ? 2 * BARIS : tinggi - TEPI };
}

/** A label fits into its shape. */
export const labelMuat: Aturan = {
  nama: "label-muat",
  tingkat: "peringatan",
  sebab: "What does not fit is cut off in Tasklist, Cockpit and print; the long text belongs into Aktivitas.",
  periksa(u, lapor) {
    if (u.$type !== "bpmn:Definitions") return;
    const bentuk = daftar(u.diagrams).flatMap((d) => daftar(unsurDari(d.plane)?.planeElement));
    for (const b of bentuk) {
      const milik = unsurDari(b.bpmnElement);
      const tulisan = teks(milik?.name).trim();
      const kotak = milik && tulisan ? ruang(milik, b) : undefined;
      if (!milik || !kotak) continue;
      if (jumlahBaris(tulisan, kotak.lebar) * BARIS > kotak.tinggi + 1)
        lapor(milik, "The label is too long for its shape.");
    }
  },
};
