/** Signing with a key on this server (PKCS #12). NOT BSrE: everything that shows such a signature says so. */
import { readFile } from "node:fs/promises";
import { GalatPenanda } from "./galat.js";
import { bukaP12 } from "./p12.js";
import { tandaTanganiPdf } from "./pades.js";
import type { Penanda } from "./penanda.js";

/** The key file, and the clock of the signature. */
export interface SifatLokal {
  readonly berkasP12: string;
  readonly jam: () => Date;
}

/** Makes the signer; the file is read at each signature, so that a new key needs no restart. */
export function createPenandaLokal({ berkasP12, jam }: SifatLokal): Penanda {
  const baca = () =>
    readFile(berkasP12).catch(() => {
      throw new GalatPenanda("KUNCI_TIDAK_TERBACA", `${berkasP12} cannot be read`);
    });
  return {
    jenis: "lokal",
    async tandaTangani({ pdf, passphrase, nama, letak, alasan, tempat }) {
      const kunci = bukaP12(await baca(), passphrase);
      return tandaTanganiPdf(pdf, kunci, { nama, saat: jam(), alasan, tempat, letak });
    },
    async periksaAkun() {
      await baca();
    },
  };
}
