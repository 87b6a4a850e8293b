/** The verdicts of the verification page in words. Pure. */
import type { Verifikasi } from "../api/skema-tanda-tangan.js";

/** A verdict: how it looks, its heading, what it means. */
export interface Putusan {
  readonly nada: "sukses" | "awas" | "bahaya" | "info";
  readonly judul: string;
  readonly arti: string;
}

const SURAT: Readonly<Record<Verifikasi["keadaan"], Putusan>> = {
  sah: {
    nada: "sukses",
    judul: "Surat ini sah",
    arti: "Surat ini diterbitkan dari sistem kami dan ditandatangani dengan sertifikat elektronik BSrE.",
  },
  bukanBsre: {
    nada: "awas",
    judul: "Ditandatangani, tetapi bukan dengan sertifikat BSrE",
    arti: "Surat ini diterbitkan dari sistem kami dan tidak berubah sejak ditandatangani. Sertifikat penanda tangannya bukan dari BSrE.",
  },
  tidakCocok: {
    nada: "bahaya",
    judul: "Surat ini tidak cocok",
    arti: "Salinan yang kami simpan tidak lagi sama dengan surat yang ditandatangani. Jangan memakai surat ini; hubungi LPSE.",
  },
};

/** The verdict about the letter of the address. */
export const putusanSurat = ({ keadaan }: Verifikasi): Putusan => SURAT[keadaan];

/** The verdict where no letter has that address. */
export const tidakDikenal: Putusan = {
  nada: "bahaya",
  judul: "Surat tidak dikenal",
  arti: "Tidak ada surat terbitan kami dengan alamat ini. Pindai ulang kode QR-nya; bila tetap demikian, anggap surat itu tidak asli.",
};

/** The verdict about a file, by its hash (hex). */
export function putusanBerkas(sidik: string, { sha256, keadaan }: Verifikasi): Putusan {
  if (sidik !== sha256)
    return {
      nada: "bahaya",
      judul: "Berkas tidak cocok",
      arti: "Berkas ini bukan surat tersebut, atau sudah berubah sejak ditandatangani.",
    };
  const arti = "Berkas ini sama persis dengan surat yang ditandatangani.";
  return keadaan === "tidakCocok" ? SURAT.tidakCocok : { nada: "sukses", judul: "Berkas cocok", arti };
}

/** "a1b2 c3d4 …": a hash in groups that can be compared by eye. */
export const sidikKelompok = (sidik: string): string => sidik.replace(/(.{8})(?=.)/g, "$1 ");
