import { createHash, createHmac } from "node:crypto";
import { type Kunci, kunciTurunan } from "../kredensial/kunci.js";

/** A message as it goes out: plain text, attachments in base64. */
export interface IsiPesan {
  readonly kepada: string;
  readonly perihal: string;
  readonly isi: string;
  readonly lampiran?: readonly { readonly nama: string; readonly base64: string }[] | undefined;
}

const sha256 = (teks: string): string => createHash("sha256").update(teks).digest("hex");

/** A keyed hash (hex) that recognises a message; without the key nobody can guess its text, not even a password in it. */
export function sidikPesan(kunci: Kunci, { kepada, perihal, isi, lampiran = [] }: IsiPesan): string {
  const berkas = lampiran.map(({ nama, base64 }) => [nama, sha256(base64)]);
  const teks = JSON.stringify([kepada, perihal, isi, berkas]);
  return createHmac("sha256", kunciTurunan(kunci, "sidik-pesan")).update(teks).digest("hex");
}
