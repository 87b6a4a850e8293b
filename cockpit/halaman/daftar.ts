/** The list of open steps: only the rows in sight exist, whatever their number; the row with the cursor keeps it. */
import type { Kalender } from "../../src/calendar/calendar.js";
import { h } from "../../src/web/dom.js";
import { teks } from "../teks/index.js";
import { alamatInstans, type Baris, createBaris, type Tindakan } from "./baris.js";
import type { Sumber } from "./sumber.js";

/** Height of a row in px, as in the style sheet. */
export const TINGGI = 54;
/** Rows kept ready above and below what is in sight. */
const CADANGAN = 8;

/** The rows (from, to exclusive) that a window of `tinggi` px at `gulir` px shows of `total`. */
export function jendela(gulir: number, tinggi: number, total: number): { dari: number; sampai: number } {
  const dari = Math.max(0, Math.floor(gulir / TINGGI) - CADANGAN);
  const sampai = Math.min(total, Math.ceil((gulir + tinggi) / TINGGI) + CADANGAN);
  return { dari: Math.min(dari, Math.max(0, total - 1)), sampai };
}

export interface Daftar {
  readonly elemen: HTMLElement;
  /** Draws what the source knows now. */
  gambar(): void;
  /** Shows the time left at a moment of the server's clock, epoch ms. */
  detak(kini: number, kalender: Kalender | undefined): void;
  keAtas(): void;
  /** Puts the cursor on the chosen row, or on the first. */
  fokus(): void;
}

