/** The happy path by hand: every actor logs in to Tasklist in a real browser and completes the step's form. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { Browser, Page } from "playwright-core";
import { z } from "zod";
import { letterPdf } from "../../scripts/drive/surat-contoh.js";
import { keepScreenshot, openBrowser, openPage } from "../support/browser.js";
import { hariIni, type Orang, type Permohonan, selesai, status } from "./setup/lakon.js";
import { type AkunUji, akunDiSpse, cocok, kataSandiDari, kotakMasuk } from "./setup/simulator.js";
import { adminEngine, testSystem } from "./setup/system.js";

const { addresses, secrets } = testSystem();
const nomorSurat = `B/7/${randomUUID().slice(0, 8)}/11/2026`;
const pdf = (name: string) => ({
  name,
  mimeType: "application/pdf",
  buffer: Buffer.from(letterPdf([name, nomorSurat])),
});
const Instances = z.array(z.object({ id: z.string(), businessKey: z.string() }));

let browser: Browser;
let akun: AkunUji[];
let permohonan: Permohonan;
const failures: string[] = [];

beforeAll(async () => {
  browser = await openBrowser();
  akun = await akunDiSpse(2);
});
afterAll(() => browser.close());

/** Signs in at Tasklist with name and password; works with the page; signs nothing out: the context is thrown away. */
async function diTasklist(orang: Orang, work: (page: Page) => Promise<void>): Promise<void> {
  const { page, errors } = await openPage(browser);
  try {
    await page.goto(`${addresses.gateway}/camunda/app/tasklist/default/`);
    await page.locator("input[type=text]").first().fill(orang);
    await page.locator("input[type=password]").fill(secrets.DEMO_PASSWORD);
    await page.locator("button[type=submit]").click();
    await page
      .getByRole("link", { name: orang === "dewi" ? "Mulai proses" : "Tugas unit saya" })
      .first()
      .waitFor();
    await work(page);
  } catch (error) {
    await keepScreenshot(page, `gagal-${orang}`);
    throw error;
  } finally {
    failures.push(...errors);
    await page.context().close();
  }
}

/** Opens the request's task in the unit's list, takes it where nobody has, answers its form, and completes it. */
async function kerjakanTugas(page: Page, name: string, answer: (form: Page) => Promise<void>): Promise<void> {
  await page.goto(`${addresses.gateway}/camunda/app/tasklist/default/#/?task=${await idTugas()}`);
  await page.locator(".rp-formulir h2, .rp-formulir h3").first().waitFor();
  const claim = page.getByText("Klaim tugas", { exact: true });
  if (await claim.isVisible()) await claim.click();
  await answer(page);
  await keepScreenshot(page, name);
  await page.getByRole("button", { name: "Selesaikan" }).click();
  await page.locator(".rp-formulir").waitFor({ state: "detached" });
}

async function idTugas(): Promise<string> {
  const [task] = await adminEngine().call("GET", "/task", {
    query: { processInstanceId: permohonan.instans },
    schema: z.array(z.object({ id: z.string() })),
  });
  if (!task) throw new Error("no task is open");
  return task.id;
}

const pilih = (name: string, value: string) => (page: Page) =>
  page.locator(`input[name=${name}][value=${value}]`).check();

describe("the happy path in Tasklist", () => {
  test("a clerk of the Satker starts a request and sees at the field what is missing", async () => {
    await diTasklist("dewi", async (page) => {
      await page.getByText("Mulai proses").first().click();
      await page.getByRole("link", { name: "Reset Password Akun SPSE" }).click();
      await page.getByLabel("Nomor surat").waitFor();
      await page.getByRole("button", { name: "Mulai", exact: true }).click();
      await page.getByText("Nomor surat wajib diisi.").waitFor();
      await keepScreenshot(page, "00-isian-belum-lengkap");
      await page.getByLabel("Nomor surat").fill(nomorSurat);
      await page.getByLabel("Tanggal surat").fill(hariIni());
      await page.locator("input[type=file]").nth(0).setInputFiles(pdf("surat-permohonan.pdf"));
      await page.locator("input[type=file]").nth(1).setInputFiles(pdf("sk-ppk.pdf"));
      for (const [i, a] of akun.entries()) {
        if (i > 0) await page.getByRole("button", { name: "Tambah akun" }).click();
        await page.getByLabel("Nama", { exact: true }).nth(i).fill(a.nama);
        await page.getByLabel("NIP", { exact: true }).nth(i).fill(a.nip);
        await page.getByLabel("Peran").nth(i).selectOption(a.peran);
        await page.getByLabel("Alamat e-Pesan").nth(i).fill(a.epesan);
      }
      await page.getByText("sk-ppk.pdf").waitFor();
      await keepScreenshot(page, "01-permohonan-diajukan");
      await page.getByRole("button", { name: "Mulai", exact: true }).click();
      await page.getByLabel("Nomor surat").waitFor({ state: "detached" });
    });
    const [started] = await adminEngine().call("GET", "/process-instance", {
      query: { variables: `nomorSuratPermohonan_eq_${nomorSurat}` },
      schema: Instances,
    });
    if (!started) throw new Error("no request was started");
    permohonan = { nomor: started.businessKey, instans: started.id };
  });

  test("every actor completes the step's form", async () => {
    await diTasklist("dewi", (page) => kerjakanTugas(page, "02-kirim-permohonan", pilih("keputusanPemohon", "kirim")));
    await diTasklist("hendra", (page) =>
      kerjakanTugas(page, "03-disposisi-permohonan", pilih("keputusanDisposisi", "disposisi")),
    );
    await diTasklist("ratna", (page) =>
      kerjakanTugas(page, "04-perintah-reset", pilih("keputusanPerintah", "perintahkan")),
    );
    await diTasklist("andi", (page) =>
      kerjakanTugas(page, "05-verifikasi-permohonan", pilih("keputusanVerifikasi", "lengkap")),
    );
    const { tugasDi } = await import("./setup/lakon.js");
    await tugasDi("ratna", permohonan, "koreksi-draf");
    await diTasklist("ratna", (page) => kerjakanTugas(page, "06-koreksi-draf", pilih("keputusanKoreksi", "setuju")));
    await diTasklist("hendra", (page) =>
      kerjakanTugas(page, "07-tanda-tangan-surat", async (form) => {
        await pilih("keputusanTandaTangan", "tandaTangan")(form);
        await form.getByLabel("Unggah surat bertanda tangan").check();
        await form.locator("input[type=file]").setInputFiles(pdf("surat-bertanda-tangan.pdf"));
        await form.getByText("Berkas ini berupa pindaian").waitFor();
        await form.getByLabel("Saya sudah memeriksa").check();
      }),
    );
    expect(await selesai(permohonan)).toEqual(["akhir-surat-terkirim"]);
  });

  test("the officers have their passwords, and the Satker sees the eleven steps done", async () => {
    for (const { epesan, userId } of akun) {
      const [pesan] = await kotakMasuk(epesan);
      expect(await cocok(userId, kataSandiDari(pesan))).toBe(true);
    }
    const { langkah } = await status("dewi", permohonan);
    expect(langkah.every((l) => l.keadaan === "selesai")).toBe(true);
  });

  test("no page failed with a script error", () => expect(failures).toEqual([]));
});
