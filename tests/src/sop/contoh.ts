/** SOPs for tests: any rows, actors and arrows without a diagram. */
import { readFileSync } from "node:fs";
import type { BarisSop, DokumenSop, Panah } from "../../../src/sop/dokumen.js";
import { Identitas } from "../../../src/sop/identitas.js";

export const DIAGRAM = readFileSync("bpmn/reset-password-spse.bpmn", "utf8");

/** The published SOP as cells: No, Aktivitas, Persyaratan, Waktu, Output, Keterangan. */
export const SEL_TERBITAN = readFileSync("tests/contracts/fixtures/sop-reset-password.txt", "utf8")
  .split("\n")
  .filter((baris) => /^\d+\t/.test(baris))
  .map((baris) => baris.split("\t"))
  .map((s) => [0, 1, 6, 7, 8, 9].map((i) => s[i] ?? ""));

const KOSONG: Omit<BarisSop, "nomor" | "lajur" | "simbol"> = {
  id: "",
  nama: "",
  aktivitas: "Menerima berkas",
  pelaksana: "",
  grup: "",
  persyaratan: "Berkas",
  waktu: "30 menit",
  output: "Berkas lengkap",
  keterangan: "",
};

/** An SOP whose rows stand in the given lanes; rows follow one another, `kembali` adds decisions `[from, to]`. */
export function sopBuatan(
  lajur: readonly (number | undefined)[],
  kembali: readonly (readonly [number, number])[] = [],
  ubah: (i: number) => Partial<BarisSop> = () => ({}),
  pelaksana?: readonly string[],
): DokumenSop {
  const memutus = new Set(kembali.map(([dari]) => dari));
  const maju = lajur.slice(1).map((_, i): Panah => ({ dari: i, ke: i + 1, label: memutus.has(i) ? "ya" : "" }));
  const balik = kembali.map(([dari, ke]): Panah => ({ dari, ke, label: "tidak" }));
  const simbol = (i: number) =>
    memutus.has(i) ? "keputusan" : i === 0 ? "mulai" : i === lajur.length - 1 ? "selesai" : "kegiatan";
  const banyak = Math.max(0, ...lajur.map((l) => (l ?? -1) + 1));
  return {
    kunci: "contoh",
    tag: "",
    identitas: Identitas.parse({ nama: "SOP Contoh" }),
    pelaksana: pelaksana ?? Array.from({ length: banyak }, (_, i) => `Pelaksana ${i + 1}`),
    baris: lajur.map((l, i) => ({ ...KOSONG, nomor: i + 1, lajur: l, simbol: simbol(i), ...ubah(i) })),
    panah: [...maju, ...balik],
    catatan: [],
  };
}
