import { tanggalIndonesia } from "../waktu/wib.js";
import type { Paragraf } from "./data.js";
import type { Kop } from "./kop.js";
import type { Bentuk, Redaksi } from "./redaksi.js";
import { alinea } from "./teks.js";

/** A labelled line such as Nomor, Sifat, Lampiran, Hal; `nilai` may have several lines. */
export interface BarisKepala {
  label: string;
  nilai: string;
}

/** The table of accounts, its five headings in column order. */
export interface TabelAkun {
  judul: string[];
  baris: { no: number; nama: string; nip: string; peran: string; userId: string; hasil: string; keterangan?: string }[];
}

/** A letter as it will be printed: every word in place, no layout; the JSON a template receives as `sys.inputs.naskah`. */
export interface Naskah {
  bentuk: Bentuk;
  judul: string;
  nomor: string;
  kop: Pick<Kop, "kementerian" | "unit" | "layanan" | "alamat" | "logo">;
  kepala: BarisKepala[];
  /** Place and date, level with Nomor; a Nota Dinas has its date among the labelled lines. */
  tempatTanggal?: string;
  /** Addressee below Hal; a Nota Dinas has it among the labelled lines. */
  yth: string[];
  pembuka: string[];
  isi: string[];
  tabel?: TabelAkun;
  penutup: string[];
  penandaTangan: Kop["penandaTangan"];
  /** In the signer's place, where a letter tells a decision and nobody signs it. */
  keputusan?: string[];
  tembusan: string[];
  lampiran?: { keterangan: string; kepala: BarisKepala[]; judul: string; tabel: TabelAkun };
  istilahAsing: string[];
}

/** What every kind of letter states in the same way. */
export interface PokokSurat {
  nomorSurat: string;
  tanggal: string;
  paragraf: Paragraf;
  bentuk: Bentuk;
  judul: string;
  hal: string;
  lampiran: string;
  yth: string[];
}

/** The parts common to all letters: letterhead, head block, addressee, passages, signer, copies. */
export function naskahDinas(kop: Kop, redaksi: Redaksi, pokok: PokokSurat): Naskah {
  const { kementerian, unit, layanan, alamat, logo } = kop;
  return {
    bentuk: pokok.bentuk,
    judul: `${pokok.judul} Nomor ${pokok.nomorSurat}`,
    nomor: pokok.nomorSurat,
    kop: { kementerian, unit, layanan, alamat, logo },
    ...(pokok.bentuk === "nota-dinas" ? kepalaNota(kop, pokok) : kepalaSurat(kop, pokok)),
    pembuka: alinea(pokok.paragraf.pembuka),
    isi: alinea(pokok.paragraf.isi),
    penutup: alinea(pokok.paragraf.penutup),
    penandaTangan: kop.penandaTangan,
    tembusan: kop.tembusan,
    istilahAsing: redaksi.istilahAsing,
  };
}

type Kepala = Pick<Naskah, "kepala" | "tempatTanggal" | "yth">;

/** Surat Dinas: Nomor, Sifat, Lampiran, Hal at the left, place and date at the right, the addressee below. */
function kepalaSurat(kop: Kop, { nomorSurat, lampiran, hal, tanggal, yth }: PokokSurat): Kepala {
  return {
    kepala: [
      { label: "Nomor", nilai: nomorSurat },
      { label: "Sifat", nilai: kop.sifat },
      { label: "Lampiran", nilai: lampiran },
      { label: "Hal", nilai: hal },
    ],
    tempatTanggal: `${kop.kota}, ${tanggalIndonesia(tanggal)}`,
    yth,
  };
}

/** Nota Dinas: everything among the labelled lines, below heading and number; nobody is addressed "di tempat". */
function kepalaNota({ penandaTangan }: Kop, { lampiran, hal, tanggal, yth }: PokokSurat): Kepala {
  const tujuan = yth.filter((baris) => !/^di[ -]tempat\.?$/i.test(baris.trim()));
  return {
    kepala: [
      { label: "Yth.", nilai: (tujuan.length > 0 ? tujuan : yth).join("\n") },
      { label: "Dari", nilai: penandaTangan.jabatan },
      { label: "Hal", nilai: hal },
      { label: "Lampiran", nilai: lampiran },
      { label: "Tanggal", nilai: tanggalIndonesia(tanggal) },
    ],
    yth: [],
  };
}
