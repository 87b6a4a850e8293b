/** One request on every actor's screen, and the ways out by hand, photographed for docs/user-guide.md. */
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import pg from "pg";
import type { Browser, Page } from "playwright-core";
import { z } from "zod";
import { letterPdf } from "../../scripts/drive/surat-contoh.js";
import type { NamaFormulir } from "../../src/proses/tugas.js";
import type { Akun } from "../../src/proses/variabel.js";
import { openBrowser } from "../support/browser.js";
import { hariIni, kerjakan, type Orang, type Permohonan, selesai, sebagai as sesi, tugasDi } from "./setup/lakon.js";
import {
  bukaTugas,
  diHalaman,
  kirimFormulir,
  nomorSurat,
  type Potret,
  pegawai,
  pejabat,
  picturesOf,
  sampaiReset,
  suratKeputusan,
  suratPermohonan,
  taken,
  terkirim,
} from "./setup/pictures.js";
import { adminEngine, testSystem } from "./setup/system.js";

const { addresses, secrets } = testSystem();
const SATKER = "Biro Keuangan";
const BALAI = "Balai Terpencil";
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const sebagai = (orang: Orang, kerja: (page: Page, ambil: Potret) => Promise<void>) =>
  diHalaman(browser, pegawai(orang), kerja);
const pdf = (name: string, isi: Uint8Array) => ({ name, mimeType: "application/pdf", buffer: Buffer.from(isi) });
const pilih = (page: Page, nama: string, nilai: string) => page.locator(`input[name=${nama}][value=${nilai}]`).check();

/** The step's task, taken by this person in Tasklist. */
async function diTugas(
  orang: Orang,
  permohonan: Permohonan,
  langkah: NamaFormulir,
  kerja: (page: Page, ambil: Potret) => Promise<void>,
): Promise<void> {
  const { id, assignee } = await tugasDi(orang, permohonan, langkah);
  if (assignee === null) await (await sesi(orang)).klaim(id);
  await sebagai(orang, async (page, ambil) => {
    await bukaTugas(page, id);
    await kerja(page, ambil);
  });
}

test("whoever is not signed in reads what this is, and signs in", async () => {
  await diHalaman(browser, undefined, async (page, ambil) => {
    await page.goto("/");
    await page.getByRole("heading", { name: "Reset password akun SPSE" }).waitFor();
    await ambil("awal-tamu");
    await page.getByRole("link", { name: "Masuk" }).first().click();
    await page.locator("input[type=password]").waitFor();
    await page.locator("input[type=text]").first().fill("dewi");
    await ambil("awal-masuk");
  });
});

