/** The messages that go out when a step's time limit comes near, has passed, and passes on. */
import type { Tingkat } from "../../../src/calendar/escalation.js";
import { lamaKerja, sisaKerja } from "../../../src/calendar/words.js";
import { type LangkahSop, polos } from "../../../src/sop/diagram.js";
import { satuBaris } from "../../../src/surat/teks.js";
import { saatWib } from "../../../src/waktu/wib.js";
import type { Penerima } from "../penerima-eskalasi.js";
import type { TeksPesan } from "./teks-pesan.js";

/** `saat`: when the timer went off; `sisaMs`: working time left then, negative when over; `terlambatMs`: how late it was. */
export interface IsiEskalasi {
  readonly langkah: Pick<LangkahSop, "nomor" | "aktivitas" | "waktu" | "pelaksana">;
  readonly nomorPermohonan: string;
  readonly namaSatker: string;
  readonly alamat: string;
  readonly tingkat: Tingkat;
  readonly saat: Date;
  readonly tenggat: Date;
  readonly sisaMs: number;
  readonly terlambatMs: number;
}

/** A timer is checked every few seconds; what is later than this (in working ms) was kept from going off. */
const TERLAMBAT_MS = 5 * 60_000;

/** The message of one level to one recipient. */
export function pesanEskalasi(isi: IsiEskalasi, sebagai: Penerima["sebagai"]): TeksPesan {
  const { alamat } = isi;
  return {
    perihal: perihal(isi),
    isi: `Dengan hormat,

${pembuka(isi, sebagai)}

${rincian(isi)}
${keterlambatan(isi)}
${sebagai === "pelaksana" ? `Mohon segera diselesaikan melalui daftar tugas: ${alamat}` : `Perkembangannya dapat dilihat di: ${alamat}`}

Pesan ini dibuat oleh sistem.`,
  };
}

function perihal({ tingkat, langkah, nomorPermohonan }: IsiEskalasi): string {
  const judul = {
    pengingat: "Pengingat tenggat",
    lewat: "Tenggat terlewati",
    ulang: `Tenggat terlewati ${tingkat.hari} hari kerja`,
  }[tingkat.jenis];
  return `${judul}: permohonan ${nomorPermohonan}, langkah ${langkah.nomor}`;
}

function pembuka({ tingkat }: IsiEskalasi, sebagai: Penerima["sebagai"]): string {
  if (tingkat.jenis === "pengingat")
    return "Batas waktu langkah berikut sudah dekat dan langkah tersebut belum selesai.";
  const lama = tingkat.jenis === "ulang" ? ` selama ${tingkat.hari} hari kerja` : "";
  if (sebagai === "pelaksana")
    return `Batas waktu langkah berikut telah lewat${lama} dan langkah tersebut belum selesai.`;
  const tugas = sebagai === "atasan" ? "yang menjadi tugas unit di bawah Saudara" : "dalam pelayanan LPSE";
  const diberiTahu = sebagai === "atasan" ? "Pelaksana" : "Pelaksana dan atasannya";
  return `Kami laporkan bahwa batas waktu langkah berikut, ${tugas}, telah lewat${lama} dan langkah tersebut belum selesai. ${diberiTahu} telah diberi tahu.`;
}

function rincian({ langkah, nomorPermohonan, namaSatker, tenggat, saat, sisaMs }: IsiEskalasi): string {
  return `Permohonan : ${nomorPermohonan} (${satuBaris(namaSatker)})
Langkah    : ${langkah.nomor}. ${polos(langkah.aktivitas)}
Pelaksana  : ${langkah.pelaksana}
Waktu baku : ${langkah.waktu}
Tenggat    : ${saatWib(tenggat)}
Keadaan    : ${sisaKerja(sisaMs)} pada ${saatWib(saat)}`;
}

function keterlambatan({ terlambatMs }: IsiEskalasi): string {
  if (terlambatMs < TERLAMBAT_MS) return "";
  return `
Pemberitahuan ini terlambat ${lamaKerja(terlambatMs)} kerja karena sistem sempat tidak berjalan.
`;
}
