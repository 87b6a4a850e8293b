/** The tile on Cockpit's dashboard: how requests stand now, compliance this month, the trend. */
import { ganti, h } from "../../src/web/dom.js";
import { pesanGalat } from "../api/panggil.js";
import type { RingkasanSla, Status } from "../api/skema.js";
import { ambilRingkasan } from "../api/sla.js";
import { lencana } from "../halaman/lencana.js";
import type { Pasang } from "../plugin-api.js";
import { bahasa, teks } from "../teks/index.js";
import { angka, persen } from "../waktu.js";
import { gambarTren } from "./tren.js";
import "../gaya/umum.css";
import "../gaya/dasbor.css";

const SEGAR_MS = 30_000;
const STATUS: readonly Status[] = ["lewat", "mendekati", "aman"];

function isiUbin(r: RingkasanSla): Node[] {
  const t = teks();
  const b = bahasa();
  const jumlah = STATUS.map((s) =>
    h("a", { href: `#/sla?status=${s}`, class: "sla-ubin-angka" }, h("strong", {}, angka(r[s], b)), lencana(s)),
  );
  const selesai = r.tren.reduce((n, hari) => n + hari.selesai, 0);
  const tepat = r.tren.reduce((n, hari) => n + hari.tepat, 0);
  const kepatuhan = typeof r.kepatuhanBulanIni === "number" ? persen(r.kepatuhanBulanIni, b) : t.belumAda;
  return [
    h("div", { class: "sla-ubin-status" }, jumlah),
    h("div", { class: "sla-ubin-patuh" }, h("strong", {}, kepatuhan), h("span", {}, t.kepatuhan)),
    h(
      "div",
      { class: "sla-ubin-tren" },
      selesai === 0 ? h("p", {}, t.trenKosong) : gambarTren(r.tren, t.trenKata(tepat, selesai)),
      selesai > 0 && h("span", {}, t.trenKata(tepat, selesai)),
    ),
  ];
}

/** Draws the tile. */
export const pasangUbin: Pasang<HTMLElement> = (wadah) => {
  const t = teks();
  const jalan = new AbortController();
  const isi = h("div", { class: "sla-ubin-isi" }, t.memuat);
  const galat = h("p", { class: "sla-galat", role: "alert" });
  const muat = async () => {
    try {
      ganti(isi, isiUbin(await ambilRingkasan(jalan.signal)));
      galat.textContent = "";
    } catch (sebab) {
      if (jalan.signal.aborted) return;
      galat.textContent = pesanGalat(sebab);
      if (isi.textContent === t.memuat) isi.textContent = "";
    }
  };
  ganti(
    wadah,
    h(
      "section",
      { class: "sla sla-ubin inner", "aria-label": t.ubin },
      h("h2", {}, t.ubin, " ", h("a", { href: "#/sla" }, t.lihatSemua)),
      isi,
      galat,
    ),
  );
  void muat();
  const tiapSegar = setInterval(() => {
    if (!document.hidden) void muat();
  }, SEGAR_MS);
  return () => {
    clearInterval(tiapSegar);
    jalan.abort();
  };
};