describe("a request goes through all hands", () => {
  const nomor = nomorSurat();
  const akun = ["Budi Santoso", "Siti Rahmawati", "Agus Wijaya"].map((nama) => pejabat(nama));
  let permohonan: Permohonan;

  test("the clerk of the Satuan Kerja fills it in, looks it over and sends it", async () => {
    await sebagai("dewi", async (page, ambil) => {
      await page.goto("/camunda/app/tasklist/default/#/?processStart=reset-password-spse");
      await page.getByLabel("Nomor surat").waitFor();
      await page.getByRole("button", { name: "Mulai", exact: true }).click();
      await page.getByText("Nomor surat wajib diisi.").waitFor();
      await ambil("satker-isian-belum-lengkap");
      await isi(page, akun);
      await ambil("satker-isian-permohonan");
      await page.getByRole("button", { name: "Mulai", exact: true }).click();
      await page.getByLabel("Nomor surat").waitFor({ state: "detached" });
    });
    permohonan = await dimulai(nomor);
    await diTugas("dewi", permohonan, "kirim-permohonan", async (page, ambil) => {
      await pilih(page, "keputusanPemohon", "kirim");
      await ambil("satker-kirim-permohonan", page.locator(".rp-keputusan"));
      await kirimFormulir(page);
    });
  });

  async function isi(page: Page, daftar: readonly Akun[]): Promise<void> {
    await page.getByLabel("Nomor surat").fill(nomor);
    await page.getByLabel("Tanggal surat").fill(hariIni());
    const berkas = page.locator("input[type=file]");
    await berkas.nth(0).setInputFiles(pdf("surat-permohonan.pdf", suratPermohonan(SATKER, nomor, daftar)));
    await berkas.nth(1).setInputFiles(pdf("surat-keputusan.pdf", suratKeputusan(daftar)));
    for (const [i, a] of daftar.entries()) {
      if (i > 0) await page.getByRole("button", { name: "Tambah akun" }).click();
      await page.getByLabel("Nama", { exact: true }).nth(i).fill(a.nama);
      await page.getByLabel("NIP", { exact: true }).nth(i).fill(a.nip);
      await page.getByLabel("Peran").nth(i).selectOption(a.peran);
      await page.getByLabel("Alamat e-Pesan").nth(i).fill(a.epesan);
    }
    await page.getByText("surat-keputusan.pdf").waitFor();
  }

  test("the Kepala UKPBJ finds it in the list and passes it on", async () => {
    await sebagai("hendra", async (page, ambil) => {
      await page.goto("/camunda/app/tasklist/default/");
      const tugas = page.locator("li.task").filter({ hasText: permohonan.nomor });
      await tugas.waitFor();
      // The words of dates are Indonesian, too.
      expect(await tugas.textContent()).toContain("yang lalu");
      await ambil("awal-daftar-tugas");
    });
    await diTugas("hendra", permohonan, "disposisi-permohonan", async (page, ambil) => {
      await pilih(page, "keputusanDisposisi", "disposisi");
      await page.getByLabel("Catatan disposisi").fill("Mohon ditindaklanjuti sesuai ketentuan.");
      await ambil("ukpbj-disposisi", page.locator(".rp-keputusan"));
      await kirimFormulir(page);
    });
  });

  test("the Kepala LPSE orders the reset, the Tim holds the letter against each account", async () => {
    await diTugas("ratna", permohonan, "perintah-reset", async (page, ambil) => {
      await pilih(page, "keputusanPerintah", "perintahkan");
      await ambil("lpse-perintah-reset", page.locator(".rp-keputusan"));
      await kirimFormulir(page);
    });
    await diTugas("andi", permohonan, "verifikasi-permohonan", async (page, ambil) => {
      await pilih(page, "keputusanVerifikasi", "lengkap");
      const agus = page.locator(".rp-periksa-butir").filter({ hasText: "Agus Wijaya" });
      await agus.locator("input[type=checkbox]").first().uncheck();
      await agus.getByLabel("Alasan dicoret").fill("Sudah tidak menjabat PPK menurut SK terlampir.");
      await ambil("tim-periksa-akun");
      await kirimFormulir(page);
    });
  });

  test("the Kepala LPSE corrects the draft, the Kepala UKPBJ signs it electronically", async () => {
    await diTugas("ratna", permohonan, "koreksi-draf", async (page, ambil) => {
      await ambil("lpse-koreksi-draf", page.locator(".rp-kolom-dokumen canvas").first());
      await pilih(page, "keputusanKoreksi", "koreksi");
      await ambil("lpse-koreksi-kalimat", page.getByLabel("Isi", { exact: true }));
      await pilih(page, "keputusanKoreksi", "setuju");
      await kirimFormulir(page);
    });
    await diTugas("hendra", permohonan, "tanda-tangan-surat", async (page, ambil) => {
      await pilih(page, "keputusanTandaTangan", "tandaTangan");
      const sandi = page.getByLabel("Passphrase tanda tangan elektronik");
      await sandi.waitFor();
      await ambil("ukpbj-tanda-tangan", sandi);
      await sandi.fill(secrets.DEMO_PASSPHRASE);
      await page.getByRole("button", { name: "Tandatangani sekarang" }).click();
      await page.getByText("Surat sudah ditandatangani").waitFor();
      await ambil("ukpbj-sudah-ditandatangani", page.getByText("Tanda tangan sah"));
      await kirimFormulir(page);
    });
    expect(await selesai(permohonan)).toEqual(["akhir-surat-terkirim"]);
  });

  test("the Satuan Kerja sees where it stands, and everybody can verify the letter", async () => {
    await sebagai("dewi", async (page, ambil) => {
      await page.goto("/");
      await page.getByRole("link", { name: permohonan.nomor }).waitFor();
      await ambil("awal-beranda");
      await page.goto(`/#/permohonan/${permohonan.nomor}`);
      await page.getByRole("heading", { name: permohonan.nomor }).waitFor();
      await ambil("satker-rincian");
    });
    const db = new pg.Client({ connectionString: addresses.database });
    await db.connect();
    const { rows } = await db.query("select id from tanda_tangan where nomor_permohonan = $1", [permohonan.nomor]);
    await db.end();
    await diHalaman(browser, undefined, async (page, ambil) => {
      await page.goto(`/verifikasi/${rows[0].id}`);
      await page.getByLabel("Berkas surat").waitFor();
      await ambil("satker-verifikasi-surat");
    });
  });
});

