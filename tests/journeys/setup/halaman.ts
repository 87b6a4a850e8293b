/** Pages of the product in a browser that is signed in already. */
import { readFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { z } from "zod";
import { keepScreenshot, openPage } from "../../support/browser.js";
import { testSystem } from "./system.js";

/** Signs in as the web apps do, without drawing one: the page's context keeps the cookies. */
export async function masukHalaman(
  page: Page,
  username: string,
  password: string = testSystem().secrets.DEMO_PASSWORD,
): Promise<void> {
  const { gateway } = testSystem().addresses;
  const token = async () => {
    await page.request.get(`${gateway}/camunda/app/tasklist/default/`);
    return (await page.context().cookies()).find(({ name }) => name === "XSRF-TOKEN")?.value ?? "";
  };
  const login = `${gateway}/camunda/api/admin/auth/user/default/login/tasklist`;
  const form = { username, password };
  const balasan = await page.request.post(login, { form, headers: { "x-xsrf-token": await token() } });
  if (!balasan.ok()) throw new Error(`${username} could not sign in: ${balasan.status()}`);
  await token();
}

/**
 * Pages of one test file: `diHalaman` runs work on a page of this person at an address of the gateway, and keeps a picture
 * where it fails; `galat` is what the pages' scripts failed with.
 */
export function halamanUji(browser: () => Browser, nama: string) {
  const galat: string[] = [];
  async function diHalaman(
    orang: string,
    alamat: string,
    kerja: (page: Page) => Promise<void>,
    sandi?: string,
  ): Promise<void> {
    const { page, errors } = await openPage(browser());
    try {
      await masukHalaman(page, orang, sandi);
      await page.goto(testSystem().addresses.gateway + alamat);
      await kerja(page);
    } catch (error) {
      await keepScreenshot(page, `gagal-${nama}-${orang}`);
      throw error;
    } finally {
      galat.push(...errors);
      await page.context().close();
    }
  }
  return { diHalaman, galat };
}

const Temuan = z.object({
  violations: z.array(z.object({ id: z.string(), nodes: z.array(z.object({ html: z.string() })) })),
});

/** What axe finds wrong with the page, of any weight; the drawing itself is bpmn-js's. */
export async function periksaAkses(page: Page): Promise<string[]> {
  await page.evaluate(readFileSync("node_modules/axe-core/axe.min.js", "utf8"));
  const temuan = await page.evaluate("axe.run({ exclude: [['.djs-container'], ['.bio-properties-panel-container']] })");
  return Temuan.parse(temuan).violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).join(" ")}`);
}

/** Drops a file on the modeler's page, as a person does from the desktop. */
export async function jatuhkan(page: Page, nama: string, isi: Buffer): Promise<void> {
  const data = await page.evaluateHandle(
    ([n = "", base64 = ""]) => {
      const d = new DataTransfer();
      d.items.add(new File([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))], n));
      return d;
    },
    [nama, isi.toString("base64")],
  );
  await page.dispatchEvent("main", "drop", { dataTransfer: data });
}
