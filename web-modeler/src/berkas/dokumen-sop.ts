/** The SOP document of a deployed version, as the gateway makes it. Pure. */
import type { Terbuka } from "../terbuka.js";

/** Formats in the order people ask for them. */
const FORMAT = [
  ["PDF", "pdf"],
  ["Word (DOCX)", "docx"],
  ["Excel (XLSX)", "xlsx"],
  ["HTML", "html"],
  ["CSV", "csv"],
  ["JSON", "json"],
] as const;

interface TautanSop {
  readonly teks: string;
  readonly alamat: string;
}

/** The document of a process in every format; without `versi` that of the version in force. */
export const tautanSop = (kunci: string, versi?: number): TautanSop[] =>
  FORMAT.map(([teks, format]) => ({
    teks,
    alamat: `/sop/${encodeURIComponent(kunci)}${versi === undefined ? "" : `/versi/${versi}`}.${format}`,
  }));

/** Of what is on the canvas; of a draft that of the version in force, and none where it begins a new process. */
export function dokumenTerbuka(x: Terbuka): TautanSop[] {
  if (x.jenis === "versi") return tautanSop(x.kunci, x.versi.versi);
  return x.draf.dasar ? tautanSop(x.kunci) : [];
}
