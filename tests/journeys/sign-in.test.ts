/** Signing in as a person does it: by a link from another site, and after wrong passwords. */
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { Browser, Page } from "playwright-core";
import { keepScreenshot, openBrowser, openPage } from "../support/browser.js";
import { testSystem } from "./setup/system.js";

const { addresses, secrets } = testSystem();
const TASKLIST = `${addresses.gateway}/camunda/app/tasklist/default/`;
let browser: Browser;
let webmail: Server;
beforeAll(async () => {
  browser = await openBrowser();
  webmail = createServer((_req, res) => {
    res.setHeader("content-type", "text/html");
    res.end(`<a href="${TASKLIST}#/?sorting=%5B%5D">Buka tugas</a>`);
  }).listen(0, "127.0.0.1");
  await once(webmail, "listening");
});
afterAll(async () => {
  await browser.close();
  webmail.close();
});

async function isi(page: Page, orang: string, password: string): Promise<void> {
  await page.locator("input[type=text]").first().fill(orang);
  await page.locator("input[type=password]").fill(password);
  await page.locator("button[type=submit]").click();
}

test("a link from another site leads into Tasklist with the login that is there, and keeps it", async () => {
  const { page, errors } = await openPage(browser);
  await page.goto(TASKLIST);
  await isi(page, "rudi", secrets.DEMO_PASSWORD);
  await page.getByRole("link", { name: "Mulai proses" }).first().waitFor();
  // Another site to the browser: another name, whatever the port.
  await page.goto(`http://localhost:${(webmail.address() as AddressInfo).port}/`);
  await page.getByText("Buka tugas").click();
  await page.getByRole("link", { name: "Mulai proses" }).first().waitFor();
  expect(page.url()).toContain("#/?");
  await page.goto(TASKLIST);
  await page.getByRole("link", { name: "Mulai proses" }).first().waitFor();
  expect(errors).toEqual([]);
  await page.context().close();
});

test("wrong passwords lead to a pause that the page tells of", async () => {
  const { page } = await openPage(browser);
  await page.goto(TASKLIST);
  for (let i = 0; i < 6; i += 1) {
    const reply = page.waitForResponse((r) => r.url().includes("/login/tasklist"));
    await isi(page, "bukan-siapa-siapa", `Salah-Sekali-${i}`);
    expect((await reply).status()).toBe(i < 5 ? 401 : 429);
  }
  await page.getByText("Terlalu banyak kata sandi salah", { exact: false }).first().waitFor();
  await keepScreenshot(page, "masuk-jeda");
  await page.context().close();
});
