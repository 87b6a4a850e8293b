/** The modeler beside editing: diagrams as files, those of others too, people who only look, and its page as axe sees it. */
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import type { Browser } from "playwright-core";
import { bacaPdf, rapat, teksHalaman } from "../src/surat/pdf.js";
import { keepScreenshot, openBrowser } from "../support/browser.js";
import { makna } from "../web-modeler/semantik.js";
import { bukaEditor, type Editor } from "./setup/editor.js";
import { jatuhkan } from "./setup/halaman.js";

const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
let browser: Browser;
let editor: Editor;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  editor = await bukaEditor(browser);
});
afterEach(() => editor.tutup());

describe("the diagram as a file", () => {
  /** What the menu's entry hands to the person. */
  async function ekspor(butir: string): Promise<{ nama: string; isi: Buffer }> {
    const { page } = editor;
    await page.getByRole("button", { name: "Berkas ▾" }).click();
    const [unduhan] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("menuitem", { name: butir }).click(),
    ]);
    return { nama: unduhan.suggestedFilename(), isi: readFileSync(await unduhan.path()) };
  }
  const LABEL = "Disposisi permohonan";

  test("comes as BPMN, SVG, PNG and PDF, each a real one with what the diagram shows", async () => {
    const { page, xml, bukaDraf } = editor;
    await bukaDraf();
    const bpmn = await ekspor("Simpan sebagai .bpmn");
    expect(bpmn.nama).toMatch(/\.bpmn$/);
    expect(makna(bpmn.isi.toString())).toBe(makna(xml()));

    const svg = await ekspor("Ekspor sebagai SVG");
    expect(svg.nama).toMatch(/\.svg$/);
    const gambar = await page.evaluate((teks) => {
      const akar = new DOMParser().parseFromString(teks, "image/svg+xml").documentElement;
      return { nama: akar.nodeName, lebar: Number(akar.getAttribute("width")), teks: akar.textContent ?? "" };
    }, svg.isi.toString());
    expect([gambar.nama, gambar.lebar > 500, rapat(gambar.teks).includes(rapat(LABEL))]).toEqual(["svg", true, true]);

    const png = await ekspor("Ekspor sebagai PNG");
    expect([png.nama.endsWith(".png"), png.isi.subarray(1, 4).toString()]).toEqual([true, "PNG"]);
    expect(png.isi.readUInt32BE(16)).toBeGreaterThan(gambar.lebar);
    expect(png.isi.length).toBeGreaterThan(50_000);

    const pdf = await ekspor("Ekspor sebagai PDF");
    expect([pdf.nama.endsWith(".pdf"), pdf.isi.subarray(0, 5).toString()]).toEqual([true, "%PDF-"]);
    const { halaman } = await bacaPdf(pdf.isi);
    expect(halaman).toHaveLength(1);
    for (const kata of [LABEL, "Kepala UKPBJ", "Tim Pengelola LPSE"])
      expect(teksHalaman(halaman[0])).toContain(rapat(kata));
  });
});

describe("people who may not edit", () => {
  test("look, and see what a shape means, without any tool", async () => {
    await editor.tutup();
    editor = await bukaEditor(browser, { grup: ["kepala-lpse"] });
    const { page, peladen, tombol, baris } = editor;
    await page.goto(`${peladen.alamat}/modeler/`);
    await baris("koreksi-draf").click();
    await page.getByText("Langkah 8 SOP").waitFor();
    await page.getByRole("button", { name: "Dokumen SOP" }).click();
    await page.locator('a[role=menuitem][href="/sop/reset-password-spse/versi/1.pdf"]').waitFor();
    expect(await tombol("Ubah").count()).toBe(0);
    expect(await page.locator(".djs-palette").count()).toBe(0);
  });
});