describe("what does not go as planned", () => {
  test("a returned request says what is to be corrected; one under way can be withdrawn", async () => {
    const permohonan = await terkirim("rudi", "Pusat Data dan Informasi", [pejabat("Citra Lestari")]);
    await sebagai("rudi", async (page, ambil) => {
      await page.goto(`/#/permohonan/${permohonan.nomor}`);
      await page.getByRole("button", { name: "Tarik permohonan" }).click();
      await page.getByLabel("Alasan penarikan").fill("Password sudah ditemukan kembali oleh yang bersangkutan.");
      await ambil("satker-tarik");
    });
    await kerjakan("hendra", permohonan, "disposisi-permohonan", {
      keputusanDisposisi: "kembalikan",
      alasan: "Surat belum ditandatangani Kepala Satuan Kerja.",
    });
    await diTugas("rudi", permohonan, "kirim-permohonan", (_page, ambil) => ambil("satker-dikembalikan"));
    await kerjakan("rudi", permohonan, "kirim-permohonan", { keputusanPemohon: "tarik", alasan: "Diajukan ulang." });
  });

  test("accounts that SPSE or e-Pesan refuse come to the Tim, each as a task of its own", async () => {
    const akun = [
      pejabat("Endang Sulastri", { nip: "198203062010042090", userId: "ENDANG.S" }),
      pejabat("Sri Wahyuni"),
      pejabat("Maria Ulfah", { epesan: "maria.ulfah@balai.example" }),
    ];
    const permohonan = await terkirim("tono", BALAI, akun);
    await sampaiReset(permohonan, akun);
    await diTugas("andi", permohonan, "perbaiki-akun", async (page, ambil) => {
      await pilih(page, "keputusanPerbaikan", "diperbaiki");
      await ambil("tim-perbaiki-akun", page.locator(".rp-keputusan"));
      await pilih(page, "keputusanPerbaikan", "gagal");
      await page.getByLabel("Alasan").fill("Belum terdaftar di SPSE.");
      await kirimFormulir(page);
    });
    await diTugas("andi", permohonan, "reset-manual", async (page, ambil) => {
      await ambil("tim-reset-manual", page.getByRole("button", { name: "Tampilkan sekali" }));
    });
    await diTugas("andi", permohonan, "sampaikan-kredensial", async (page, ambil) => {
      await ambil("tim-sampaikan-kredensial", page.getByRole("button", { name: "Tampilkan sekali" }));
    });
    await kerjakan("andi", permohonan, "reset-manual", { keputusanResetManual: "gagal", alasan: "Akun nonaktif." });
    await kerjakan("andi", permohonan, "sampaikan-kredensial", {
      keputusanSampaikan: "gagal",
      alasan: "Yang bersangkutan tidak dapat ditemui.",
    });
    await kerjakan("ratna", permohonan, "koreksi-draf", { keputusanKoreksi: "setuju" });
    await unggahSurat(permohonan);
    await diTugas("andi", permohonan, "kirim-surat-manual", (_page, ambil) => ambil("tim-kirim-surat-manual"));
    await kerjakan("andi", permohonan, "kirim-surat-manual", { catatan: "Diantar kurir, diterima tata usaha." });
    expect(await selesai(permohonan)).toEqual(["akhir-surat-terkirim"]);
  });

  /** Step 9 with a scan: what the gateway finds in it has to be read. */
  const unggahSurat = (permohonan: Permohonan) =>
    diTugas("hendra", permohonan, "tanda-tangan-surat", async (page, ambil) => {
      await pilih(page, "keputusanTandaTangan", "tandaTangan");
      await page.getByLabel("Unggah surat bertanda tangan").check();
      await page
        .locator("input[type=file]")
        .setInputFiles(pdf("surat-bertanda-tangan.pdf", letterPdf(["Surat Pemberitahuan", permohonan.nomor])));
      const dibaca = page.getByLabel("Saya sudah memeriksa");
      await dibaca.check();
      await ambil("ukpbj-unggah-surat", page.getByText("Berkas ini berupa pindaian"));
      await kirimFormulir(page);
    });

  test("a refusal that e-Pesan cannot deliver is told by the Tim", async () => {
    const permohonan = await terkirim("tono", BALAI, [pejabat("Ni Luh Ayu Pratiwi")]);
    await kerjakan("hendra", permohonan, "disposisi-permohonan", {
      keputusanDisposisi: "tolak",
      alasan: "Akun dimaksud dikelola UKPBJ lain.",
    });
    await diTugas("andi", permohonan, "sampaikan-penolakan", (_page, ambil) => ambil("tim-sampaikan-penolakan"));
    await kerjakan("andi", permohonan, "sampaikan-penolakan", { catatan: "Lewat telepon kepada Tono." });
  });
});

test("every picture of the user guide was taken anew", () => {
  const shown = picturesOf("awal", "satker", "ukpbj", "lpse", "tim");
  expect(shown.filter((name) => !taken.has(name))).toEqual([]);
});

async function dimulai(nomorSuratPermohonan: string): Promise<Permohonan> {
  const [ada] = await adminEngine().call("GET", "/process-instance", {
    query: { variables: `nomorSuratPermohonan_eq_${nomorSuratPermohonan}` },
    schema: z.array(z.object({ id: z.string(), businessKey: z.string() })),
  });
  if (!ada) throw new Error("no request was started");
  return { nomor: ada.businessKey, instans: ada.id };
}
