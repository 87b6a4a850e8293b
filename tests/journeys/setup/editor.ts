/** The editor in a real browser, with an API in memory (scripts/drive/modeler-server.ts) behind the gateway's own headers. */
import { once } from "node:events";
import { expect } from "@jest/globals";
import type { Browser } from "playwright-core";
import { mulaiPeladen } from "../../../scripts/drive/modeler-server.js";
import { openPage } from "../../support/browser.js";

/** An empty page and a server with one draft to come; `tutup` ends both and fails where the page's scripts failed. */
export async function bukaEditor(browser: Browser, pilihan?: Parameters<typeof mulaiPeladen>[0]) {
  const peladen = await mulaiPeladen(pilihan);
  const { page, errors } = await openPage(browser);

  const tombol = (nama: string) => page.getByRole("button", { name: nama, exact: true });
  const baris = (id: string) => page.locator(`tr[data-id=${id}]`);
  const xml = (id = "d1"): string => peladen.draf.get(id)?.xml ?? "";
  /** Until the server holds what the test waits for; the page's own time limit ends it otherwise. */
  async function sampai(uji: () => boolean): Promise<void> {
    const batas = AbortSignal.timeout(20_000);
    while (!uji()) await once(peladen.peristiwa, "draf", { signal: batas });
  }
  async function bukaDraf(): Promise<void> {
    await page.goto(`${peladen.alamat}/modeler/`);
    await tombol("Ubah").click();
    await page.waitForSelector(".djs-palette");
    await baris("verifikasi-permohonan").waitFor();
  }
  async function isiWaktu(jumlah: string): Promise<void> {
    const isian = baris("verifikasi-permohonan").locator("input[type=number]");
    await isian.fill(jumlah);
    await isian.press("Tab");
  }
  async function tutup(): Promise<void> {
    await page.context().close();
    await peladen.tutup();
    expect(errors).toEqual([]);
  }
  return { page, peladen, tombol, baris, xml, sampai, bukaDraf, isiWaktu, tutup };
}
export type Editor = Awaited<ReturnType<typeof bukaEditor>>;
