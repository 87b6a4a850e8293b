import type { Paragraf } from "./data.js";
import type { Kop } from "./kop.js";
import type { Redaksi } from "./redaksi.js";
import { tanggalIndonesia } from "./tanggal.js";
import { alinea } from "./teks.js";

/** A labelled line such as Nomor, Sifat, Lampiran, Hal. */
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
  judul: string;
  nomor: string;
  kop: Pick<Kop, "kementerian" | "unit" | "layanan" | "alamat" | "logo">;
  kepala: BarisKepala[];
  tempatTanggal: string;
  yth: string[];
  pembuka: string[];
  isi: string[];
  tabel?: TabelAkun;
  penutup: string[];
  penandaTangan: Kop["penandaTangan"];
  tembusan: string[];
  lampiran?: { keterangan: string; kepala: BarisKepala[]; judul: string; tabel: TabelAkun };
  istilahAsing: string[];
}

/** What every kind of letter states in the same way. */
export interface PokokSurat {
  nomorSurat: string;
  tanggal: string;
  paragraf: Paragraf;
  judul: string;
  hal: string;
  lampiran: string;
  yth: string[];
}

/** The parts common to all Surat Dinas: letterhead, head block, addressee, passages, signer, copies. */
export function naskahDinas(kop: Kop, redaksi: Redaksi, pokok: PokokSurat): Naskah {
  const { kementerian, unit, layanan, alamat, logo } = kop;
  return {
    judul: `${pokok.judul} Nomor ${pokok.nomorSurat}`,
    nomor: pokok.nomorSurat,
    kop: { kementerian, unit, layanan, alamat, logo },
    kepala: [
      { label: "Nomor", nilai: pokok.nomorSurat },
      { label: "Sifat", nilai: kop.sifat },
      { label: "Lampiran", nilai: pokok.lampiran },
      { label: "Hal", nilai: pokok.hal },
    ],
    tempatTanggal: `${kop.kota}, ${tanggalIndonesia(pokok.tanggal)}`,
    yth: pokok.yth,
    pembuka: alinea(pokok.paragraf.pembuka),
    isi: alinea(pokok.paragraf.isi),
    penutup: alinea(pokok.paragraf.penutup),
    penandaTangan: kop.penandaTangan,
    tembusan: kop.tembusan,
    istilahAsing: redaksi.istilahAsing,
  };
}
