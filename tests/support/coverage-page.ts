/** The coverage as an HTML page: the diagram, green where a journey went, red where none did. */
import { readFileSync } from "node:fs";
import type { Coverage } from "./coverage.js";

const asset = (file: string) => readFileSync(`node_modules/bpmn-js/dist/${file}`, "utf8");
/** JSON that may stand inside a script element. */
const inScript = (value: unknown) => JSON.stringify(value).replace(/</g, "\\u003c");

/** One self-contained page; open it in a browser. */
export const coveragePage = (xml: string, coverage: Coverage): string => `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Coverage of reset-password-spse</title>
<style>${asset("assets/diagram-js.css")}${asset("assets/bpmn-js.css")}
html, body { margin: 0; height: 100%; font-family: system-ui, sans-serif } #diagram { height: calc(100% - 44px) } h1 { font-size: 16px; margin: 12px }
.taken .djs-visual > :first-child { stroke: #1b7f3b !important } .missed .djs-visual > :first-child { stroke: #c62828 !important; stroke-width: 4px !important }
.times { background: #1b7f3b; color: #fff; border-radius: 8px; padding: 0 6px; font-size: 11px }</style>
<h1>reset-password-spse: ${coverage.missing.length === 0 ? "every element and sequence flow taken" : `${coverage.missing.length} never taken`}</h1>
<div id="diagram"></div>
<script>${asset("bpmn-navigated-viewer.production.min.js")}</script>
<script>
const taken = ${inScript([...coverage.elements, ...coverage.flows])};
const viewer = new BpmnJS({ container: "#diagram" });
viewer.importXML(${inScript(xml)}).then(() => {
  const canvas = viewer.get("canvas"), overlays = viewer.get("overlays"), registry = viewer.get("elementRegistry");
  canvas.zoom("fit-viewport");
  for (const [id, times] of taken) {
    const element = registry.get(id);
    if (!element) continue;
    canvas.addMarker(id, times > 0 ? "taken" : "missed");
    if (times > 0 && !element.waypoints) overlays.add(id, { position: { top: -10, right: 10 }, html: '<div class="times">' + times + "</div>" });
  }
});
</script></html>
`;
