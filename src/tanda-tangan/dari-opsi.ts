/** The signer that the options ask for. */
import { readFileSync } from "node:fs";
import { bacaDaftarNik, createBsre } from "./bsre/index.js";
import { createPembuatCap, type PembuatCap } from "./cap.js";
import type { DepsTandaTangan } from "./layanan.js";
import { createPenandaLokal } from "./lokal.js";
import type { Penanda } from "./penanda.js";
import { bacaPem } from "./periksa-cms.js";

/** The options that signing depends on, by the names in src/config.ts. */
export interface OpsiTandaTangan {
  readonly TANDA_TANGAN: "tidak" | "lokal" | "bsre";
  readonly TANDA_TANGAN_P12?: string | undefined;
  readonly TANDA_TANGAN_TUNGGU_MS: number;
  readonly SURAT_DIR: string;
  readonly BSRE_URL?: string | undefined;
  readonly BSRE_USER?: string | undefined;
  readonly BSRE_PASSWORD?: string | undefined;
  readonly BSRE_NIK: string;
  readonly BSRE_AKAR?: string | undefined;
  readonly BSRE_TIMEOUT_MS: number;
}

/**
 * Signing as the options ask for it; `alamat` is the product's own, for the QR code. Throws a sentence for options that
 * cannot work together, and where the root certificates cannot be read.
 */
export function tandaTanganDari(c: OpsiTandaTangan, alamat: string): DepsTandaTangan {
  let cap: PembuatCap | undefined;
  return {
    penanda: penandaDari(c),
    cap: () => {
      cap ??= createPembuatCap(c.SURAT_DIR);
      return cap;
    },
    akarBsre: c.BSRE_AKAR === undefined ? [] : bacaPem(readFileSync(c.BSRE_AKAR, "utf8")),
    alamat,
    tungguMs: c.TANDA_TANGAN_TUNGGU_MS,
    batasMs: c.BSRE_TIMEOUT_MS,
  };
}

function penandaDari(c: OpsiTandaTangan): Penanda | null {
  if (c.TANDA_TANGAN === "lokal") {
    const berkasP12 = wajib(c.TANDA_TANGAN_P12, "TANDA_TANGAN=lokal needs TANDA_TANGAN_P12");
    return createPenandaLokal({ berkasP12, jam: () => new Date() });
  }
  if (c.TANDA_TANGAN === "tidak") return null;
  return createBsre({
    url: wajib(c.BSRE_URL, "TANDA_TANGAN=bsre needs BSRE_URL").replace(/\/$/, ""),
    user: wajib(c.BSRE_USER, "TANDA_TANGAN=bsre needs BSRE_USER"),
    password: wajib(c.BSRE_PASSWORD, "TANDA_TANGAN=bsre needs BSRE_PASSWORD"),
    batasMs: c.BSRE_TIMEOUT_MS,
    nik: bacaDaftarNik(c.BSRE_NIK) ?? {},
    kirim: fetch,
  });
}

function wajib(nilai: string | undefined, apa: string): string {
  if (nilai) return nilai;
  throw new Error(apa);
}
