/** Why a signer gave no signed letter; the words are for the person who signs. */

/** By code: what the signer is told. `pasti`: it is certain that nothing was signed; otherwise the state must be checked first. */
export const galatPenanda = {
  PASSPHRASE_SALAH: {
    pasti: true,
    pesan: "Passphrase salah. Surat belum ditandatangani; ketik ulang passphrase Anda.",
  },
  BELUM_TERDAFTAR: {
    pasti: true,
    pesan: "NIK Anda belum terdaftar pada layanan tanda tangan elektronik. Hubungi pengelola sertifikat di unit Anda.",
  },
  SERTIFIKAT_TIDAK_ADA: {
    pasti: true,
    pesan: "Anda belum memiliki sertifikat elektronik yang berlaku. Hubungi pengelola sertifikat di unit Anda.",
  },
  NIK_TIDAK_DIATUR: {
    pasti: true,
    pesan:
      "NIK Anda belum dicatat pada sistem ini, sehingga surat tidak dapat ditandatangani secara elektronik. Hubungi pengelola sistem.",
  },
  BERKAS_DITOLAK: {
    pasti: true,
    pesan: "Layanan tanda tangan elektronik menolak berkas ini atau sedang terganggu. Surat belum ditandatangani.",
  },
  APLIKASI_DITOLAK: {
    pasti: true,
    pesan: "Sistem ini belum diizinkan memakai layanan tanda tangan elektronik. Hubungi pengelola sistem.",
  },
  TERLALU_SERING: {
    pasti: true,
    pesan: "Layanan tanda tangan elektronik sedang membatasi permintaan. Coba lagi dalam beberapa menit.",
  },
  TIDAK_TERHUBUNG: {
    pasti: true,
    pesan: "Layanan tanda tangan elektronik tidak dapat dihubungi. Surat belum ditandatangani.",
  },
  HASIL_TIDAK_SAH: {
    pasti: true,
    pesan: "Hasil tanda tangan tidak sah, sehingga tidak dipakai. Hubungi pengelola sistem sebelum mencoba lagi.",
  },
  KUNCI_TIDAK_TERBACA: {
    pasti: true,
    pesan: "Kunci tanda tangan pada sistem ini tidak terbaca. Hubungi pengelola sistem.",
  },
  TIDAK_DIKETAHUI: {
    pasti: false,
    pesan: "Layanan tanda tangan elektronik tidak menjawab. Belum diketahui apakah surat sudah ditandatangani.",
  },
} as const;
/** A key of the table; bsre/panggil.ts tells which number of BSrE is which. */
export type KodePenanda = keyof typeof galatPenanda;

/** A refusal of the signer, or an unknown outcome. Never holds the passphrase, the request or a cause that could quote them. */
export class GalatPenanda extends Error {
  override readonly name = "GalatPenanda";

  constructor(
    readonly kode: KodePenanda,
    /** For the log: what happened, without anything that was sent. */
    readonly sebab: string,
  ) {
    super(`${kode}: ${sebab}`);
  }

  /** Is it certain that nothing was signed? */
  get pasti(): boolean {
    return galatPenanda[this.kode].pasti;
  }
}
