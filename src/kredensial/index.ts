/** New SPSE passwords: derived from a key and a nonce, the nonce destroyed after delivery (design decision 1). */
import type { Db } from "../db/open.js";
import { turunkanKataSandi } from "./kata-sandi.js";
import { type GantunganKunci, kunciDenganId } from "./kunci.js";
import { ambilAtauBuatNonce, type NonceHidup, type PemilikNonce } from "./nonce.js";

export { KredensialError } from "./error.js";
export { PANJANG_KATA_SANDI, turunkanKataSandi } from "./kata-sandi.js";
export { type GantunganKunci, gantunganDari, type Kunci, kunciDenganId } from "./kunci.js";
export {
  ambilAtauBuatNonce,
  bacaNonce,
  hancurkanNonce,
  instansBernonce,
  type NonceHidup,
  nonceBaru,
  type PemilikNonce,
} from "./nonce.js";

/** A password with its attempt. Keep it in no variable longer than needed, and in no log, error or URL at all. */
export interface Kredensial {
  readonly kataSandi: string;
  readonly percobaan: number;
}

/** The password that a living nonce stands for; throws KredensialError where its key is gone. */
export function kredensialDari(gantungan: GantunganKunci, pemilik: PemilikNonce, nonce: NonceHidup): Kredensial {
  const { percobaan } = nonce;
  const kunci = kunciDenganId(gantungan, nonce.idKunci);
  const konteks = { instans: pemilik.instans, akun: pemilik.akun, percobaan };
  return { kataSandi: turunkanKataSandi(kunci, nonce.nonce, konteks), percobaan };
}

/** The password of an account, its nonce made where there is none; throws KredensialError after delivery. */
export async function ambilKredensial(db: Db, gantungan: GantunganKunci, pemilik: PemilikNonce): Promise<Kredensial> {
  const { instans, akun } = pemilik;
  const nonce = await ambilAtauBuatNonce(db, { instans, akun, idKunci: gantungan[0].id });
  return kredensialDari(gantungan, pemilik, nonce);
}
