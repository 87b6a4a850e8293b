/** The SLA plug-in in Cockpit, as an administrator uses it: one login, the page, its dialogs, the sheet, the diagram. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { Browser, Locator, Page } from "playwright-core";
import { z } from "zod";
import { halaman } from "../cockpit/contoh.js";
import { keepScreenshot, openBrowser, openPage } from "../support/browser.js";
import { type Permohonan, sampaiPerintah } from "./setup/lakon.js";
import { akunDiSpse } from "./setup/simulator.js";
import { adminEngine, testSystem } from "./setup/system.js";

const { addresses, secrets } = testSystem();
const cockpit = `${addresses.gateway}/camunda/app/cockpit/default/`;
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

let browser: Browser;
let page: Page;
let errors: string[];
let permohonan: Permohonan;

beforeAll(async () => {
  [browser, permohonan] = await Promise.all([
    openBrowser(),
    akunDiSpse(1).then((akun) => sampaiPerintah("dewi", akun)),
  ]);
  ({ page, errors } = await openPage(browser));
  await page.goto(cockpit);
  await page.locator("input[type=text]").first().fill("admin");
  await page.locator("input[type=password]").fill(secrets.ENGINE_ADMIN_PASSWORD);
  await page.locator("button[type=submit]").click();
  await page.locator(".sla-ubin").waitFor();
});
afterAll(() => browser.close());

/** What axe finds wrong in a part of the page: rule and element. */
async function faults(part: string): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async (selector) => {
    const run = Reflect.get(globalThis, "axe").run(selector, { resultTypes: ["violations"] });
    const { violations }: { violations: { id: string; nodes: { html: string }[] }[] } = await run;
    return violations.map((v) => `${v.id}: ${v.nodes[0]?.html}`);
  }, part);
}

const baris = (): Locator => page.locator(".sla-baris");
const cari = async (kata: string) => {
  const balasan = page.waitForResponse((r) => r.url().includes(`cari=${kata}&`));
  await page.getByRole("searchbox").fill(kata);
  await balasan;
  await page.getByRole("status").filter({ hasText: "1 langkah" }).waitFor();
  await baris().filter({ hasText: kata }).waitFor();
};

describe("the dashboard", () => {
  test("shows on its tile how requests stand, and leads to the page SLA", async () => {
    await page.locator(".sla-ubin-angka").first().waitFor();
    expect(await page.locator(".sla-ubin-angka").allInnerTexts()).toEqual([
      expect.stringMatching(/\d+\s+Lewat/),
      expect.stringMatching(/\d+\s+Mendekati/),
      expect.stringMatching(/\d+\s+Aman/),
    ]);
    expect(await faults(".sla-ubin")).toEqual([]);
    await keepScreenshot(page, "cockpit-dasbor");
    await page.getByRole("link", { name: "SLA", exact: true }).click();
    await baris().first().waitFor();
  });
});

describe("the page SLA", () => {
  test("finds a request by its number and says where it stands", async () => {
    await cari(permohonan.nomor);
    const teks = await baris().textContent();
    for (const kata of [permohonan.nomor, "Biro Keuangan", "4. ", "Tim Pengelola LPSE", "Belum diambil", "sisa "]) {
      expect(teks).toContain(kata);
    }
    expect(await faults(".sla-halaman")).toEqual([]);
  });

  test("narrows by lane and by status, and says so when nothing is left", async () => {
    await page.getByLabel("Pelaksana", { exact: true }).selectOption({ label: "Kepala UKPBJ" });
    await page.getByText("Tidak ada langkah yang cocok dengan saringan ini.").waitFor();
    await page.getByRole("button", { name: "Hapus saringan" }).click();
    await page.getByRole("button", { name: /Aman/ }).click();
    await cari(permohonan.nomor);
    expect(await page.getByRole("link", { name: "Unduh XLSX" }).getAttribute("href")).toBe(
      `/api/sla/langkah.xlsx?status=aman&cari=${permohonan.nomor}`,
    );
  });

  test("hands a task on, by keyboard, and says at the field what is missing", async () => {
    await baris().focus();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog", { name: `Alihkan tugas ${permohonan.nomor}` });
    await dialog.getByRole("button", { name: "Alihkan" }).click();
    await dialog.getByText("Pilih pegawai yang akan mengerjakan.").waitFor();
    expect(await faults("dialog")).toEqual([]);
    await keepScreenshot(page, "cockpit-alihkan");
    await dialog.getByLabel("Kepada").selectOption({ label: "Maya Anggraini" });
    await dialog.getByRole("button", { name: "Alihkan" }).click();
    await dialog.waitFor({ state: "detached" });
    await baris().filter({ hasText: "Maya Anggraini" }).waitFor();
  });

  test("asks for an extension's reason, shows what the server refuses, and says until when it is extended", async () => {
    const jawaban = [
      { status: 409, json: { kode: "LANGKAH_TIDAK_BERJALAN", detail: "Langkah ini sudah selesai." } },
      { status: 200, json: { tenggat: "2026-12-01T03:00:00.000Z" } },
    ];
    const dikirim: unknown[] = [];
    await page.route("**/perpanjang", async (route) => {
      dikirim.push(route.request().postDataJSON());
      await route.fulfill(jawaban.shift() ?? { status: 500 });
    });
    await page.getByRole("button", { name: `Perpanjang tenggat ${permohonan.nomor}` }).click();
    const dialog = page.getByRole("dialog", { name: `Perpanjang tenggat ${permohonan.nomor}` });
    await dialog.getByText(/^Tenggat menjadi/).waitFor();
    const simpan = dialog.getByRole("button", { name: "Perpanjang" });
    await simpan.click();
    await dialog.getByText("Tuliskan alasannya, paling sedikit 10 huruf.").waitFor();
    expect(await faults("dialog")).toEqual([]);
    await dialog.getByLabel("Alasan").fill("Menunggu SK pengangkatan");
    await simpan.click();
    await dialog.getByText("Langkah ini sudah selesai.").waitFor();
    await keepScreenshot(page, "cockpit-perpanjang");
    await simpan.click();
    await dialog.waitFor({ state: "detached" });
    await page.getByText(`Tenggat ${permohonan.nomor} diperpanjang sampai 1 Des 2026, 10.00 WIB.`).waitFor();
    expect(dikirim).toEqual(Array(2).fill({ tambah: "P1D", alasan: "Menunggu SK pengangkatan" }));
    await page.unroute("**/perpanjang");
  });

  test("opens the request with one click: eleven rows on a time line, a sheet of their own on paper", async () => {
    await page.getByRole("link", { name: `Buka permohonan ${permohonan.nomor}` }).click();
    const tab = page.locator(".sla-tab");
    await tab.getByText("Garis waktu SOP").waitFor();
    expect(await tab.locator("tbody tr").count()).toBe(11);
    expect(await faults(".sla-tab")).toEqual([]);
    await keepScreenshot(page, "cockpit-instans");
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    expect(await page.locator("body > .sla-cetakan tbody tr").count()).toBe(11);
    await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  });
});

