import { createHmac } from "node:crypto";

/** Draws whole numbers below `batas` (at most 256), the same ones each time for the same key and text. */
export type Penarik = (batas: number) => number;

/** An endless stream of HMAC-SHA256 blocks over a counter and `teks`, read byte by byte without modulo bias. */
export function penarikHmac(kunci: Buffer, teks: Buffer): Penarik {
  let blok = Buffer.alloc(0);
  let letak = 0;
  let nomor = 0;
  const byte = (): number => {
    if (letak === blok.length) {
      const urut = Buffer.alloc(4);
      urut.writeUInt32BE(nomor++);
      blok = createHmac("sha256", kunci).update(urut).update(teks).digest();
      letak = 0;
    }
    return blok.readUInt8(letak++);
  };
  return (batas) => {
    const wajar = 256 - (256 % batas);
    let nilai = byte();
    while (nilai >= wajar) nilai = byte();
    return nilai % batas;
  };
}
