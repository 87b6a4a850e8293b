/** Keys from which passwords are derived. They come from the environment and are never stored. */
import { createHmac } from "node:crypto";
import { KredensialError } from "./error.js";

/** A secret key and its name; only the name is kept beside a nonce. */
export interface Kunci {
  readonly id: string;
  readonly rahasia: string;
}

/** All keys in use: new nonces take the first, the others still serve nonces made before a rotation. */
export type GantunganKunci = readonly [Kunci, ...Kunci[]];

/** The key of that name; throws KredensialError where it is no longer configured. */
export function kunciDenganId(gantungan: GantunganKunci, id: string): Kunci {
  const kunci = gantungan.find((satu) => satu.id === id);
  if (kunci === undefined) throw new KredensialError("KUNCI_TIDAK_ADA", `the key ${id} is not configured any more`);
  return kunci;
}

/** A key for one purpose, so that what is made for one can never serve another. */
export function kunciTurunan(kunci: Kunci, guna: "kata-sandi" | "sidik-pesan"): Buffer {
  return createHmac("sha256", kunci.rahasia).update(`reset-password-spse/${guna}`).digest();
}
