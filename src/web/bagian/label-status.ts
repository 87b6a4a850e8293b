/** Words and tone for the states that the gateway reports. Pure. */
import type { AkunBerstatus, Keadaan, LangkahPermohonan } from "../api/skema.js";

type Nada = "netral" | "jalan" | "baik" | "awas" | "buruk";
/** `teks` in the words of the office; `nada` picks the colour in the style sheet. */
export interface Label {
  readonly teks: string;
  readonly nada: Nada;
}

/** By an account's `status`: `diproses` from its approval in step 4 until the credential has arrived. */
export const labelAkun: Readonly<Record<AkunBerstatus["status"], Label>> = {
  menunggu: { teks: "Menunggu", nada: "netral" },
  diproses: { teks: "Sedang diproses", nada: "jalan" },
  berhasil: { teks: "Berhasil", nada: "baik" },
  gagal: { teks: "Gagal", nada: "buruk" },
  dicoret: { teks: "Dicoret", nada: "awas" },
};

/** By the `keadaan` of a request; `dihentikan` was ended in the engine itself, by an administrator. */
export const labelKeadaan: Readonly<Record<Keadaan, Label>> = {
  berjalan: { teks: "Berjalan", nada: "jalan" },
  selesai: { teks: "Selesai", nada: "baik" },
  ditolak: { teks: "Ditolak", nada: "buruk" },
  bukanReset: { teks: "Bukan reset password", nada: "awas" },
  ditarik: { teks: "Ditarik", nada: "netral" },
  dihentikan: { teks: "Dihentikan", nada: "buruk" },
};

/** By the `keadaan` of one of the eleven steps; `lewat` is open and late, `dilewati` was never gone through. */
export const labelLangkah: Readonly<Record<LangkahPermohonan["keadaan"], Label>> = {
  belum: { teks: "Belum", nada: "netral" },
  berjalan: { teks: "Berjalan", nada: "jalan" },
  selesai: { teks: "Selesai", nada: "baik" },
  lewat: { teks: "Lewat tenggat", nada: "buruk" },
  dilewati: { teks: "Tidak dijalani", nada: "netral" },
};
