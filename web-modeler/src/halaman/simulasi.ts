/** Token simulation in a sheet of its own, on a copy: it can change nothing. */
import NavigatedViewer from "bpmn-js/lib/NavigatedViewer";
import simulasi from "bpmn-js-token-simulation/lib/viewer";
import "bpmn-js-token-simulation/assets/css/bpmn-js-token-simulation.css";
import "bpmn-js/dist/assets/diagram-js.css";
import "bpmn-js/dist/assets/bpmn-js.css";
import camunda from "camunda-bpmn-moddle/resources/camunda.json";
import sop from "../../../bpmn/sop-moddle.json";
import { h } from "../../../src/web/dom.js";
import { bukaLembar } from "../bagian/lembar.js";
import { t } from "../bahasa/bahasa.js";
import type { Bentuk, Daftar, Pemodel } from "../bpmn/jenis.js";
import { modulTerjemah } from "../bpmn/terjemah.js";

/** A text of the simulation in the reader's language: known as it stands, as a kind of element, or as what a process does. */
function kata(asli: string): string {
  const jenis = asli.charAt(0) + asli.slice(1).toLowerCase();
  for (const kunci of [asli, jenis]) if (t(kunci) !== kunci) return t(kunci);
  const [, nama = "", laku = ""] = /^(.+) (started|finished|canceled)$/.exec(asli) ?? [];
  if (!laku) return asli;
  const sebutan = nama === "Process" ? t("Process") : nama;
  if (laku === "started") return t("{nama} started", { nama: sebutan });
  return laku === "finished" ? t("{nama} finished", { nama: sebutan }) : t("{nama} canceled", { nama: sebutan });
}

/** The simulation writes English into its titles and messages; they are put into the reader's language as they appear. */
function terjemahkan(akar: Element): void {
  for (const e of [akar, ...akar.querySelectorAll("[title], .bts-text, .bts-notification, .bts-header")]) {
    const judul = e.getAttribute("title");
    if (judul && kata(judul) !== judul) e.setAttribute("title", kata(judul));
    for (const n of e.childNodes) {
      const asli = n.nodeType === Node.TEXT_NODE ? (n.textContent ?? "").trim() : "";
      if (asli && kata(asli) !== asli) n.textContent = kata(asli);
    }
  }
}

/** Below this zoom the simulation hides its buttons. */
const ZOOM_TOMBOL = 0.55;

/** All of the diagram, or where it does not fit at that zoom, the part where requests begin. */
function tunjukkanAwal(penampil: Pemodel): void {
  const kanvas = penampil.get("canvas") as {
    zoom(s: string | number, p?: string): number;
    scrollToElement(b: Bentuk, sisih: number): void;
  };
  if (kanvas.zoom("fit-viewport", "auto") >= ZOOM_TOMBOL) return;
  kanvas.zoom(ZOOM_TOMBOL);
  const luar = ["bpmn:Process", "bpmn:Participant", "bpmn:Lane"];
  const [awal] = (penampil.get("elementRegistry") as Daftar).filter(
    (b) => b.type === "bpmn:StartEvent" && luar.includes(b.parent?.type ?? ""),
  );
  if (awal) kanvas.scrollToElement(awal, 100);
}

/** Resolves when the diagram stands in the sheet; rejects where bpmn-js cannot read the XML. */
export async function bukaSimulasi(xml: string): Promise<void> {
  const wadah = h("div", { class: "m-kanvas" });
  const penampil = new NavigatedViewer({
    container: wadah,
    moddleExtensions: { camunda, sop },
    additionalModules: [modulTerjemah, simulasi],
  } as ConstructorParameters<typeof NavigatedViewer>[0]) as unknown as Pemodel;
  const pengamat = new MutationObserver((catatan) => {
    for (const c of catatan) for (const n of c.addedNodes) if (n instanceof Element) terjemahkan(n);
  });
  bukaLembar(
    t("Token simulation"),
    [
      h(
        "p",
        { class: "rp-kecil" },
        t("Press play at a start event; a token shows the way a request takes. Nothing is run."),
      ),
      wadah,
    ],
    {
      saatTutup: () => {
        pengamat.disconnect();
        penampil.destroy();
      },
    },
  );
  pengamat.observe(wadah, { childList: true, subtree: true });
  await penampil.importXML(xml);
  tunjukkanAwal(penampil);
  (penampil.get("toggleMode") as { toggleMode(aktif?: boolean): void }).toggleMode(true);
  terjemahkan(wadah);
}
