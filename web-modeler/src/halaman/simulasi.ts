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
import type { Pemodel } from "../bpmn/jenis.js";
import { modulTerjemah } from "../bpmn/terjemah.js";

/** The simulation writes English into its titles and messages; they are put into the reader's language as they appear. */
function terjemahkan(akar: Element): void {
  for (const e of [akar, ...akar.querySelectorAll("[title], .bts-text, .bts-notification, .bts-header")]) {
    const judul = e.getAttribute("title");
    if (judul && t(judul) !== judul) e.setAttribute("title", t(judul));
    for (const n of e.childNodes) {
      const asli = n.nodeType === Node.TEXT_NODE ? (n.textContent ?? "").trim() : "";
      if (asli && t(asli) !== asli) n.textContent = t(asli);
    }
  }
}

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
  (penampil.get("canvas") as { zoom(s: string, p: string): void }).zoom("fit-viewport", "auto");
  (penampil.get("toggleMode") as { toggleMode(aktif?: boolean): void }).toggleMode(true);
  terjemahkan(wadah);
}
