/** bpmn-js as an editor, with everything it needs; loaded only when a draft is opened. */
import Modeler from "bpmn-js/lib/Modeler";
import "bpmn-js/dist/assets/diagram-js.css";
import "bpmn-js/dist/assets/bpmn-js.css";
import "bpmn-js/dist/assets/bpmn-font/css/bpmn.css";
import "@bpmn-io/properties-panel/dist/assets/properties-panel.css";
import "bpmn-js-bpmnlint/dist/assets/css/bpmn-js-bpmnlint.css";
import "bpmn-js-color-picker/colors/color-picker.css";
import "bpmn-js-element-templates/dist/assets/element-templates.css";
import "diagram-js-minimap/assets/diagram-js-minimap.css";
import lint from "bpmn-js-bpmnlint";
import warna from "bpmn-js-color-picker";
import { ElementTemplatesPropertiesProviderModule } from "bpmn-js-element-templates";
import {
  BpmnPropertiesPanelModule,
  BpmnPropertiesProviderModule,
  CamundaPlatformPropertiesProviderModule,
} from "bpmn-js-properties-panel";
import perilakuCamunda from "camunda-bpmn-js-behaviors/lib/camunda-platform";
import camunda from "camunda-bpmn-moddle/resources/camunda.json";
import petaKecil from "diagram-js-minimap";
import sop from "../../../bpmn/sop-moddle.json";
import type { Lingkungan } from "../../lint/index.js";
import { konfigurasiLint } from "../../lint/linter.js";
import { bahasa, t } from "../bahasa/bahasa.js";
import { modulBlok } from "../bpmn/blok/blok.js";
import { templatTopik } from "../bpmn/blok/templat.js";
import type { Pemodel } from "../bpmn/jenis.js";
import { modulPintasan } from "../bpmn/pintasan.js";
import { modulSop } from "../bpmn/sop/index.js";
import { modulTerjemah } from "../bpmn/terjemah.js";

interface EventBus {
  once(nama: string, kerja: () => void): void;
}
interface Linting {
  setLinterConfig(konfigurasi: unknown): void;
}

/** After the first paint: the diagram shall be there before its findings are. */
const senggang = (kerja: () => void): void => {
  if ("requestIdleCallback" in window) window.requestIdleCallback(kerja, { timeout: 1_000 });
  else setTimeout(kerja, 200);
};

/** Makes the editor; `lingkungan` (topics, forms) is asked at every lint and every look into the palette. */
export function buatPenyunting(kanvas: HTMLElement, sifat: HTMLElement, lingkungan: () => Lingkungan): Pemodel {
  const modeler = new Modeler({
    container: kanvas,
    propertiesPanel: { parent: sifat },
    linting: { active: true },
    moddleExtensions: { camunda, sop },
    lingkungan,
    elementTemplates: lingkungan().topik.map(templatTopik),
    additionalModules: [
      modulTerjemah,
      BpmnPropertiesPanelModule,
      BpmnPropertiesProviderModule,
      CamundaPlatformPropertiesProviderModule,
      ElementTemplatesPropertiesProviderModule,
      perilakuCamunda,
      lint,
      warna,
      petaKecil,
      modulSop,
      modulBlok,
      modulPintasan,
    ],
  } as ConstructorParameters<typeof Modeler>[0]);
  modeler
    .get<EventBus>("eventBus")
    .once("import.done", () =>
      senggang(() => modeler.get<Linting>("linting").setLinterConfig(konfigurasiLint(lingkungan, bahasa))),
    );
  new MutationObserver(() => namaiJenis(sifat)).observe(sifat, { childList: true, characterData: true, subtree: true });
  return modeler as unknown as Pemodel;
}

/** The panel's header names the kind of element in English without asking for a translation: "User Task". */
function namaiJenis(sifat: HTMLElement): void {
  const judul = sifat.querySelector(".bio-properties-panel-header-type")?.firstChild;
  const asli = judul?.textContent ?? "";
  const kini = t(asli.charAt(0) + asli.slice(1).toLowerCase());
  if (judul && kini.toLowerCase() !== asli.toLowerCase()) judul.textContent = kini;
}
