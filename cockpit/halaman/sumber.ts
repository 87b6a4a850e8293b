/** The list of open steps by pages: fetches what is looked at, forgets what is not, renews what is shown. */

import type { HalamanLangkah, Langkah, Ringkas } from "../api/skema.js";
import { type Saringan, TANPA_SARINGAN, UKURAN } from "../api/sla.js";

interface Keadaan {
  /** Undefined until the first reply. */
  readonly total: number | undefined;
  readonly ringkas: Ringkas | undefined;
  /** The server's clock at the last reply, epoch ms. */
  readonly diperbarui: number;
  readonly galat: unknown;
  readonly saringan: Saringan;
}

/** `baris` is undefined until its page is here, `indeks` -1 for a step of no known page. */
export interface Sumber {
  keadaan(): Keadaan;
  baris(indeks: number): Langkah | undefined;
  indeks(id: string): number;
  /** Rows `dari` to `sampai` (exclusive) are looked at: what is missing of them is fetched. */
  lihat(dari: number, sampai: number): void;
  /** Other conditions: everything known is forgotten. */
  saring(saringan: Saringan): void;
  /** Fetches again what is looked at; resolves when done, also after a failure. */
  segarkan(): Promise<void>;
  tutup(): void;
}

type Ambil = (saringan: Saringan, halaman: number, signal: AbortSignal) => Promise<HalamanLangkah>;

/** Makes a source; `ubah` is called after every change. */
export function createSumber(ambil: Ambil, ubah: () => void, awal: Saringan = TANPA_SARINGAN): Sumber {
  let keadaan: Keadaan = { total: undefined, ringkas: undefined, diperbarui: 0, galat: undefined, saringan: awal };
  let halaman = new Map<number, readonly Langkah[]>();
  let dilihat: readonly number[] = [1];
  let jalan = new AbortController();
  const diminta = new Set<number>();

  const terima = (nomor: number, { total, ringkas, diperbarui, langkah }: HalamanLangkah) => {
    halaman.set(nomor, langkah);
    keadaan = { ...keadaan, total, ringkas, diperbarui, galat: undefined };
  };

  const muat = async (nomor: readonly number[]): Promise<void> => {
    const { signal } = jalan;
    const baru = nomor.filter((n) => !diminta.has(n));
    if (baru.length === 0) return;
    for (const n of baru) diminta.add(n);
    const hasil = await Promise.allSettled(baru.map((n) => ambil(keadaan.saringan, n, signal)));
    if (signal.aborted) return;
    for (const n of baru) diminta.delete(n);
    for (const [i, h] of hasil.entries()) {
      const n = baru[i];
      if (h.status === "fulfilled" && n !== undefined) terima(n, h.value);
      else if (h.status === "rejected") keadaan = { ...keadaan, galat: h.reason };
    }
    // Pages that nobody looks at would show an old order when scrolled to.
    halaman = new Map([...halaman].filter(([n]) => dilihat.includes(n)));
    ubah();
  };

  return {
    keadaan: () => keadaan,
    baris: (indeks) => halaman.get(Math.floor(indeks / UKURAN) + 1)?.[indeks % UKURAN],
    indeks(id) {
      for (const [nomor, langkah] of halaman) {
        const i = langkah.findIndex((l) => l.id === id);
        if (i >= 0) return (nomor - 1) * UKURAN + i;
      }
      return -1;
    },
    lihat(dari, sampai) {
      dilihat = halamanUntuk(dari, sampai);
      if (keadaan.galat !== undefined) return;
      void muat(dilihat.filter((n) => !halaman.has(n)));
    },
    saring(saringan) {
      jalan.abort();
      jalan = new AbortController();
      diminta.clear();
      halaman = new Map();
      dilihat = [1];
      keadaan = { ...keadaan, total: undefined, galat: undefined, saringan };
      ubah();
      void muat([1]);
    },
    segarkan: () => muat(dilihat),
    tutup: () => jalan.abort(),
  };
}

/** Numbers of the pages (from 1) that hold rows `dari` to `sampai` (exclusive). */
export function halamanUntuk(dari: number, sampai: number): number[] {
  const awal = Math.floor(dari / UKURAN);
  const akhir = Math.floor(Math.max(dari, sampai - 1) / UKURAN);
  return Array.from({ length: akhir - awal + 1 }, (_, i) => awal + i + 1);
}
