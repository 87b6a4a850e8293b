/** One row of the list of open steps. */
import type { Kalender } from "../../src/calendar/calendar.js";
import { lamaKerja } from "../../src/calendar/words.js";
import { ganti, h } from "../../src/web/dom.js";
import type { Langkah } from "../api/skema.js";
import { bahasa, teks } from "../teks/index.js";
import { jamMenit, lamaJatah, saatPenuh, tanggal } from "../waktu.js";
import { hitung } from "./hitung.js";
import { lencana } from "./lencana.js";

/** What the buttons of a row do. */
export interface Tindakan {
  readonly alihkan: (langkah: Langkah) => void;
  readonly perpanjang: (langkah: Langkah) => void;
}

/** `diperbarui` and `kini` are moments of the server's clock in epoch ms. */
export interface Baris {
  readonly elemen: HTMLElement;
  /** Shows a (newer) step. */
  isi(langkah: Langkah): void;
  /** Shows the time left at a moment of the server's clock. */
  detak(diperbarui: number, kini: number, kalender: Kalender | undefined): void;
}

/** Address of a request's page in Cockpit, with the tab SLA open. */
export const alamatInstans = (instans: string): string =>
  `#/process-instance/${encodeURIComponent(instans)}/runtime?tab=sla-instans`;

const sel = (kelas: string, ...isi: (Node | string | null)[]) =>
  h("div", { role: "gridcell", class: `sla-sel ${kelas}` }, ...isi);
const dua = (atas: Node | string, bawah: string) => [
  h("span", { class: "sla-utama" }, atas),
  h("span", { class: "sla-samping" }, bawah),
];

function saatSel(kelas: string, saat: number): HTMLElement {
  const b = bahasa();
  const waktu = h("time", { datetime: new Date(saat).toISOString(), title: saatPenuh(saat, b) });
  waktu.append(...dua(tanggal(saat, b), jamMenit(saat, b)));
  return sel(kelas, waktu);
}

function timerSel({ timerBerikut: timer }: Langkah): HTMLElement {
  const t = teks();
  if (!timer) return sel("sla-k-timer", h("span", { class: "sla-samping" }, t.tanpaTimer));
  const kapan = `${tanggal(timer.kapan, bahasa())}, ${jamMenit(timer.kapan, bahasa())}`;
  return sel("sla-k-timer", ...dua(t.timerJenis[timer.jenis] ?? timer.jenis, kapan));
}

function tombol(nama: string, label: string, klik: (() => void) | undefined, alasan?: string): HTMLButtonElement {
  return h(
    "button",
    {
      type: "button",
      class: "btn btn-default btn-xs",
      "aria-label": label,
      title: alasan,
      disabled: klik === undefined,
      onclick: klik,
    },
    nama,
  );
}

function aksiSel(l: Langkah, { alihkan, perpanjang }: Tindakan): HTMLElement {
  const t = teks();
  const nomor = l.nomorPermohonan;
  const dapat = l.tugas ? () => alihkan(l) : undefined;
  return sel(
    "sla-k-aksi",
    tombol(t.perpanjang, t.perpanjangUntuk(nomor), () => perpanjang(l)),
    tombol(t.alihkan, t.alihkanUntuk(nomor), dapat, dapat ? undefined : t.tanpaTugas),
  );
}

function selSel(l: Langkah, waktu: HTMLElement, status: HTMLElement, tindakan: Tindakan): HTMLElement[] {
  const t = teks();
  const nomor = h(
    "a",
    { href: alamatInstans(l.instans), "aria-label": t.bukaUntuk(l.nomorPermohonan) },
    l.nomorPermohonan,
  );
  const langkah = l.langkah.nomor ? `${l.langkah.nomor}. ${l.langkah.nama}` : l.langkah.nama;
  const pemegang = l.pemegang?.nama ?? (l.tugas ? t.belumDiambil : t.sistem);
  return [
    sel("sla-k-status", status),
    sel("sla-k-nomor", ...dua(nomor, l.satker?.nama ?? "")),
    sel("sla-k-langkah", ...dua(langkah, l.akun ? t.akun(l.akun) : (l.langkah.waktu ?? ""))),
    sel("sla-k-pemegang", ...dua(pemegang, l.pelaksana.nama)),
    saatSel("sla-k-mulai", l.mulai),
    saatSel("sla-k-tenggat", l.tenggat),
    sel("sla-k-sisa", waktu),
    timerSel(l),
    aksiSel(l, tindakan),
  ];
}

/** Makes a row for one step; it keeps its element, and so the focus, whatever it shows later. */
export function createBaris(awal: Langkah, tindakan: Tindakan): Baris {
  const t = teks();
  const isian = h("span", { class: "sla-bilah-isi" });
  const kata = h("span", { class: "sla-utama" });
  const jatah = h("span", { class: "sla-samping" });
  const waktu = h(
    "div",
    { class: "sla-waktu" },
    h("span", { class: "sla-bilah", "aria-hidden": "true" }, isian),
    kata,
    jatah,
  );
  const status = h("span", {});
  const elemen = h("div", { role: "row", class: "sla-baris", tabindex: -1, "aria-selected": "false" });
  let langkah: Langkah | undefined;
  let terakhir = "";

  const isi = (baru: Langkah) => {
    if (langkah && JSON.stringify(langkah) === JSON.stringify(baru)) return;
    langkah = baru;
    jatah.textContent = t.dari(lamaJatah(baru.jatahMs, t));
    const kendali = () => [...elemen.querySelectorAll<HTMLElement>("a, button")];
    const fokus = kendali().findIndex((k) => k.matches(":focus"));
    ganti(elemen, selSel(baru, waktu, status, tindakan));
    if (fokus >= 0) kendali()[fokus]?.focus({ preventScroll: true });
  };

  const detak = (diperbarui: number, kini: number, kalender: Kalender | undefined) => {
    if (!langkah) return;
    const { sisaMs, status: sekarang, terpakai } = hitung(langkah, diperbarui, kini, kalender);
    const lama = lamaKerja(sisaMs, t);
    const kalimat = sekarang === "lewat" ? t.lewatLama(lama) : t.sisaLama(lama);
    if (kata.textContent !== kalimat) kata.textContent = kalimat;
    isian.style.width = `${(100 * (1 - terpakai)).toFixed(2)}%`;
    if (terakhir === sekarang) return;
    terakhir = sekarang;
    waktu.className = `sla-waktu sla-${sekarang}`;
    ganti(status, lencana(sekarang));
  };

  isi(awal);
  return { elemen, isi, detak };
}
