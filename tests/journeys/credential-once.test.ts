/** The one-time view of a password set by hand: it leaves the page by its button, by the clock, and with the person. */
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { Browser, Page } from "playwright-core";
import { openBrowser, openPage } from "../support/browser.js";
import { masukHalaman } from "./setup/halaman.js";
import { kerjakan, type Permohonan, sampaiVerifikasi, sebagai, tugasDi } from "./setup/lakon.js";
import { akunDiSpse } from "./setup/simulator.js";
import { testSystem } from "./setup/system.js";

const { addresses } = testSystem();
const TASKLIST = `${addresses.gateway}/camunda/app/tasklist/default/#/`;
const SEKALI = "Tampilkan sekali";
const BARU = "Buat password baru dan tampilkan sekali";

let browser: Browser;
let page: Page;
let errors: string[];
let permohonan: Permohonan;
let alamat: string;
const terlihat = new Set<string>();

beforeAll(async () => {
  const akun = await akunDiSpse(1, false);
  [browser, permohonan] = await Promise.all([openBrowser(), sampaiVerifikasi("dewi", akun)]);
  const { id } = await tugasDi("andi", permohonan, "reset-manual");
  await (await sebagai("andi")).klaim(id);
  alamat = `${TASKLIST}?task=${id}`;
  ({ page, errors } = await openPage(browser));
  await page.clock.install();
  await masukHalaman(page, "andi");
  await page.goto(alamat);
});
afterAll(async () => {
  await kerjakan("andi", permohonan, "reset-manual", { keputusanResetManual: "gagal", alasan: "Akun nonaktif" });
  await browser.close();
});

/** Presses the button and reads the password that appears; it is another one each time. */
async function lihat(tombol: string): Promise<void> {
  await page.getByRole("button", { name: tombol }).click();
  const sandi = (await page.locator(".rp-rahasia code").last().textContent()) ?? "";
  expect(sandi).toMatch(/^\S{8,}$/);
  expect(terlihat).not.toContain(sandi);
  terlihat.add(sandi);
  expect(await tersisa()).toEqual([sandi]);
}

/** Which of the passwords seen so far the page still holds: in its markup, its fields, its address or what it stores. */
async function tersisa(): Promise<string[]> {
  const isi = await page.evaluate(() =>
    [
      document.documentElement.outerHTML,
      ...Array.from(document.querySelectorAll("input, textarea"), (e) => ("value" in e ? String(e.value) : "")),
      location.href,
      JSON.stringify([{ ...localStorage }, { ...sessionStorage }, history.state]),
    ].join("\n"),
  );
  const mentah = (sandi: string) => sandi.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  return [...terlihat].filter((sandi) => isi.includes(sandi) || isi.includes(mentah(sandi)));
}

const hilang = () => page.getByText("Password sudah ditampilkan dan tidak dapat dilihat lagi.").waitFor();

test("goes at the press of its button, and the keyboard stays in the box", async () => {
  await lihat(SEKALI);
  await page.getByRole("button", { name: "Sudah, sembunyikan" }).click();
  await hilang();
  expect(await tersisa()).toEqual([]);
  expect(await page.locator(".rp-kredensial-isi").evaluate((isi) => isi === document.activeElement)).toBe(true);
});

test("goes after two minutes, also where the computer slept through them", async () => {
  await lihat(BARU);
  await page.clock.fastForward(100_000);
  await page.getByText(/Hilang dari layar dalam [12]?\d detik/).waitFor();
  expect(await tersisa()).toHaveLength(1);
  await page.clock.fastForward(20_000);
  await hilang();
  expect(await tersisa()).toEqual([]);
});

test("goes when another list or task is opened in Tasklist", async () => {
  await lihat(BARU);
  await page.goto(TASKLIST);
  await page.locator(".rp-kredensial").waitFor({ state: "detached" });
  expect(await tersisa()).toEqual([]);
  await page.goto(alamat);
  await hilang();
  expect(await tersisa()).toEqual([]);
});

test("goes when the page is left, and does not come back with it", async () => {
  await lihat(BARU);
  await page.goto(`${addresses.gateway}/`);
  expect(await tersisa()).toEqual([]);
  await page.goBack();
  await hilang();
  expect(await tersisa()).toEqual([]);
});

test("no page failed with a script error", () => expect(errors).toEqual([]));
