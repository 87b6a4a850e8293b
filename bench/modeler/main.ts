/**
 * `npm run bench:modeler`: how fast the editor shows and drags a diagram of 500 elements, in headless Chromium.
 * First paint is measured from opening the address to the last shape on the canvas; frames while a task is dragged.
 */
import { chromium, type Page } from "playwright-core";
import { mulaiPeladen } from "../../scripts/drive/modeler-server.js";
import type { Tools } from "../../scripts/tools.js";
import { median } from "../statistics.js";
import { chain } from "./diagram.js";

const ELEMENTS = 500;
const OPENINGS = 5;
const DRAGGED = '[data-element-id="u262"] .djs-hit';
const MOVES = 120;

/** Prints the figures as JSON; resolves with exit code 0. */
export async function main(_args: readonly string[], { browser: find }: Tools): Promise<number> {
  const xml = chain(ELEMENTS);
  const server = await mulaiPeladen({ xml });
  const browser = await chromium.launch({ executablePath: await find(), args: ["--no-sandbox", "--disable-gpu"] });
  try {
    server.taruh("bench", xml);
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    const reading = await openings(page, `${server.alamat}/modeler/`);
    const editing = await openings(page, `${server.alamat}/modeler/#/draf/bench`);
    console.log(JSON.stringify({ elements: ELEMENTS, reading, editing, drag: await drag(page) }, null, 2));
    return 0;
  } finally {
    await browser.close();
    await server.tutup();
  }
}

/** The first opening also loads the page's script. */
async function openings(page: Page, address: string): Promise<{ firstMs: number; medianMs: number }> {
  const times: number[] = [];
  for (let i = 0; i < OPENINGS; i += 1) times.push(await paint(page, address));
  return { firstMs: Math.round(times[0] ?? Number.NaN), medianMs: Math.round(median(times)) };
}

/** What of a page's globals is used in it. */
interface InPage {
  readonly document: { querySelectorAll(selector: string): { readonly length: number } };
}

async function paint(page: Page, address: string): Promise<number> {
  await page.goto("about:blank");
  const began = performance.now();
  await page.goto(address);
  // A function: the page's security policy lets no text be evaluated there.
  const all = (count: number) =>
    (globalThis as unknown as InPage).document.querySelectorAll(".djs-shape:not([data-element-id$=_label])").length >=
    count;
  await page.waitForFunction(all, ELEMENTS, { polling: "raf" });
  return performance.now() - began;
}

/** Runs in the page until it answers: the time of every frame, in ms. */
const RECORD = `window.frames_ = []; (function note(t) {
  window.frames_.push(t);
  window.next_ = requestAnimationFrame(note);
})(performance.now())`;
const RECORDED = "cancelAnimationFrame(window.next_); window.frames_";

async function drag(page: Page): Promise<{ framesPerSecond: number; medianMs: number; longestMs: number }> {
  const box = await page.locator(DRAGGED).first().boundingBox();
  if (!box) throw new Error("the task to be dragged is not on the canvas");
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.evaluate(RECORD);
  for (let i = 0; i < MOVES; i += 1) await page.mouse.move(x + i * 4, y + Math.sin(i / 8) * 60);
  const frames: number[] = await page.evaluate(RECORDED);
  await page.mouse.up();
  const gaps = frames.slice(1).map((at, i) => at - (frames[i] ?? at));
  const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
  const medianMs = Math.round(median(gaps) * 10) / 10;
  return { framesPerSecond: Math.round(1000 / mean), medianMs, longestMs: Math.round(Math.max(...gaps)) };
}
