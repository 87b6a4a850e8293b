/** What the pictures of docs/ show: people with names, letters with a letterhead, and pages opened as one of the staff. */
import { randomInt, randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import type { Browser, Locator, Page } from "playwright-core";
import { z } from "zod";
import { letterPdf } from "../../../scripts/drive/surat-contoh.js";
import { Akun } from "../../../src/proses/variabel.js";
import { keepScreenshot } from "../../support/browser.js";
import { potret, UKURAN_POTRET } from "../../support/potret.js";
import { masukHalaman } from "./halaman.js";
import { hariIni, kerjakan, type Orang, type Permohonan, sebagai } from "./lakon.js";
import { testSystem } from "./system.js";

const { addresses, secrets } = testSystem();
/** Some accounts of the simulator have roles that are no case for this SOP. */
const AkunSpse = Akun.pick({ nama: true, nip: true }).extend({ userId: z.string(), peran: z.string() });
const diSpse = z.array(AkunSpse).parse(JSON.parse(readFileSync("simulators/spse/akun.json", "utf8")));

/** An account as its Satuan Kerja asks for it, by a name that the SPSE simulator has. */
export function pejabat(nama: string, ubah: Partial<Akun> = {}): Akun {
  const ada = diSpse.find((a) => a.nama === nama);
  if (!ada) throw new Error(`SPSE has no ${nama}`);
  const { nip, userId } = ada;
  const peran = Akun.shape.peran.parse(ada.peran);
  const epesan = `${nama.toLowerCase().replaceAll(" ", ".")}@kemenperin.go.id`;
  return { id: randomUUID(), nama, nip, peran, userId, epesan, ...ubah };
}

/** A letter's number as a Satuan Kerja writes it; another one each time. */
export const nomorSurat = () => `B/${randomInt(100, 10_000)}/SJ.2/PL.02/11/2026`;

/** The Satuan Kerja's letter. */
export const suratPermohonan = (satker: string, nomor: string, akun: readonly Akun[]) =>
  letterPdf([
    "KEMENTERIAN PERINDUSTRIAN REPUBLIK INDONESIA",
    satker.toUpperCase(),
    "",
    `Nomor : ${nomor}`,
    "Sifat  : Biasa",
    "Hal     : Permohonan Reset Password Akun SPSE",
    "",
    "Yth. Kepala UKPBJ",
    "",
    "Bersama ini kami mohon reset password akun SPSE atas nama:",
    "",
    ...akun.map(({ nama, nip, peran }, i) => `${i + 1}. ${nama}, NIP ${nip}, ${peran}`),
    "",
    "Atas perhatian dan kerja samanya kami ucapkan terima kasih.",
    "",
    `Kepala ${satker}`,
    "",
    "(ditandatangani)",
  ]);

/** The decree that makes somebody PPK or Pejabat Pengadaan. */
export const suratKeputusan = (akun: readonly Akun[]) =>
  letterPdf([
    "KEPUTUSAN KUASA PENGGUNA ANGGARAN",
    "tentang Penetapan PPK dan Pejabat Pengadaan",
    "",
    ...akun.map(({ nama, peran }, i) => `${i + 1}. ${nama}: ${peran}`),
  ]);

/** A new request, sent: it stands in step 2. */
export async function terkirim(orang: Orang, satker: string, akun: readonly Akun[]): Promise<Permohonan> {
  const pemohon = await sebagai(orang);
  const nomor = nomorSurat();
  const isi = {
    nomorSuratPermohonan: nomor,
    tanggalSuratPermohonan: hariIni(),
    suratPermohonan: await pemohon.unggah("surat-permohonan.pdf", suratPermohonan(satker, nomor, akun)),
    lampiran: [await pemohon.unggah("surat-keputusan.pdf", suratKeputusan(akun))],
    akun: [...akun],
  };
  const permohonan = await pemohon.mulai(isi);
  await kerjakan(orang, permohonan, "kirim-permohonan", { keputusanPemohon: "kirim", ...isi });
  return permohonan;
}

/** Steps 2 to 4, all accounts approved. */
export async function sampaiReset(permohonan: Permohonan, akun: readonly Akun[]): Promise<void> {
  await kerjakan("hendra", permohonan, "disposisi-permohonan", { keputusanDisposisi: "disposisi" });
  await kerjakan("ratna", permohonan, "perintah-reset", { keputusanPerintah: "perintahkan" });
  await kerjakan("andi", permohonan, "verifikasi-permohonan", {
    keputusanVerifikasi: "lengkap",
    akunDisetujui: akun,
    akunDicoret: [],
  });
}

/** What no picture may show. */
const RAHASIA = Object.values(secrets);

/** Names of the pictures that this test file has taken. */
export const taken = new Set<string>();

/** Names of the pictures in docs/gambar that begin with one of these words. */
export const picturesOf = (...words: readonly string[]): string[] =>
  readdirSync("docs/gambar")
    .map((file) => file.replace(/\.png$/, ""))
    .filter((name) => words.includes(name.split("-")[0] ?? ""))
    .sort();

/** Takes a picture of the page, with `tengah` scrolled to its middle. */
export type Potret = (nama: string, tengah?: Locator) => Promise<void>;

/** A page of the pictures' size, with somebody signed in as the web apps do it but without drawing one of them. */
export async function diHalaman(
  browser: Browser,
  siapa: { readonly id: string; readonly sandi: string } | undefined,
  kerja: (page: Page, ambil: Potret) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext({
    viewport: UKURAN_POTRET,
    locale: "id-ID",
    timezoneId: "Asia/Jakarta",
    baseURL: addresses.gateway,
  });
  // As on a server: no simulators among the links.
  await context.route("**/api/info", async (route) => {
    const balasan = await route.fetch();
    await route.fulfill({ response: balasan, json: { ...(await balasan.json()), demo: false, simulator: null } });
  });
  const page = await context.newPage();
  const galat: string[] = [];
  page.on("pageerror", (error) => galat.push(error.message));
  try {
    if (siapa) await masukHalaman(page, siapa.id, siapa.sandi);
    await kerja(page, async (nama, tengah) => {
      await tengah?.evaluate((elemen) => elemen.scrollIntoView({ block: "center" }));
      await potret(page, nama, RAHASIA);
      taken.add(nama);
    });
  } catch (error) {
    await keepScreenshot(page, `failed-picture-${siapa?.id ?? "tamu"}`);
    throw error;
  } finally {
    await context.close();
  }
  if (galat.length > 0) throw new Error(`the page of ${siapa?.id} failed: ${galat.join("; ")}`);
}

/** As one of the demo accounts. */
export const pegawai = (id: Orang) => ({ id, sandi: secrets.DEMO_PASSWORD });
/** As the administrator. */
export const pengelola = () => ({ id: "admin", sandi: secrets.ENGINE_ADMIN_PASSWORD });

/** Opens a task in Tasklist, its documents drawn. */
export async function bukaTugas(page: Page, idTugas: string): Promise<void> {
  await page.goto(`/camunda/app/tasklist/default/#/?task=${idTugas}`);
  await page.locator(".rp-formulir h2, .rp-formulir h3").first().waitFor();
  const dokumen = page.locator(".rp-kolom-dokumen");
  if ((await dokumen.count()) > 0) await dokumen.locator("canvas").first().waitFor();
}

/** Sends the form that is open. */
export async function kirimFormulir(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Selesaikan" }).click();
  await page.locator(".rp-formulir").waitFor({ state: "detached" });
}