describe("files from outside", () => {
  test("a dropped file becomes a draft", async () => {
    const { page, peladen, tombol, sampai, bukaDraf } = editor;
    await bukaDraf();
    await jatuhkan(page, "lain.bpmn", readFileSync("tests/web-modeler/korpus/kejadian.bpmn"));
    await tombol("Buat draf baru").click();
    await sampai(() => peladen.draf.has("d2"));
    await page.locator('[data-element-id="i3"]').first().waitFor();
  });

  test("a file in an older encoding keeps its letters", async () => {
    const { page, tombol, xml, sampai, bukaDraf } = editor;
    await bukaDraf();
    await jatuhkan(page, "lama.bpmn", readFileSync("tests/web-modeler/penyandian/latin-1.bpmn"));
    await tombol("Buat draf baru").click();
    await sampai(() => xml("d2").includes("Prüfung café ñandú"));
    await page.locator('[data-element-id="t"]').first().waitFor();
  });

  test("bombs, external entities, 20 MB and nonsense are refused with a sentence", async () => {
    const { page, peladen, bukaDraf } = editor;
    await bukaDraf();
    const bpmn = (isi: string) =>
      `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d"><process id="p">${isi}</process></definitions>`;
    const jahat: [string, RegExp][] = [
      [`<!DOCTYPE a [<!ENTITY x "ha">]>${bpmn("&x;")}`, /DOCTYPE/],
      [`<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>${bpmn("&x;")}`, /DOCTYPE/],
      [bpmn(`<!--${"x".repeat(20_000_000)}-->`), /lebih besar dari 5 MB/],
      [bpmn("<subProcess>".repeat(5_000)), /terlalu dalam/],
      ["halo", /bukan diagram BPMN/],
    ];
    for (const [isi, kalimat] of jahat) {
      await jatuhkan(page, "jahat.bpmn", Buffer.from(isi));
      await page.locator(".m-kabar").getByText(kalimat).last().waitFor();
    }
    expect(peladen.draf.size).toBe(1);
  });

  test("script in labels, documentation and SOP texts is shown as text and never run", async () => {
    const { page, peladen, baris } = editor;
    const skrip = '&lt;img src=x onerror="window.terjebak=1"&gt;&lt;script&gt;window.terjebak=1&lt;/script&gt;'.replace(
      /"/g,
      "&quot;",
    );
    const asli = readFileSync("bpmn/reset-password-spse.bpmn", "utf8");
    peladen.taruh(
      "jahat",
      asli
        .replace('name="Disposisi permohonan"', `name="${skrip}"`)
        .replace(/output="Disposisi Permohonan[^"]*"/, `output="${skrip}"`)
        .replace(/<bpmn:documentation>[^<]*/, `<bpmn:documentation>${skrip}`),
    );
    await page.goto(`${peladen.alamat}/modeler/#/draf/jahat`);
    await baris("disposisi-permohonan").click();
    await page.getByRole("tab", { name: /Temuan/ }).click();
    await page.locator(".m-panel-tab:visible").first().waitFor();
    expect(await page.evaluate(() => "terjebak" in window)).toBe(false);
    expect(await page.locator(".m-sop img, .m-sop script").count()).toBe(0);
  });

  const berkas = readdirSync("tests/web-modeler/korpus");
  test.each(berkas)("%s made elsewhere, opened, moved by one pixel and saved, means the same", async (nama) => {
    const { page, peladen, xml, sampai } = editor;
    const asli = readFileSync(`tests/web-modeler/korpus/${nama}`, "utf8");
    peladen.taruh("k", asli);
    await page.goto(`${peladen.alamat}/modeler/#/draf/k`);
    await page.locator('[data-element-id="t"] .djs-hit, [data-element-id="u"] .djs-hit').first().click();
    await page.keyboard.press("ArrowRight");
    await sampai(() => xml("k") !== asli);
    expect(makna(xml("k"))).toBe(makna(asli));
  });
});

test("our own parts of the page have no violation that axe knows, reading and editing", async () => {
  const { page, peladen, tombol, baris } = editor;
  const periksa = async (): Promise<unknown> => {
    await page.addScriptTag({ path: axe }).catch(() => page.evaluate(readFileSync(axe, "utf8")));
    return page.evaluate(async () => {
      const mesin = (
        window as unknown as {
          axe: { run(k: unknown): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
        }
      ).axe;
      const { violations } = await mesin.run({ exclude: [[".djs-container"], [".bio-properties-panel-container"]] });
      return violations.map((v) => [v.id, v.nodes.map((n) => n.html.slice(0, 120))]);
    });
  };
  await page.goto(`${peladen.alamat}/modeler/`);
  await baris("koreksi-draf").waitFor();
  expect(await periksa()).toEqual([]);
  await tombol("Ubah").click();
  await page.waitForSelector(".djs-palette");
  await page
    .getByText(/^Tersimpan|^Draf oleh/)
    .first()
    .waitFor();
  expect(await periksa()).toEqual([]);
  await keepScreenshot(page, "modeler");
});
