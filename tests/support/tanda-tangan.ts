/** Letters, keys and signers for the tests of signing. */

import { createPembuatCap, type DepsTandaTangan } from "../../src/tanda-tangan/index.js";
import { createLetterRenderer } from "./surat.js";

let pembuatCap: ReturnType<typeof createPembuatCap> | undefined;
const cap = () => {
  pembuatCap ??= createPembuatCap("surat");
  return pembuatCap;
};
let pembuatSurat: ReturnType<typeof createLetterRenderer> | undefined;

/** Signing as the gateway gets it; without a signer unless one is given. */
export const tandaTanganUji = (lain: Partial<DepsTandaTangan> = {}): DepsTandaTangan => ({
  penanda: null,
  cap,
  akarBsre: [],
  alamat: "https://lpse.example",
  tungguMs: 20_000,
  batasMs: 30_000,
  ...lain,
});

export const NOMOR_SURAT = "B/123/LPSE/PL.02/11/2026";

/** A Surat Pemberitahuan as step 7 drafts it; `ubah` changes its closing words. */
export function suratUji(ubah: { nomorSurat?: string; penutup?: string } = {}): Buffer {
  pembuatSurat ??= createLetterRenderer({ dir: "surat" });
  const pembuat = pembuatSurat;
  const data = {
    nomorSurat: ubah.nomorSurat ?? NOMOR_SURAT,
    tanggal: "2026-11-23",
    kepada: "Biro Keuangan",
    permohonan: { nomor: "B/1/2026", tanggal: "2026-11-20", nomorPermohonan: "RP-2026-0001" },
    akun: [
      {
        nama: "Siti Aminah",
        nip: "198501012010011001",
        peran: "PPK" as const,
        userId: "SITI",
        status: "berhasil" as const,
      },
    ],
  };
  const paragraf = pembuat.paragrafAwal(data);
  return pembuat.render({ ...data, paragraf: { ...paragraf, ...(ubah.penutup ? { penutup: ubah.penutup } : {}) } }).pdf;
}