/** Makes the list over a source. */
export function createDaftar(sumber: Sumber, tindakan: Tindakan): Daftar {
  const t = teks();
  const judul: readonly [string, string][] = [
    ["status", t.status],
    ["nomor", t.permohonan],
    ["langkah", t.langkah],
    ["pemegang", t.pemegang],
    ["mulai", t.mulai],
    ["tenggat", t.tenggat],
    ["sisa", t.sisa],
    ["timer", t.timer],
    ["aksi", t.aksi],
  ];
  const kepala = h(
    "div",
    { role: "row", class: "sla-kepala", "aria-rowindex": 1 },
    judul.map(([kelas, nama]) => h("div", { role: "columnheader", class: `sla-sel sla-k-${kelas}` }, nama)),
  );
  const ruang = h("div", { role: "rowgroup", class: "sla-ruang" });
  const gulir = h("div", { class: "sla-gulir", role: "presentation" }, h("div", { role: "rowgroup" }, kepala), ruang);
  const elemen = h("div", { role: "grid", class: "sla-daftar", tabindex: -1, "aria-label": t.judul }, gulir);

  const tampil = new Map<string, Baris>();
  let dipilih: string | undefined;
  let posisi = 0;
  /** The row that gets the cursor once its page is here. */
  let menanti: number | undefined;
  let puncak: { id: string; geser: number } | undefined;
  let kini = 0;
  let kalender: Kalender | undefined;

  const total = () => sumber.keadaan().total ?? 0;

  /** What stood first stays where it is when rows above it came or went; at the very top the most urgent stay in sight. */
  const tahanPuncak = () => {
    if (!puncak || gulir.scrollTop < TINGGI) return;
    const indeks = sumber.indeks(puncak.id);
    if (indeks >= 0) gulir.scrollTop = indeks * TINGGI + puncak.geser;
  };
  const catatPuncak = () => {
    const i = Math.floor(gulir.scrollTop / TINGGI);
    const baris = sumber.baris(i);
    puncak = baris && { id: baris.id, geser: gulir.scrollTop - i * TINGGI };
  };

  const pasangBaris = (indeks: number): string | undefined => {
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
  const urutkan = (perlu: Iterable<string>) => {
    let berikut = ruang.firstChild;
    for (const id of perlu) {
      const e = tampil.get(id)?.elemen;
      if (!e) continue;
      if (e === berikut) berikut = e.nextSibling;
      else if (!e.contains(document.activeElement)) ruang.insertBefore(e, berikut);
    }
  };

  const tandai = () => {
    const ada = dipilih !== undefined && tampil.has(dipilih);
    const kursor = ada ? dipilih : sumber.baris(Math.floor(gulir.scrollTop / TINGGI))?.id;
    for (const [id, { elemen: e }] of tampil) {
      e.setAttribute("aria-selected", String(id === dipilih));
      e.tabIndex = id === kursor ? 0 : -1;
      for (const anak of e.querySelectorAll<HTMLElement>("a, button")) anak.tabIndex = id === kursor ? 0 : -1;
    }
  };

  const isiJendela = () => {
    const { dari, sampai } = jendela(gulir.scrollTop, gulir.clientHeight || 600, total());
    const perlu = new Set<string>();
    for (let i = dari; i < sampai; i++) {
      const id = pasangBaris(i);
      if (id !== undefined) perlu.add(id);
    }
    for (const [id, baris] of tampil) {
      if (perlu.has(id)) continue;
      // The keys go on working where the row was.
      if (baris.elemen.contains(document.activeElement)) elemen.focus({ preventScroll: true });
      baris.elemen.remove();
      tampil.delete(id);
    }
    urutkan(perlu);
    tandai();
    sumber.lihat(dari, Math.max(sampai, 1));
  };

  const gambar = () => {
    ruang.style.height = `${total() * TINGGI}px`;
    elemen.setAttribute("aria-rowcount", String(total() + 1));
    tahanPuncak();
    isiJendela();
    catatPuncak();
    if (menanti !== undefined && sumber.baris(menanti)) pilih(menanti, elemen.contains(document.activeElement));
  };

  const pilih = (indeks: number, fokuskan: boolean) => {
    posisi = Math.min(Math.max(indeks, 0), Math.max(0, total() - 1));
    const atas = posisi * TINGGI;
    const batas = gulir.clientHeight - kepala.offsetHeight - TINGGI;
    if (atas < gulir.scrollTop) gulir.scrollTop = atas;
    else if (atas > gulir.scrollTop + batas) gulir.scrollTop = atas - batas;
    isiJendela();
    const id = sumber.baris(posisi)?.id;
    menanti = id === undefined ? posisi : undefined;
    if (id === undefined) return;
    dipilih = id;
    tandai();
    if (fokuskan) tampil.get(id)?.elemen.focus({ preventScroll: true });
  };

  const langkahTombol: Readonly<Record<string, () => number>> = {
    ArrowDown: () => posisi + 1,
    ArrowUp: () => posisi - 1,
    PageDown: () => posisi + Math.max(1, Math.floor(gulir.clientHeight / TINGGI) - 1),
    PageUp: () => posisi - Math.max(1, Math.floor(gulir.clientHeight / TINGGI) - 1),
    Home: () => 0,
    End: () => total() - 1,
  };
  elemen.addEventListener("keydown", (p) => {
    const baris = (p.target as HTMLElement).closest<HTMLElement>(".sla-baris");
    if (!baris && p.target !== elemen) return;
    const indeks = sumber.indeks(baris?.dataset.id ?? "");
    if (indeks >= 0) posisi = indeks;
    const tujuan = langkahTombol[p.key];
    if (tujuan) {
      p.preventDefault();
      pilih(tujuan(), true);
    } else if (p.key === "Enter" && p.target === baris) {
      const langkah = sumber.baris(posisi);
      if (langkah) location.hash = alamatInstans(langkah.instans);
    }
  });
  gulir.addEventListener("mousedown", (p) => {
    const id = (p.target as HTMLElement).closest<HTMLElement>(".sla-baris")?.dataset.id;
    if (id === undefined) return;
    dipilih = id;
    menanti = undefined;
    posisi = sumber.indeks(id);
    tandai();
  });
  gulir.addEventListener("scroll", () => {
    isiJendela();
    catatPuncak();
  });

  return {
    elemen,
    gambar,
    detak(saat, kal) {
      kini = saat;
      kalender = kal;
      const { diperbarui } = sumber.keadaan();
      for (const baris of tampil.values()) baris.detak(diperbarui, saat, kal);
    },
    keAtas() {
      gulir.scrollTop = 0;
      puncak = undefined;
      posisi = 0;
    },
    fokus: () => pilih(dipilih === undefined ? posisi : Math.max(0, sumber.indeks(dipilih)), true),
  };
}
