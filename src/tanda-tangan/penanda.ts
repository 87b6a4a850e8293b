/** What signs letters: BSrE, or a key on this server. One interface, chosen by options. */

/** Who signs what. `passphrase` is used for this one call and kept nowhere. */
export interface MintaTandaTangan {
  /** The letter with its stamp. */
  readonly pdf: Buffer;
  readonly passphrase: string;
  /** The signer's account; a signer finds what it needs (NIK, key) by it. */
  readonly akun: string;
  /** Full name, for the signature dictionary. */
  readonly nama: string;
  /** Where the stamp stands; `halaman` from 0, the rest in points from the lower left corner. */
  readonly letak: Letak;
  readonly alasan: string;
  readonly tempat: string;
}

/** A rectangle on a page. */
export interface Letak {
  readonly halaman: number;
  readonly x: number;
  readonly y: number;
  readonly lebar: number;
  readonly tinggi: number;
}

/** A means of signing. `tandaTangani` answers the signed PDF or throws GalatPenanda; it is never called twice by itself. */
export interface Penanda {
  readonly jenis: "bsre" | "lokal";
  tandaTangani(minta: MintaTandaTangan): Promise<Buffer>;
  /** Can this account sign at all? Throws GalatPenanda with the reason against it. Asks the service, signs nothing. */
  periksaAkun(akun: string): Promise<void>;
}
