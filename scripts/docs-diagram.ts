/** Draws the diagram as docs/reset-password-spse.svg with bpmn-js in a headless browser: `npm run docs:diagram`. */
import { readFileSync, writeFileSync } from "node:fs";
import { chromium } from "playwright-core";
import { countMarkers } from "./docs/markers.js";
import type { Tools } from "./tools.js";

const DIAGRAM = "bpmn/reset-password-spse.bpmn";
const PICTURE = "docs/reset-password-spse.svg";

interface Viewer {
  importXML(xml: string): Promise<unknown>;
  saveSVG(): Promise<{ svg: string }>;
}

const titled = (svg: string) =>
  svg.replace(
    /<svg [^>]*>/,
    (open) => `${open}<title>Reset password SPSE: one lane per actor, eleven SOP rows</title>`,
  );

/** Writes the picture; resolves with exit code 0. */
export async function main(_args: readonly string[], { browser: find }: Tools): Promise<number> {
  const browser = await chromium.launch({
    executablePath: await find(),
    args: ["--no-sandbox", "--disable-gpu"],
  });
  try {
    const page = await browser.newPage();
    await page.setContent('<div id="diagram" style="width: 2000px; height: 1200px"></div>');
    await page.addScriptTag({ path: "node_modules/bpmn-js/dist/bpmn-viewer.production.min.js" });
    const svg = await page.evaluate(
      async (xml) => {
        const { BpmnJS } = globalThis as unknown as { BpmnJS: new (options: { container: string }) => Viewer };
        const viewer = new BpmnJS({ container: "#diagram" });
        await viewer.importXML(xml);
        return (await viewer.saveSVG()).svg;
      },
      readFileSync(DIAGRAM, "utf8"),
    );
    writeFileSync(PICTURE, titled(countMarkers(svg)).replace("<svg ", '<svg style="background: #fff" '));
  } finally {
    await browser.close();
  }
  return 0;
}
