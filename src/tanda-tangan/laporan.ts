/** What is known of the signatures in a PDF, in the words a form and a page can show. */
import type * as pkijs from "pkijs";
import { bacaTandaTangan, type TandaTanganRusak, type TandaTanganTersimpan, terlindung } from "./baca.js";
import { masihBerlaku, periksaCms, periksaStempel, sampaiAkar } from "./periksa-cms.js";

/** One signature or document time stamp. `waktu` is an ISO instant. */
export interface LaporanTandaTangan {
  readonly jenis: "tandaTangan" | "stempelWaktu";
  readonly nama: string;
  readonly penerbit: string;
  readonly waktu: string | null;
  /** Who vouches for the time: a time stamp service, or only the signer's own clock. */
  readonly sumberWaktu: "stempel" | "penanda" | null;
  /** The signature fits what it covers: not a byte of that has changed. */
  readonly utuh: boolean;
  /** It covers the file to its last byte. */
  readonly menyeluruh: boolean;
  /** The certificate was within its time. */
  readonly berlaku: boolean;
  /** A chain leads to a root of BSrE that this system was given. */
  readonly bsre: boolean;
}

/** The whole file. */
export interface LaporanPdf {
  readonly tandaTangan: readonly LaporanTandaTangan[];
  /** There are signatures, and bytes that none of them covers. */
  readonly berubahSesudahnya: boolean;
}

/** Checks all signatures of a PDF; `akarBsre` are the trusted roots, `kini` serves where a signature tells no time. */
export async function laporkan(pdf: Buffer, akarBsre: readonly pkijs.Certificate[], kini: Date): Promise<LaporanPdf> {
  const semua = await bacaTandaTangan(pdf);
  const tandaTangan: LaporanTandaTangan[] = [];
  for (const satu of semua) tandaTangan.push("rusak" in satu ? rusak(satu) : await nilai(pdf, satu, akarBsre, kini));
  return { tandaTangan, berubahSesudahnya: semua.length > 0 && !tandaTangan.some((t) => t.menyeluruh) };
}

const rusak = ({ nama }: TandaTanganRusak): LaporanTandaTangan => ({
  jenis: "tandaTangan",
  nama: nama ?? "tidak terbaca",
  penerbit: "",
  waktu: null,
  sumberWaktu: null,
  utuh: false,
  menyeluruh: false,
  berlaku: false,
  bsre: false,
});

async function nilai(
  pdf: Buffer,
  satu: TandaTanganTersimpan,
  akar: readonly pkijs.Certificate[],
  kini: Date,
): Promise<LaporanTandaTangan> {
  const stempel = satu.subFilter === "ETSI.RFC3161";
  const data = terlindung(pdf, satu);
  const cms = await (stempel ? periksaStempel(Uint8Array.from(satu.cms).buffer, data) : periksaCms(satu.cms, data));
  const waktu = cms.stempel ?? satu.waktu;
  const saat = waktu ?? kini;
  return {
    jenis: stempel ? "stempelWaktu" : "tandaTangan",
    nama: cms.nama,
    penerbit: cms.penerbit,
    waktu: waktu?.toISOString() ?? null,
    sumberWaktu: cms.stempel ? "stempel" : waktu ? "penanda" : null,
    utuh: cms.utuh,
    menyeluruh: satu.akhir === pdf.length,
    berlaku: masihBerlaku(cms, saat),
    bsre: cms.utuh && (await sampaiAkar(cms, akar, saat)),
  };
}

/** Signed, every signature fits, and nothing was added afterwards. */
export const sahSeluruhnya = ({ tandaTangan, berubahSesudahnya }: LaporanPdf): boolean =>
  tandaTangan.some((t) => t.jenis === "tandaTangan") && tandaTangan.every((t) => t.utuh) && !berubahSesudahnya;
