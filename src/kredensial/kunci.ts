/** Keys from which passwords are derived. They come from the environment and are never stored. */
import { createHmac } from "node:crypto";
import { z } from "zod";
import { KredensialError } from "./error.js";

/** A secret key and its name; only the name is kept beside a nonce. */
export interface Kunci {
  readonly id: string;
  readonly rahasia: string;
}

/** All keys in use: new nonces take the first, the others still serve nonces made before a rotation. */
export type GantunganKunci = readonly [Kunci, ...Kunci[]];

const KunciLama = z.record(z.string().min(1), z.string().min(12));

/** Keys before the current one, written as JSON `{"id": "secret"}`; undefined where the text is not that. */
export function bacaKunciLama(teks: string): Kunci[] | undefined {
  if (teks.trim() === "") return [];
  try {
    return Object.entries(KunciLama.parse(JSON.parse(teks))).map(([id, rahasia]) => ({ id, rahasia }));
  } catch {
    // The reason would quote the secrets.
    return undefined;
  }
}

/** The options of gateway and workers as keys; throws where an old key has the current one's id, or old keys are unreadable. */
export function gantunganDari(opsi: {
  readonly KREDENSIAL_KEY: string;
  readonly KREDENSIAL_KEY_ID: string;
  readonly KREDENSIAL_KEYS_LAMA?: string | undefined;
}): GantunganKunci {
  const id = opsi.KREDENSIAL_KEY_ID;
  const lama = bacaKunciLama(opsi.KREDENSIAL_KEYS_LAMA ?? "");
  if (lama === undefined) throw new Error("KREDENSIAL_KEYS_LAMA is not readable");
  if (lama.some((kunci) => kunci.id === id))
    throw new Error(`KREDENSIAL_KEY_ID and KREDENSIAL_KEYS_LAMA both name a key ${id}: give the current key a new id`);
  return [{ id, rahasia: opsi.KREDENSIAL_KEY }, ...lama];
}

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
