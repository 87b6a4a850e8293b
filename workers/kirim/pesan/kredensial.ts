/** The message that carries User ID and password (SOP row 6). */
import type { Akun } from "../../../src/proses/variabel.js";
import { satuBaris } from "../../../src/surat/teks.js";
import type { TeksPesan } from "./teks-pesan.js";

interface IsiKredensial {
  readonly akun: Akun;
  readonly userId: string;
  readonly kataSandi: string;
  readonly namaSatker: string;
  readonly nomorPermohonan: string;
  /** Of the password, from 1: from the second on, the owner may have got another one for the same request. */
  readonly percobaan: number;
}

const TERBARU = `

Bila Saudara pernah menerima password lain untuk permohonan ini, password tersebut tidak berlaku lagi.`;

/** Subject and text. Only `isi` holds the password; both depend on nothing but the arguments. */
export function pesanKredensial(isi: IsiKredensial): TeksPesan {
  const { akun, userId, kataSandi, namaSatker, nomorPermohonan, percobaan } = isi;
  return {
    perihal: `Akun SPSE Saudara telah di-reset (permohonan ${nomorPermohonan})`,
    isi: `Yth. ${satuBaris(akun.nama)}
NIP ${akun.nip}
di tempat

Dengan hormat,

Menindaklanjuti permohonan ${satuBaris(namaSatker)} nomor ${nomorPermohonan}, password akun Saudara sebagai ${akun.peran} pada Aplikasi SPSE telah di-reset. User ID dan password Saudara yang baru:

User ID  : ${userId}
Password : ${kataSandi}

Password membedakan huruf besar dan huruf kecil, dan tidak memuat angka 0 dan 1 maupun huruf yang mirip dengannya (O, o, I, i, l).${percobaan > 1 ? TERBARU : ""}

Saudara dimohon segera:
1. masuk ke Aplikasi SPSE dengan User ID dan password tersebut;
2. mengganti password setelah berhasil masuk;
3. tidak memberitahukan password kepada siapa pun, termasuk petugas LPSE;
4. menghapus pesan ini setelah password diganti.

Apabila Saudara tidak dapat masuk, atau merasa tidak pernah mengajukan permohonan ini, segera hubungi Tim Pengelola LPSE melalui e-Pesan.

Atas perhatian Saudara, kami ucapkan terima kasih.

Tim Pengelola LPSE`,
  };
}
