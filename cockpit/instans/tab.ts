/** The tab SLA of a running request, and the same sheet as a page of its own, also for requests that are over. */
import { ganti, h } from "../../src/web/dom.js";
import { pesanGalat } from "../api/panggil.js";
import { ambilInstans } from "../api/sla.js";
import { ambilKalender } from "../kalender.js";
import type { Pasang } from "../plugin-api.js";
import { teks } from "../teks/index.js";
import { cetakHanya } from "./cetak.js";
import { gambarLembar } from "./garis-waktu.js";
import "../gaya/umum.css";
import "../gaya/instans.css";

const SEGAR_MS = 30_000;

function pasang(wadah: HTMLElement, instans: string, kelas: string, kepala: readonly Node[]): () => void {
  const t = teks();
  const jalan = new AbortController();
  const isi = h("div", {}, t.memuat);
  const galat = h("p", { class: "sla-galat", role: "alert" });
  const tombol = h(
    "button",
    { type: "button", class: "btn btn-default btn-sm", hidden: true, onclick: () => window.print() },
    t.cetak,
  );
  let terakhir = "";
  const muat = async () => {
    try {
      const [data, kalender] = await Promise.all([ambilInstans(instans, jalan.signal), ambilKalender()]);
      galat.textContent = "";
      tombol.hidden = data.langkah.length === 0;
      const baru = data.langkah.length === 0 ? h("p", {}, t.bukanProsesIni) : gambarLembar(data, Date.now(), kalender);
      // Unchanged content stays, and with it what the reader has marked.
      if (baru.outerHTML !== terakhir) ganti(isi, baru);
      terakhir = baru.outerHTML;
    } catch (sebab) {
      if (jalan.signal.aborted) return;
      galat.textContent = pesanGalat(sebab);
      if (terakhir === "") isi.textContent = "";
    }
  };
  ganti(
    wadah,
    h(
      "section",
      { class: `sla ${kelas}`, "aria-label": t.sla },
      h("div", { class: "sla-alat" }, [...kepala], tombol),
      galat,
      isi,
    ),
  );
  const akhiriCetak = cetakHanya(isi);
  void muat();
  const tiapSegar = setInterval(() => {
    if (!document.hidden) void muat();
  }, SEGAR_MS);
  return () => {
    clearInterval(tiapSegar);
    akhiriCetak();
    jalan.abort();
  };
}

/** Draws the tab. */
export const pasangTab: Pasang<HTMLElement> = (wadah, { processInstanceId = "" }) =>
  pasang(wadah, processInstanceId, "sla-tab", []);

/** Draws the page `#/sla/permohonan/<id>`. */
export const pasangLembar: Pasang<HTMLElement> = (wadah) => {
  const id = /#\/sla\/permohonan\/([^?/]+)/.exec(location.hash)?.[1] ?? "";
  return pasang(wadah, decodeURIComponent(id), "sla-halaman sla-gulir-halaman", [
    h("a", { href: "#/sla", class: "btn btn-link btn-sm" }, teks().kembali),
  ]);
};
