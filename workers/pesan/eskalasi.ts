/** The messages that go out when a step's time limit has passed. */
import { type LangkahSop, polos } from "../../src/sop/diagram.js";
import { satuBaris } from "../../src/surat/teks.js";
import type { TeksPesan } from "./teks-pesan.js";

export interface IsiEskalasi {
  readonly langkah: Pick<LangkahSop, "nomor" | "aktivitas" | "waktu" | "pelaksana">;
  readonly nomorPermohonan: string;
  readonly namaSatker: string;
  readonly alamat: string;
}

const perihal = ({ langkah, nomorPermohonan }: IsiEskalasi): string =>
  `Tenggat terlewati: permohonan ${nomorPermohonan}, langkah ${langkah.nomor}`;

const rincian = ({ langkah, nomorPermohonan, namaSatker }: IsiEskalasi): string =>
  `Permohonan : ${nomorPermohonan} (${satuBaris(namaSatker)})
Langkah    : ${langkah.nomor}. ${polos(langkah.aktivitas)}
Pelaksana  : ${langkah.pelaksana}
Waktu baku : ${langkah.waktu}`;

/** To those who have the step to do. */
export function pesanKepadaPelaksana(isi: IsiEskalasi): TeksPesan {
  return {
    perihal: perihal(isi),
    isi: `Dengan hormat,

Batas waktu langkah berikut telah lewat dan langkah tersebut belum selesai.

${rincian(isi)}

Mohon segera diselesaikan melalui daftar tugas: ${isi.alamat}

Pesan ini dibuat oleh sistem.`,
  };
}

/** To their superior. */
export function pesanKepadaAtasan(isi: IsiEskalasi): TeksPesan {
  return {
    perihal: perihal(isi),
    isi: `Dengan hormat,

Kami laporkan bahwa batas waktu langkah berikut, yang menjadi tugas unit di bawah Saudara, telah lewat dan langkah tersebut belum selesai. Pelaksana telah diberi tahu.

${rincian(isi)}

Perkembangannya dapat dilihat di: ${isi.alamat}

Pesan ini dibuat oleh sistem.`,
  };
}
