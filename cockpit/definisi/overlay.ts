/** On the diagram of a definition: open steps, the overdue among them, and actual against allowed working time. */
import { lamaKerja } from "../../src/calendar/words.js";
import { ganti, h } from "../../src/web/dom.js";
import { pesanGalat } from "../api/panggil.js";
import type { LangkahDefinisi } from "../api/skema.js";
import { ambilDefinisi } from "../api/sla.js";
import type { Pasang } from "../plugin-api.js";
import { bahasa, teks } from "../teks/index.js";
import { lamaJatah, persen } from "../waktu.js";
import { bagianP90, TINGKAT, tingkat } from "./panas.js";
import "../gaya/umum.css";
import "../gaya/diagram.css";

interface Lapisan {
  readonly position: Readonly<Record<string, number>>;
  readonly show: Readonly<Record<string, number>>;
  readonly scale?: Readonly<Record<string, number>>;
  readonly html: HTMLElement;
}

/** The part of bpmn-js that is used; Cockpit hands its viewer over. */
export interface Penampil {
  get(nama: "canvas"): {
    getContainer(): HTMLElement;
    addMarker(id: string, kelas: string): void;
    removeMarker(id: string, kelas: string): void;
  };
  get(nama: "overlays"): {
    add(
      id: string,
      jenis: string,
      isi: { position: Record<string, number>; show: Record<string, number>; html: HTMLElement },
    ): string;
    remove(saring: { type: string }): void;
  };
  get(nama: "elementRegistry"): { get(id: string): unknown };
}

const JENIS = "sla";
const RENTANG = [30, 90, 365] as const;
const SEGAR_MS = 30_000;
/** Below this zoom a card cannot be read; then a mark of fixed size stands in its place. */
const ZUM_KARTU = 0.65;
const SIMPANAN = "lpse-sla-diagram";

const bacaSimpanan = (): { tampil: boolean; hari: number } => {
  const [tampil, hari] = (localStorage.getItem(SIMPANAN) ?? "ya,30").split(",");
  return { tampil: tampil !== "tidak", hari: RENTANG.find((r) => String(r) === hari) ?? 30 };
};

function kartu(l: LangkahDefinisi): HTMLElement {
  const t = teks();
  const bagian = bagianP90(l);
  const angkaTerbuka = [
    h("span", {}, t.terbuka(l.terbuka)),
    l.mendekati > 0 && h("span", { class: "sla-lencana sla-mendekati" }, `▲ ${t.nMendekati(l.mendekati)}`),
    l.lewat > 0 && h("span", { class: "sla-lencana sla-lewat" }, `⬣ ${t.nLewat(l.lewat)}`),
  ];
  const waktu =
    bagian === undefined
      ? t.belumAdaData
      : `${t.median} ${lamaKerja(l.medianMs ?? 0, t)} · ${t.p90} ${lamaKerja(l.p90Ms ?? 0, t)} (${persen(bagian, bahasa())})`;
  const rincian = [
    l.jatahMs ? t.dari(lamaJatah(l.jatahMs, t)) : "",
    t.selesaiSebanyak(l.selesai),
    typeof l.kepatuhan === "number" ? t.kepatuhanLangkah(persen(l.kepatuhan, bahasa())) : "",
  ];
  const panas = tingkat(bagian);
  return h(
    "div",
    {
      class: `sla sla-kartu ${panas === undefined ? "" : `sla-kartu-${panas}`}`,
      title: rincian.filter(Boolean).join(" · "),
      "data-langkah": l.id,
    },
    h("div", { class: "sla-kartu-terbuka" }, angkaTerbuka),
    h("div", {}, waktu),
  );
}

/** The mark for small drawings: open count, overdue, p90 as a share. */
function tanda(l: LangkahDefinisi): HTMLElement {
  const bagian = bagianP90(l);
  return h(
    "div",
    { class: `sla sla-kartu sla-tanda-kecil sla-kartu-${tingkat(bagian) ?? ""}`, "aria-hidden": "true" },
    h("span", {}, l.terbuka),
    l.mendekati > 0 && h("span", { class: "sla-lencana sla-mendekati" }, `▲${l.mendekati}`),
    l.lewat > 0 && h("span", { class: "sla-lencana sla-lewat" }, `⬣${l.lewat}`),
    bagian !== undefined && h("span", {}, persen(Math.round(bagian * 100) / 100, bahasa())),
  );
}

