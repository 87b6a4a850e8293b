/** The list of open steps: only the rows in sight exist, whatever their number; the row with the cursor keeps it. */
import type { Kalender } from "../../src/calendar/calendar.js";
import { h } from "../../src/web/dom.js";
import { teks } from "../teks/index.js";
import { alamatInstans, type Tindakan } from "./baris.js";
import { gulirKe, jendela, TINGGI, tujuanTombol } from "./jendela.js";
import { createKolamBaris, type Detak } from "./kolam-baris.js";
import type { Sumber } from "./sumber.js";

interface Daftar {
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
  const kepala = kepalaTabel();
  const ruang = h("div", { role: "rowgroup", class: "sla-ruang" });
  const gulir = h("div", { class: "sla-gulir", role: "presentation" }, h("div", { role: "rowgroup" }, kepala), ruang);
  const elemen = h("div", { role: "grid", class: "sla-daftar", tabindex: -1, "aria-label": t.judul }, gulir);

  const kolam = createKolamBaris(ruang, sumber, tindakan);
  let dipilih: string | undefined;
  let posisi = 0;
  /** The row that gets the cursor once its page is here. */
  let menanti: number | undefined;
  let puncak: { id: string; geser: number } | undefined;
  let detak: Detak = { kini: 0, kalender: undefined };

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

  const tandai = () => {
    const ada = dipilih !== undefined && kolam.elemen(dipilih) !== undefined;
    kolam.tandai(dipilih, ada ? dipilih : sumber.baris(Math.floor(gulir.scrollTop / TINGGI))?.id);
  };

  const isiJendela = () => {
    const { dari, sampai } = jendela(gulir.scrollTop, gulir.clientHeight || 600, total());
    // The keys go on working where the row was.
    kolam.isi(dari, sampai, detak, () => elemen.focus({ preventScroll: true }));
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
    const tuju = gulirKe(posisi, gulir.scrollTop, gulir.clientHeight - kepala.offsetHeight);
    if (tuju !== gulir.scrollTop) gulir.scrollTop = tuju;
    isiJendela();
    const id = sumber.baris(posisi)?.id;
    menanti = id === undefined ? posisi : undefined;
    if (id === undefined) return;
    dipilih = id;
    tandai();
    if (fokuskan) kolam.elemen(id)?.focus({ preventScroll: true });
  };

  elemen.addEventListener("keydown", (p) => {
    const baris = (p.target as HTMLElement).closest<HTMLElement>(".sla-baris");
    if (!baris && p.target !== elemen) return;
    const indeks = sumber.indeks(baris?.dataset.id ?? "");
    if (indeks >= 0) posisi = indeks;
    const tujuan = tujuanTombol(p.key, posisi, total(), gulir.clientHeight);
    if (tujuan !== undefined) {
      p.preventDefault();
      pilih(tujuan, true);
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
    detak(kini, kalender) {
      detak = { kini, kalender };
      kolam.detak(detak);
    },
    keAtas() {
      gulir.scrollTop = 0;
      puncak = undefined;
      posisi = 0;
    },
    fokus: () => pilih(dipilih === undefined ? posisi : Math.max(0, sumber.indeks(dipilih)), true),
  };
}

function kepalaTabel(): HTMLElement {
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
  return h(
    "div",
    { role: "row", class: "sla-kepala", "aria-rowindex": 1 },
    judul.map(([kelas, nama]) => h("div", { role: "columnheader", class: `sla-sel sla-k-${kelas}` }, nama)),
  );
}
