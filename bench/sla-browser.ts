/** How long the page SLA of Cockpit takes to its first rows, in a real browser. */
import { type Browser, chromium, type Page } from "playwright-core";

const ARGS = ["--no-sandbox", "--disable-gpu"];

/**
 * Opens the page `rounds` times from Cockpit's dashboard, in the browser at `executablePath`; ms from the click to the first row on screen, in order of
 * occurrence. The first also loads the page's script.
 */
export async function timeFirstRows(
  executablePath: string,
  gateway: string,
  password: string,
  rounds: number,
): Promise<number[]> {
  const browser: Browser = await chromium.launch({ executablePath, args: ARGS });
  try {
    const page = await browser.newPage({ viewport: { width: 1500, height: 950 } });
    await signIn(page, `${gateway}/camunda/app/cockpit/default/`, password);
    const times: number[] = [];
    for (let round = 0; round < rounds; round++) times.push(await firstRows(page));
    return times;
  } finally {
    await browser.close();
  }
}

async function signIn(page: Page, address: string, password: string): Promise<void> {
  await page.goto(address);
  await page.locator("input[type=text]").first().fill("admin");
  await page.locator("input[type=password]").fill(password);
  await page.locator("button[type=submit]").click();
  await page.locator(".sla-ubin-angka").first().waitFor();
}

/** Runs in the page: the way to and from the browser is not the reader's. */
const TIMED = `(async () => {
  const began = performance.now();
  location.hash = "#/sla";
  while (!document.querySelector(".sla-baris")) await new Promise(requestAnimationFrame);
  return performance.now() - began;
})()`;

async function firstRows(page: Page): Promise<number> {
  const ms: number = await page.evaluate(TIMED);
  await page.evaluate('location.hash = "#/dashboard"');
  await page.locator(".sla-ubin-angka").first().waitFor();
  return ms;
}
