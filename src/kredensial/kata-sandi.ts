/** The new SPSE password: derived where it is used, never stored, never sent anywhere but to SPSE and the owner. */
import { type Penarik, penarikHmac } from "./aliran.js";
import { type Kunci, kunciTurunan } from "./kunci.js";

/** What a password belongs to: process instance, account id (uuid), attempt (from 1). */
export interface KonteksKredensial {
  readonly instans: string;
  readonly akun: string;
  readonly percobaan: number;
}

/** SPSE wants each of these; look-alikes (0 O o, 1 l I i) and characters that mail programs change are left out. */
const GOLONGAN = ["abcdefghjkmnpqrstuvwxyz", "ABCDEFGHJKLMNPQRSTUVWXYZ", "23456789", "@#$%*+-=?!"] as const;
const SEMUA = GOLONGAN.join("");

/** Characters of a password; about 95 bits. */
export const PANJANG_KATA_SANDI = 16;

/** The password for a nonce: 16 characters by SPSE's rule; the same input always gives the same one. */
export function turunkanKataSandi(kunci: Kunci, nonce: Buffer, konteks: KonteksKredensial): string {
  if (nonce.length < 16) throw new RangeError("a nonce must have at least 16 bytes");
  const tarik = penarikHmac(kunciTurunan(kunci, "kata-sandi"), masukan(nonce, konteks));
  const wajib = GOLONGAN.map((golongan) => huruf(golongan, tarik));
  const sisa = Array.from({ length: PANJANG_KATA_SANDI - wajib.length }, () => huruf(SEMUA, tarik));
  return kocok([...wajib, ...sisa], tarik).join("");
}

const huruf = (abjad: string, tarik: Penarik): string => abjad.charAt(tarik(abjad.length));

/** Every part with its length before it: no two different inputs may run together into the same bytes. */
function masukan(nonce: Buffer, { instans, akun, percobaan }: KonteksKredensial): Buffer {
  const bagian = [nonce, Buffer.from(instans), Buffer.from(akun), Buffer.from(String(percobaan))];
  return Buffer.concat(
    bagian.flatMap((isi) => {
      const panjang = Buffer.alloc(4);
      panjang.writeUInt32BE(isi.length);
      return [panjang, isi];
    }),
  );
}

/** Fisher–Yates, drawn from the same stream. */
function kocok(isi: readonly string[], tarik: Penarik): string[] {
  const hasil = [...isi];
  for (let i = hasil.length - 1; i > 0; i--) {
    const j = tarik(i + 1);
    const [a = "", b = ""] = [hasil[i], hasil[j]];
    hasil[i] = b;
    hasil[j] = a;
  }
  return hasil;
}
