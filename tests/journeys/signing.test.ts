/** Step 9 signed electronically in Tasklist, the letter looked at by other people's tools, and its verification page. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import pg from "pg";
import type { Browser, Page } from "playwright-core";
import { z } from "zod";
import { Dokumen } from "../../src/proses/variabel.js";
import { bukaP12 } from "../../src/tanda-tangan/p12.js";
import { tandaTanganiPdf } from "../../src/tanda-tangan/pades.js";
import { pdfa2b, pdfsig, pyhanko, siapkanAlat } from "../support/alat-pdf.js";
import { keepScreenshot, openBrowser, openPage } from "../support/browser.js";
import { buatPenerbit } from "../support/kunci-uji.js";
import { kerjakan, type Permohonan, sampaiVerifikasi, sebagai, selesai, tugasDi } from "./setup/lakon.js";
import { akunDiSpse } from "./setup/simulator.js";
import { testSystem } from "./setup/system.js";

const { addresses, secrets } = testSystem();
const folder = mkdtempSync(join(tmpdir(), "uji-tanda-tangan-"));
const Surat = z.object({ drafSurat: Dokumen, suratDitandatangani: Dokumen, nomorSurat: z.string() });

let browser: Browser;
let permohonan: Permohonan;
beforeAll(async () => {
  siapkanAlat();
  browser = await openBrowser();
  permohonan = await sampaiVerifikasi("dewi", await akunDiSpse(1));
  await kerjakan("ratna", permohonan, "koreksi-draf", { keputusanKoreksi: "setuju" });
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await browser.close();
});

async function bukaTugas(page: Page): Promise<void> {
  const tugas = await tugasDi("hendra", permohonan, "tanda-tangan-surat");
  await page.goto(`${addresses.gateway}/camunda/app/tasklist/default/#/?task=${tugas.id}`);
  await page.locator("input[type=text]").first().fill("hendra");
  await page.locator("input[type=password]").fill(secrets.DEMO_PASSWORD);
  await page.locator("button[type=submit]").click();
  await page.getByRole("link", { name: "Tugas unit saya" }).first().waitFor();
  await page.goto(`${addresses.gateway}/camunda/app/tasklist/default/#/?task=${tugas.id}`);
  await page.getByText("Klaim tugas", { exact: true }).click();
  await page.locator("input[name=keputusanTandaTangan][value=tandaTangan]").check();
}

let dibaca: ReturnType<typeof bacaSurat> | undefined;
/** Read once: while the tools below run, nothing else does, and idle connections are closed. */
const surat = () => {
  dibaca ??= bacaSurat();
  return dibaca;
};

async function bacaSurat() {
  const hendra = await sebagai("hendra");
  const { isi } = await hendra.panggil("GET", `/api/permohonan/${permohonan.nomor}`);
  const { drafSurat, suratDitandatangani, nomorSurat } = Surat.parse(isi);
  const simpan = async (nama: string, id: string) => {
    const berkas = join(folder, nama);
    writeFileSync(berkas, await hendra.unduh(id));
    return berkas;
  };
  return {
    nomorSurat,
    draf: await simpan("draf.pdf", drafSurat.id),
    jadi: await simpan("jadi.pdf", suratDitandatangani.id),
    sha256: suratDitandatangani.sha256,
  };
}

test("the Kepala UKPBJ signs with a passphrase in Tasklist; a wrong one is told", async () => {
  const { page, errors } = await openPage(browser);
  await bukaTugas(page);
  await page.getByText("BUKAN sertifikat BSrE").waitFor();
  const sandi = page.getByLabel("Passphrase tanda tangan elektronik");
  await sandi.fill("bukan passphrase ini");
  await sandi.press("Enter");
  await page.getByText("Passphrase salah").waitFor();
  await keepScreenshot(page, "20-passphrase-salah");
  await sandi.fill(secrets.DEMO_PASSPHRASE);
  await page.getByRole("button", { name: "Tandatangani sekarang" }).click();
  await page.getByText("Surat sudah ditandatangani").waitFor();
  await keepScreenshot(page, "21-ditandatangani");
  await page.getByRole("button", { name: "Selesaikan" }).click();
  await page.locator(".rp-formulir").waitFor({ state: "detached" });
  await page.context().close();
  expect(errors).toEqual([]);
  expect(await selesai(permohonan)).toEqual(["akhir-surat-terkirim"]);
});

describe("the signed letter", () => {
  test("is archived, and valid and whole for pdfsig and pyHanko, PDF/A-2b before and after for veraPDF", async () => {
    const { draf, jadi } = await surat();
    expect(pdfsig(jadi)).toMatchObject({ sah: 1, seluruhBerkas: true });
    expect(pyhanko(jadi)).toContain("covers the entire file");
    expect(pdfa2b([draf, jadi])).toEqual(["PASS", "PASS"]);
  });

  test("by the local signer holds for all three as well, with its root trusted", async () => {
    const { draf } = await surat();
    const penerbit = buatPenerbit();
    const { p12, passphrase } = penerbit.terbitkan("Hendra Gunawan");
    const letak = { halaman: 0, x: 300, y: 200, lebar: 200, tinggi: 50 };
    const isi = { nama: "Hendra Gunawan", saat: new Date(), alasan: "Uji", tempat: "Jakarta", letak };
    const lokal = join(folder, "lokal.pdf");
    const akar = join(folder, "akar.pem");
    writeFileSync(lokal, await tandaTanganiPdf(readFileSync(draf), bukaP12(p12, passphrase), isi));
    writeFileSync(akar, penerbit.pem);
    expect(pdfsig(lokal)).toMatchObject({ sah: 1, seluruhBerkas: true });
    expect(pyhanko(lokal, akar)).toContain("The signature is judged VALID");
    expect(pdfa2b([lokal])).toEqual(["PASS"]);
  });
});

test("whoever scans the QR code sees that it is genuine and not BSrE's, and checks a file without sending it", async () => {
  const { jadi, draf, nomorSurat, sha256 } = await surat();
  const { page, errors } = await openPage(browser);
  const dikirim: string[] = [];
  page.on("request", (r) => r.method() !== "GET" && dikirim.push(r.url()));
  const db = new pg.Client({ connectionString: addresses.database });
  await db.connect();
  const { rows } = await db.query("select id from tanda_tangan where sha256 = $1", [sha256]);
  await db.end();
  await page.goto(`${addresses.gateway}/verifikasi/${rows[0].id}`);
  await page.getByText("bukan dengan sertifikat BSrE").waitFor();
  await page.getByText(nomorSurat).waitFor();
  await page.getByLabel("Berkas surat").setInputFiles(jadi);
  await page.getByText("Berkas cocok").waitFor();
  await keepScreenshot(page, "22-verifikasi");
  await page.getByLabel("Berkas surat").setInputFiles(draf);
  await page.getByText("Berkas tidak cocok").waitFor();
  await page.goto(`${addresses.gateway}/verifikasi/0b6f0a58-6e0e-4d3a-9d55-0e4be1b2a111`);
  await page.getByText("Surat tidak dikenal").waitFor();
  await keepScreenshot(page, "23-tidak-dikenal");
  await page.context().close();
  expect(dikirim).toEqual([]);
  expect(errors).toEqual([]);
});
