/** The pictures of docs/: what a page shows, kept in tests/artefacts/pictures, never with a secret in it. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";

/** `npm run docs:screenshots` takes the pictures from here into docs/gambar. */
export const FOLDER_POTRET = "tests/artefacts/pictures";

/** Size of a picture's page in CSS pixels. */
export const UKURAN_POTRET = { width: 1280, height: 800 } as const;

/** Keeps what the page shows as `<nama>.png`; throws where a shown credential, a filled password or one of `rahasia` is on it. */
export async function potret(page: Page, nama: string, rahasia: readonly string[]): Promise<void> {
  const semula = page.viewportSize() ?? UKURAN_POTRET;
  if (semula.width !== UKURAN_POTRET.width) await page.setViewportSize(UKURAN_POTRET);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await tanpaRahasia(page, nama, rahasia);
  mkdirSync(FOLDER_POTRET, { recursive: true });
  await page.screenshot({ path: join(FOLDER_POTRET, `${nama}.png`), animations: "disabled" });
  if (semula.width !== UKURAN_POTRET.width) await page.setViewportSize(semula);
}

async function tanpaRahasia(page: Page, nama: string, rahasia: readonly string[]): Promise<void> {
  const isi = await page.evaluate(() => ({
    kredensial: document.querySelectorAll(".rp-rahasia").length,
    sandi: [...document.querySelectorAll<HTMLInputElement>("input[type=password]")].filter((m) => m.value !== "")
      .length,
    teks: document.documentElement.outerHTML,
  }));
  const bocor = isi.kredensial + isi.sandi > 0 || rahasia.some((r) => isi.teks.includes(r));
  if (bocor) throw new Error(`the picture ${nama} would show a secret`);
}
