/** Tasklist, Cockpit, Admin and Welcome: Indonesian by itself, English when chosen, the agency's name, no vendor's banner. */
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { Browser, Page } from "playwright-core";
import { keepScreenshot, openBrowser } from "../support/browser.js";
import { testSystem } from "./setup/system.js";

const { addresses, secrets } = testSystem();
/** What each application shows when it has loaded, in both languages. */
const APPS = [
  ["welcome", "#/welcome", "Aplikasi", "Applications"],
  ["tasklist", "#/", "Buat filter", "Create a filter"],
  ["cockpit", "#/dashboard", "Saat ini", "Right Now"],
  ["admin", "#/", "Daftar pengguna", "List of Users"],
] as const;

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  // A browser that prefers English.
  const context = await browser.newContext({ viewport: { width: 1500, height: 950 }, locale: "en-US" });
  page = await context.newPage();
  await page.goto(`${addresses.gateway}/camunda/app/welcome/default/`);
  await page.locator("input[type=password]").waitFor();
  expect(await page.title()).toContain("LPSE · Reset Password SPSE");
  await keepScreenshot(page, "masuk-id");
  await page.locator("input[type=text]").first().fill("admin");
  await page.locator("input[type=password]").fill(secrets.ENGINE_ADMIN_PASSWORD);
  await page.locator("button[type=submit]").click();
  await page.getByPlaceholder("Nama pengguna").waitFor({ state: "detached" });
});
afterAll(() => browser.close());

async function buka(app: string, hash: string, kata: string): Promise<string> {
  await page.goto(`${addresses.gateway}/camunda/app/${app}/default/${hash}`);
  await page.getByText(kata, { exact: true }).first().waitFor();
  // What is seen: textContent would count hidden parts and scripts.
  // biome-ignore lint/performance/useDomNodeTextContent: see above
  return page.evaluate(() => document.body.innerText);
}

test("a slow network shows no names of texts in place of texts", async () => {
  await page.route("**/locales/id.json*", async (route) => {
    const balasan = await route.fetch();
    // Later than everything that the first page needs.
    await page.waitForLoadState("load");
    await route.fulfill({ response: balasan });
  });
  await page.goto("about:blank");
  expect((await buka("tasklist", "#/", "Buat filter")).match(/\b[A-Z]{3,}(_[A-Z]+)+\b/g)).toBeNull();
  await page.unroute("**/locales/id.json*");
});

describe.each(APPS)("%s", (app, hash, indonesia, inggris) => {
  test("is Indonesian, under the agency's name, without a text that has no translation", async () => {
    await page.evaluate(() => localStorage.removeItem("lpse-bahasa"));
    const isi = await buka(app, hash, indonesia);
    await keepScreenshot(page, `aplikasi-${app}-id`);
    expect(isi.replaceAll(/\s+/g, " ")).toContain("LPSE · Reset Password SPSE");
    expect(isi.match(/\b[A-Z]{3,}(_[A-Z]+)+\b/g)).toBeNull();
    expect(await page.locator(".ce-eol-banner").first().isVisible()).toBe(false);
    expect(await page.locator(".create-task-action:visible").count()).toBe(0);
  });

  test("is English after a click, and stays so", async () => {
    await page.getByRole("button", { name: "English" }).click();
    await page.getByText(inggris, { exact: true }).first().waitFor();
    await keepScreenshot(page, `aplikasi-${app}-en`);
    await page.reload();
    await page.getByText(inggris, { exact: true }).first().waitFor();
  });
});
