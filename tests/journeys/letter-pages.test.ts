/** The pages about letters in a real browser: the words that changed in a draft, the template with its letter, the numbers. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { Browser, Page } from "playwright-core";
import { z } from "zod";
import { keepScreenshot, openBrowser, openPage } from "../support/browser.js";
import { kerjakan, type Orang, type Permohonan, sampaiVerifikasi, sebagai, tugasDi } from "./setup/lakon.js";
import { hapusPermohonan } from "./setup/mesin.js";
import { akunDiSpse } from "./setup/simulator.js";
import { testSystem } from "./setup/system.js";

const { addresses, secrets } = testSystem();
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const Temuan = z.array(z.object({ id: z.string(), nodes: z.array(z.object({ html: z.string() })) }));
const Nomor = z.object({
  nomor: z.array(
    z.object({ nomorPermohonan: z.string().nullable(), keadaan: z.string(), ditarikOleh: z.string().nullable() }),
  ),
});

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

async function masuk(orang: Orang): Promise<{ page: Page; errors: string[] }> {
  const { page, errors } = await openPage(browser);
  await page.goto(`${addresses.gateway}/camunda/app/tasklist/default/`);
  await page.locator("input[type=text]").first().fill(orang);
  await page.locator("input[type=password]").fill(secrets.DEMO_PASSWORD);
  await page.locator("button[type=submit]").click();
  await page.getByRole("link", { name: "Tugas unit saya" }).first().waitFor();
  return { page, errors };
}

async function aksesibel(page: Page): Promise<void> {
  await page.evaluate(axe);
  const temuan = await page.evaluate("axe.run(document).then((hasil) => hasil.violations)");
  expect(Temuan.parse(temuan).map((t) => [t.id, t.nodes[0]?.html])).toEqual([]);
}

describe("a corrected draft", () => {
  let permohonan: Permohonan;

  test("shows the Kepala LPSE which words were taken out and added, by whom, and what she is changing now", async () => {
    permohonan = await sampaiVerifikasi("rudi", await akunDiSpse(1));
    const ratna = await sebagai("ratna");
    const { id } = await tugasDi("ratna", permohonan, "koreksi-draf");
    const { isi } = await ratna.panggil("GET", `/api/tugas/${id}`);
    const { paragraf } = z
      .object({ permohonan: z.object({ paragraf: z.record(z.string(), z.string()) }) })
      .parse(isi).permohonan;
    const baru = { ...paragraf, penutup: `${paragraf.penutup} Salam hormat.` };
    await kerjakan("ratna", permohonan, "koreksi-draf", {
      keputusanKoreksi: "koreksi",
      paragraf: baru,
      alasan: "Kurang salam",
    });
    const tugas = await tugasDi("ratna", permohonan, "koreksi-draf", (t) => t.id !== id);
    const { page, errors } = await masuk("ratna");
    await page.goto(`${addresses.gateway}/camunda/app/tasklist/default/#/?task=${tugas.id}`);
    const versi = page.locator("details.rp-beda", { hasText: "Versi 2, diubah Ratna Wulandari" });
    await versi.waitFor();
    expect(await versi.locator("ins").allTextContents()).toEqual(["[ditambah: Salam hormat.] "]);
    expect(await versi.locator("blockquote").textContent()).toBe("Kurang salam");
    await page.getByText("Klaim tugas", { exact: true }).click();
    await page.getByText("Koreksi kalimatnya").click();
    await page.locator('[data-jalur="paragraf.pembuka"] textarea').pressSequentially(" Tambahan.");
    await page.locator(".rp-kartu-rincian .rp-beda-isi ins", { hasText: "Tambahan." }).waitFor();
    await keepScreenshot(page, "draf-beda");
    await page.context().close();
    expect(errors).toEqual([]);
  });

  test("keeps its number in the list when an administrator deletes its request, with who did it", async () => {
    await hapusPermohonan(permohonan);
    const { isi } = await (await sebagai("andi")).panggil("GET", `/api/surat/nomor?cari=${permohonan.nomor}`);
    expect(Nomor.parse(isi).nomor).toMatchObject([
      { keadaan: "ditarik", ditarikOleh: expect.stringMatching(/admin/i) },
    ]);
  });
});

describe("the pages about letters", () => {
  test("draw the letter while the template is typed, say what is wrong at its field, and bring it into force", async () => {
    const { page, errors } = await masuk("wahyu");
    await page.goto(`${addresses.gateway}/surat/templat/`);
    await page.locator(".rp-kertas canvas").first().waitFor();
    await page.getByLabel("Unit kerja", { exact: true }).fill("Biro #set page(fill: red) Contoh");
    await page.locator(".rp-kertas .rp-lapis-teks", { hasText: "BIRO #SET PAGE(FILL: RED) CONTOH" }).waitFor();
    await keepScreenshot(page, "templat-surat");
    await aksesibel(page);
    await page.getByText("Nomor, tempat, dan tembusan").click();
    const pola = page.getByLabel("Pola nomor");
    const asli = await pola.inputValue();
    await pola.fill("{urut}");
    await page.getByText("harus memuat {tahun}").waitFor();
    await keepScreenshot(page, "templat-surat-galat");
    await pola.fill(asli);
    await page.getByLabel("Unit kerja", { exact: true }).fill("Unit Kerja Pengadaan Barang/Jasa");
    await page.getByLabel("Apa yang berubah, dan mengapa?").fill("Uji halaman templat");
    await page.getByRole("button", { name: "Simpan dan berlakukan" }).click();
    await page.getByText(/Versi \d+ berlaku untuk surat/).waitFor();
    await page.getByRole("link", { name: "Nomor surat" }).click();
    await page.locator(".rp-tabel tbody tr").first().waitFor();
    await keepScreenshot(page, "nomor-surat");
    await aksesibel(page);
    await page.context().close();
    expect(errors).toEqual([]);
  });
});
