/** Keeps an unfinished answer in the tab until it is sent: an expired session or a reload must not lose typed text. */
import { bacaJson } from "../api/panggil.js";
import { type Isian, objekIsian } from "./isian.js";

/** `baca` answers undefined where nothing is kept, or what is kept cannot be read. */
export interface Simpanan {
  baca(): Isian | undefined;
  simpan(isian: Record<string, unknown>): void;
  hapus(): void;
}

type Gudang = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/** A draft of one form for one person. A full or forbidden storage only means that nothing is kept. */
export function buatSimpanan(gudang: Gudang, kunci: { readonly pengguna: string; readonly tugas: string }): Simpanan {
  const nama = `rp-draf:${kunci.pengguna}:${kunci.tugas}`;
  const coba = <T>(kerja: () => T): T | undefined => {
    try {
      return kerja();
    } catch {
      return undefined;
    }
  };
  return {
    baca: () => {
      const teks = coba(() => gudang.getItem(nama));
      if (!teks) return undefined;
      const isian = objekIsian(bacaJson(teks));
      return Object.keys(isian).length > 0 ? isian : undefined;
    },
    simpan: (isian) => coba(() => gudang.setItem(nama, JSON.stringify(isian))),
    hapus: () => coba(() => gudang.removeItem(nama)),
  };
}
