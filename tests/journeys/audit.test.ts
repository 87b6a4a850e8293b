/** The page of the audit in a real browser: an administrator finds who failed to sign in; nobody else gets to see it. */
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { Browser } from "playwright-core";
import { keepScreenshot, openBrowser, openPage } from "../support/browser.js";
import { masukHalaman, periksaAkses } from "./setup/halaman.js";
import { testSystem } from "./setup/system.js";

const { addresses, secrets } = testSystem();
const alamat = `${addresses.gateway}/audit/`;

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

test("an administrator finds by person and act what was done, and that it was looked at", async () => {
  const { page, errors } = await openPage(browser);
  await expect(masukHalaman(page, "wahyu", "kata-sandi-yang-salah")).rejects.toThrow("401");
  await masukHalaman(page, "wahyu");
  await masukHalaman(page, "admin", secrets.ENGINE_ADMIN_PASSWORD);
  await page.goto(alamat);
  const baris = page.locator("tbody tr");
  await baris.first().waitFor();
  await page.getByLabel("Oleh").fill("wahyu");
  await page.getByLabel("Oleh").press("Enter");
  await page.getByLabel("Tindakan").selectOption("masuk.gagal");
  await baris.filter({ hasText: "Gagal masuk" }).first().waitFor();
  await page.locator("tbody:not(:has(tr:not(:has-text('wahyu'))))").waitFor();
  expect(new Set(await baris.locator("td:nth-child(3)").allTextContents())).toEqual(new Set(["Gagal masuk"]));
  expect(await page.getByRole("link", { name: "CSV" }).getAttribute("href")).toBe(
    "/api/audit.csv?oleh=wahyu&tindakan=masuk.gagal",
  );
  expect(await periksaAkses(page)).toEqual([]);
  await keepScreenshot(page, "audit");
  await page.getByLabel("Tindakan").selectOption("audit");
  await page.getByLabel("Oleh").fill("admin");
  await page.getByLabel("Oleh").press("Enter");
  await baris.filter({ hasText: "oleh=wahyu tindakan=masuk.gagal" }).first().waitFor();
  await page.getByLabel("Objek").fill("tidak-ada");
  await page.getByLabel("Objek").press("Enter");
  await page.getByText("Tidak ada catatan yang cocok.").waitFor();
  await page.context().close();
  expect(errors).toEqual([]);
});

test("nobody else sees it, and the page says so", async () => {
  const { page } = await openPage(browser);
  await masukHalaman(page, "wahyu");
  await page.goto(alamat);
  await page.getByText("Jejak audit hanya untuk pengelola sistem.").waitFor();
  expect(await page.locator("tbody").count()).toBe(0);
  await page.context().close();
});