const lapisanUntuk = (l: LangkahDefinisi): Lapisan[] => [
  { position: { top: -2, left: -15 }, show: { minZoom: ZUM_KARTU, maxZoom: 100 }, html: kartu(l) },
  {
    position: { top: -2, left: 0 },
    show: { minZoom: 0, maxZoom: ZUM_KARTU },
    scale: { min: 1, max: 1 },
    html: tanda(l),
  },
];

/** Draws on a viewer; the panel with switch, span and legend stands in a corner of the diagram. */
export const pasangOverlay: Pasang<Penampil> = (penampil, { processDefinitionId: definisi = "" }) => {
  const t = teks();
  let { tampil, hari } = bacaSimpanan();
  let jalan = new AbortController();
  let bertanda: { id: string; kelas: string }[] = [];

  const hapus = () => {
    penampil.get("overlays").remove({ type: JENIS });
    for (const { id, kelas } of bertanda) penampil.get("canvas").removeMarker(id, kelas);
    bertanda = [];
  };
  const gambar = (langkah: readonly LangkahDefinisi[]) => {
    hapus();
    for (const l of langkah) {
      if (!penampil.get("elementRegistry").get(l.id)) continue;
      for (const lapisan of lapisanUntuk(l)) penampil.get("overlays").add(l.id, JENIS, lapisan);
      const panas = tingkat(bagianP90(l));
      if (panas === undefined) continue;
      const kelas = `sla-panas-${panas}`;
      penampil.get("canvas").addMarker(l.id, kelas);
      bertanda.push({ id: l.id, kelas });
    }
  };

  const galat = h("p", { class: "sla-galat", role: "alert" });
  const isi = h("div", { class: "sla-panel-isi" });
  const muat = async () => {
    jalan.abort();
    jalan = new AbortController();
    const { signal } = jalan;
    try {
      const { langkah } = await ambilDefinisi(definisi, hari, signal);
      if (signal.aborted) return;
      galat.textContent = "";
      panel.hidden = langkah.length === 0;
      if (tampil) gambar(langkah);
    } catch (sebab) {
      if (!signal.aborted) galat.textContent = pesanGalat(sebab);
    }
  };
  const setel = (ubahan: { tampil?: boolean; hari?: number }) => {
    tampil = ubahan.tampil ?? tampil;
    hari = ubahan.hari ?? hari;
    localStorage.setItem(SIMPANAN, `${tampil ? "ya" : "tidak"},${hari}`);
    isi.hidden = !tampil;
    if (tampil) void muat();
    else hapus();
  };

  const saklar = h("input", { type: "checkbox", checked: tampil, onchange: () => setel({ tampil: saklar.checked }) });
  const rentang = h(
    "select",
    { class: "form-control input-sm", onchange: () => setel({ hari: Number(rentang.value) }) },
    RENTANG.map((r) => h("option", { value: r, selected: r === hari }, t.rentangHari(r))),
  );
  const label = ["≤ 50 %", "≤ 80 %", "≤ 100 %", "> 100 %"];
  const legenda = TINGKAT.map((n) => h("li", {}, h("span", { class: `sla-kotak sla-kotak-${n}` }), label[n]));
  ganti(
    isi,
    h("label", {}, h("span", {}, t.rentang), rentang),
    h("p", {}, t.legenda),
    h("ul", { class: "sla-legenda" }, legenda),
    galat,
  );
  isi.hidden = !tampil;
  const panel = h(
    "section",
    { class: "sla sla-panel", "aria-label": t.overlay, hidden: true },
    h("label", { class: "sla-saklar" }, saklar, t.overlay),
    isi,
  );
  // A click or a turn of the wheel here is not meant for the diagram below.
  for (const jenis of ["mousedown", "click", "dblclick", "wheel"])
    panel.addEventListener(jenis, (p) => p.stopPropagation());
  penampil.get("canvas").getContainer().append(panel);
  void muat();
  const tiapSegar = setInterval(() => {
    if (tampil && !document.hidden) void muat();
  }, SEGAR_MS);
  return () => {
    clearInterval(tiapSegar);
    jalan.abort();
    // Cockpit keeps the viewer for the next visit.
    hapus();
    panel.remove();
  };
};