describe("the diagram of the definition", () => {
  test("carries open counts and times on all eleven activities, and can be switched off", async () => {
    const [definisi] = await adminEngine().call("GET", "/process-definition", {
      query: { key: "reset-password-spse", latestVersion: true },
      schema: z.array(z.object({ id: z.string() })),
    });
    await page.goto(`${cockpit}#/process-definition/${definisi?.id}/runtime`);
    await page.locator("[data-langkah=verifikasi-permohonan]").waitFor({ state: "attached" });
    expect(await page.locator("[data-langkah]").count()).toBeGreaterThanOrEqual(11);
    expect(await page.locator("[data-langkah=verifikasi-permohonan]").textContent()).toMatch(/[1-9]\d* terbuka/);
    expect(await faults(".sla-panel")).toEqual([]);
    await keepScreenshot(page, "cockpit-diagram");
    await page.getByRole("checkbox", { name: "SLA pada diagram" }).uncheck();
    expect(await page.locator("[data-langkah]").count()).toBe(0);
    await page.getByRole("checkbox", { name: "SLA pada diagram" }).check();
  });
});

describe("5,000 open steps", () => {
  const diminta: string[] = [];

  test("exist on the page only as far as they are in sight, and are fetched by pages", async () => {
    await page.route("**/api/sla/langkah?*", (route) => {
      const nomor = new URL(route.request().url()).searchParams.get("halaman") ?? "1";
      diminta.push(nomor);
      const { diperbarui, langkah, ...isi } = halaman(Number(nomor), 5000);
      const iso = (saat: number) => new Date(saat).toISOString();
      const semua = langkah.map((l) => ({ ...l, mulai: iso(l.mulai), tenggat: iso(l.tenggat) }));
      return route.fulfill({ json: { ...isi, diperbarui: iso(diperbarui), langkah: semua } });
    });
    await page.evaluate(() => sessionStorage.clear());
    await page.goto(`${cockpit}#/sla`);
    await page.getByRole("status").filter({ hasText: "5.000 langkah" }).waitFor();
    await page.getByText("RP-2026-0000").waitFor();
    await baris().first().focus();
    await page.keyboard.press("End");
    await page.getByText("RP-2026-4999").waitFor();
    expect([...new Set(diminta)]).toEqual(["1", "50"]);
    expect(await baris().count()).toBeLessThan(60);
    await keepScreenshot(page, "cockpit-5000");
  });

  test("keep scroll, choice and focus over a refresh", async () => {
    const tempat = () =>
      page.evaluate(() => [
        document.querySelector(".sla-gulir")?.scrollTop,
        document.activeElement?.textContent?.includes("RP-2026-4999"),
        document.querySelector("[aria-selected=true]")?.textContent?.includes("RP-2026-4999"),
      ]);
    await page.keyboard.press("End");
    await page.locator("[aria-selected=true]", { hasText: "RP-2026-4999" }).waitFor();
    const sebelum = await tempat();
    const balasan = page.waitForResponse(/api\/sla\/langkah\?/);
    await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
    await balasan;
    expect(await tempat()).toEqual(sebelum);
    expect(sebelum).toEqual([expect.any(Number), true, true]);
  });

  test("an API that is away is said, with what was last known still there", async () => {
    await page.route("**/api/sla/langkah?*", (route) => route.abort());
    await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
    await page.getByRole("alert").filter({ hasText: "Server tidak dapat dijangkau" }).waitFor();
    expect(await baris().count()).toBeGreaterThan(0);
  });

  test("an ended session is said, with a way back in", async () => {
    await page.route("**/api/sla/langkah?*", (route) =>
      route.fulfill({ status: 401, json: { kode: "SESI_BERAKHIR" } }),
    );
    await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
    await page.getByRole("alert").filter({ hasText: "Sesi Anda berakhir" }).waitFor();
    expect(await page.getByRole("button", { name: "Masuk kembali" }).isVisible()).toBe(true);
    await page.unroute("**/api/sla/langkah?*");
  });

  test("are English where Cockpit is", async () => {
    await page.evaluate(() => localStorage.setItem("lpse-bahasa", "en"));
    await page.reload();
    await page.getByRole("heading", { name: "SLA: steps under way" }).waitFor();
    await baris().first().waitFor();
    expect(await faults(".sla-halaman")).toEqual([]);
    await keepScreenshot(page, "cockpit-sla-en");
  });
});

test("no page failed with a script error", () => expect(errors).toEqual([]));
