/** The SOP as JSON, for other programs: the same document as the printed one, without its drawing. */
import type { DokumenSop } from "../dokumen.js";

/** An object ready for JSON; arrows name rows by their number. */
export const jsonSop = (d: DokumenSop) => ({
  kunci: d.kunci,
  versi: d.tag,
  identitas: d.identitas,
  pelaksana: d.pelaksana,
  langkah: d.baris.map((b) => ({
    id: b.id,
    nomor: b.nomor,
    aktivitas: b.aktivitas,
    pelaksana: b.lajur === undefined ? null : b.pelaksana,
    simbol: b.simbol,
    persyaratan: b.persyaratan,
    waktu: b.waktu,
    output: b.output,
    keterangan: b.keterangan,
  })),
  alur: d.panah.map((p) => ({ dari: d.baris[p.dari]?.nomor, ke: d.baris[p.ke]?.nomor, label: p.label })),
  catatan: d.catatan,
});
