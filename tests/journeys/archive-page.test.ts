/** The archive's page: staff search it, propose the destruction of old copies and decide with two people; a Satker sees nothing. */
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { Browser, Page } from "playwright-core";
import { z } from "zod";
import { letterPdf } from "../../scripts/drive/surat-contoh.js";
import { simpanArsip } from "../../src/arsip/index.js";
import { openDb } from "../../src/db/open.js";
import { keepScreenshot, openBrowser, openPage } from "../support/browser.js";
import { type Orang, sebagai } from "./setup/lakon.js";
import { testSystem } from "./setup/system.js";

const { addresses, secrets } = testSystem();
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const tanda = `uji${randomUUID().slice(0, 8)}`;
const lama = [`B/${tanda}-1/LPSE/2019`, `B/${tanda}-2/LPSE/2019`];
const salinan = (nomorSurat: string) => Buffer.from(letterPdf(["Surat Pemberitahuan", nomorSurat]));
const gagalHalaman: string[] = [];
let browser: Browser;

/** Letters whose retention is over: the product itself archives none that is. */
beforeAll(async () => {
  browser = await openBrowser();
  const { db, close } = openDb(addresses.database, () => undefined, 1);
  for (const nomorSurat of lama)
    await simpanArsip(
      db,
      {
        jenis: "surat-pemberitahuan",
        instans: randomUUID(),
        nomorPermohonan: null,
        nomorSurat,
        tanggalSurat: "2019-03-04",
        satker: `Balai ${tanda}`,
        orang: ["Kartini Uji"],
        uraian: "Surat Pemberitahuan reset password akun SPSE",
        kodeKlasifikasi: "PL.02",
        unitPengolah: "LPSE",
        tingkatPerkembangan: "kopi",
        keterangan: "",
        simpanSampai: "2024-03-04",
        isi: salinan(nomorSurat),
      },
      new Date(),
    );
  await close();
});
afterAll(() => browser.close());

/** Signs in as the web apps do, without drawing one. */
async function buka(orang: Orang, kerja: (page: Page) => Promise<void>): Promise<void> {
  const { page, errors } = await openPage(browser);
  const token = async () => {
    await page.request.get(`${addresses.gateway}/camunda/app/tasklist/default/`);
    return (await page.context().cookies()).find(({ name }) => name === "XSRF-TOKEN")?.value ?? "";
  };
  await page.request.post(`${addresses.gateway}/camunda/api/admin/auth/user/default/login/tasklist`, {
    form: { username: orang, password: secrets.DEMO_PASSWORD },
    headers: { "x-xsrf-token": await token() },
  });
  await page.goto(`${addresses.gateway}/`);
  await kerja(page).catch(async (error: unknown) => {
    await keepScreenshot(page, `gagal-arsip-${orang}`);
    throw error;
  });
  gagalHalaman.push(...errors);
  await page.context().close();
}

async function akses(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const Temuan = z.object({ violations: z.array(z.object({ id: z.string() })) });
  return Temuan.parse(await page.evaluate("axe.run()")).violations.map(({ id }) => id);
}

test("a person of the Tim searches, looks at an entry, verifies everything, and proposes old copies for destruction", () =>
  buka("andi", async (page) => {
    await page.getByRole("link", { name: "Arsip" }).click();
    await page.getByLabel("Satuan Kerja").fill(`balai ${tanda}`);
    await page.getByLabel("Nama orang").fill("kartini");
    await page.keyboard.press("Enter");
    await page.getByText("2 entri").waitFor();
    await keepScreenshot(page, "30-daftar-arsip");
    expect(await akses(page)).toEqual([]);
    await page.getByRole("link", { name: lama[0] ?? "" }).click();
    await page.getByText("Terverifikasi").waitFor();
    const unduhan = await page.request.get(
      `${addresses.gateway}${await page.getByRole("link", { name: "Unduh salinan" }).getAttribute("href")}`,
    );
    expect((await unduhan.body()).equals(salinan(lama[0] ?? ""))).toBe(true);
    await keepScreenshot(page, "31-entri-arsip");
    expect(await akses(page)).toEqual([]);
    await page.getByRole("link", { name: "← Daftar arsip" }).click();
    await page.getByText("2 entri").waitFor();
    await page.getByRole("link", { name: "Keutuhan dan ekspor" }).click();
    await page.getByRole("button", { name: "Periksa seluruh arsip" }).click();
    await page.getByText("Tidak ada yang berubah sejak diarsipkan.").waitFor();
    await keepScreenshot(page, "32-keutuhan-arsip");
    expect(await akses(page)).toEqual([]);
    await page.getByRole("link", { name: "Pemusnahan" }).click();
    for (const nomor of lama) await page.getByRole("checkbox", { name: nomor }).check();
    await page.getByLabel("Alasan").fill(`Masa simpan habis ${tanda}`);
    await page.getByRole("button", { name: "Usulkan pemusnahan 2 salinan" }).click();
    await page.getByText("Usul tersimpan.").waitFor();
    await page.getByText("Usul Anda sendiri diputus oleh orang lain.").waitFor();
    expect(await akses(page)).toEqual([]);
  }));

test("a Kepala agrees; the copies are gone, their lines and a record of it stay, and the chain is whole", () =>
  buka("ratna", async (page) => {
    await page.goto(`${addresses.gateway}/arsip/#/pemusnahan`);
    const usul = page.getByRole("article").filter({ hasText: tanda });
    await usul.getByRole("button", { name: "Setujui pemusnahan" }).click();
    await usul.getByRole("button", { name: "Ya, musnahkan 2 salinan" }).click();
    await page.getByText("2 salinan dimusnahkan.").waitFor();
    await keepScreenshot(page, "33-pemusnahan-arsip");
    expect(await akses(page)).toEqual([]);
    await page.goto(`${addresses.gateway}/arsip/#/?cari=${tanda}`);
    await page.getByText("3 entri").waitFor();
    await page.getByText("Berita Acara Pemusnahan").last().waitFor();
    await page.getByRole("link", { name: lama[0] ?? "" }).click();
    await page.getByText("Salinan ini sudah dimusnahkan").waitFor();
    await page.getByText("Terverifikasi").waitFor();
  }));

test("a Satker is not led to the archive and sees nothing of it", async () => {
  await buka("dewi", async (page) => {
    await page.getByRole("link", { name: "Daftar tugas" }).waitFor();
    expect(await page.getByRole("link", { name: "Arsip" }).count()).toBe(0);
    await page.goto(`${addresses.gateway}/arsip/#/?cari=${tanda}`);
    await page.getByText("Arsip hanya untuk petugas LPSE dan UKPBJ.").waitFor();
  });
  const dewi = await sebagai("dewi");
  for (const jalur of [`?cari=${tanda}`, "/keadaan", "/usul-musnah", "/periksa", `/entri/${randomUUID()}`])
    expect([jalur, (await dewi.panggil("GET", `/api/arsip${jalur}`)).status]).toEqual([jalur, 403]);
  expect(gagalHalaman).toEqual([]);
});
