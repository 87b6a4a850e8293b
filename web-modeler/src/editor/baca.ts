/** bpmn-js as a viewer: what most people need, and far less to load. */
import NavigatedViewer from "bpmn-js/lib/NavigatedViewer";
import "bpmn-js/dist/assets/diagram-js.css";
import "bpmn-js/dist/assets/bpmn-js.css";
import camunda from "camunda-bpmn-moddle/resources/camunda.json";
import sop from "../../../bpmn/sop-moddle.json";
import type { Pemodel } from "../bpmn/jenis.js";
import { modulTerjemah } from "../bpmn/terjemah.js";

/** Shows a diagram that nobody can change; `kanvas` stays empty until `importXML`. */
export const buatPenampil = (kanvas: HTMLElement): Pemodel =>
  new NavigatedViewer({
    container: kanvas,
    moddleExtensions: { camunda, sop },
    additionalModules: [modulTerjemah],
  } as ConstructorParameters<typeof NavigatedViewer>[0]) as unknown as Pemodel;
