/** The rows that exist at the moment: made when they come into sight, gone when they leave it, in the order on screen. */
import type { Kalender } from "../../src/calendar/calendar.js";
import { type Baris, createBaris, type Tindakan } from "./baris.js";
import { TINGGI } from "./jendela.js";
import type { Sumber } from "./sumber.js";

/** A moment of the server's clock (epoch ms) and the calendar that time left is counted by. */
export interface Detak {
  readonly kini: number;
  readonly kalender: Kalender | undefined;
}

interface KolamBaris {
  /** Shows rows `dari` to `sampai` (exclusive) and takes away all others; `fokusHilang` is called before the row with the focus goes. */
  isi(dari: number, sampai: number, detak: Detak, fokusHilang: () => void): void;
  /** Marks the chosen row; only the row of `kursor` is in the tab order. */
  tandai(dipilih: string | undefined, kursor: string | undefined): void;
  /** Shows the time left. */
  detak(detak: Detak): void;
  /** The row of a step, while it is in sight. */
  elemen(id: string): HTMLElement | undefined;
}

/** Makes the rows inside `ruang`. */
export function createKolamBaris(ruang: HTMLElement, sumber: Sumber, tindakan: Tindakan): KolamBaris {
  const tampil = new Map<string, Baris>();

  const pasang = (indeks: number, { kini, kalender }: Detak): string | undefined => {
    const langkah = sumber.baris(indeks);
    if (!langkah) return undefined;
    let baris = tampil.get(langkah.id);
    if (baris) baris.isi(langkah);
    else {
      baris = createBaris(langkah, tindakan);
      baris.elemen.dataset.id = langkah.id;
      tampil.set(langkah.id, baris);
    }
    const { elemen: e } = baris;
    e.style.transform = `translateY(${indeks * TINGGI}px)`;
    e.setAttribute("aria-rowindex", String(indeks + 2));
    baris.detak(sumber.keadaan().diperbarui, kini, kalender);
    return langkah.id;
  };

  /** Reading order follows the order on screen; the element with the focus is not moved: moving would take it away. */
  const urutkan = (perlu: Iterable<string>): void => {
    let berikut = ruang.firstChild;
    for (const id of perlu) {
      const e = tampil.get(id)?.elemen;
      if (!e) continue;
      if (e === berikut) berikut = e.nextSibling;
      else if (!e.contains(document.activeElement)) ruang.insertBefore(e, berikut);
    }
  };

  return {
    isi(dari, sampai, detak, fokusHilang) {
      const perlu = new Set<string>();
      for (let i = dari; i < sampai; i++) {
        const id = pasang(i, detak);
        if (id !== undefined) perlu.add(id);
      }
      for (const [id, { elemen }] of tampil) {
        if (perlu.has(id)) continue;
        if (elemen.contains(document.activeElement)) fokusHilang();
        elemen.remove();
        tampil.delete(id);
      }
      urutkan(perlu);
    },
    tandai(dipilih, kursor) {
      for (const [id, { elemen: e }] of tampil) {
        e.setAttribute("aria-selected", String(id === dipilih));
        e.tabIndex = id === kursor ? 0 : -1;
        for (const anak of e.querySelectorAll<HTMLElement>("a, button")) anak.tabIndex = id === kursor ? 0 : -1;
      }
    },
    detak({ kini, kalender }) {
      const { diperbarui } = sumber.keadaan();
      for (const baris of tampil.values()) baris.detak(diperbarui, kini, kalender);
    },
    elemen: (id) => tampil.get(id)?.elemen,
  };
}
