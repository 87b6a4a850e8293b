/** The editor in a real browser, with an API in memory (scripts/drive/modeler-server.ts) behind the gateway's own headers. */
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import type { Browser, Page } from "playwright-core";
import { mulaiPeladen, type Peladen } from "../../scripts/drive/modeler-server.js";
import { bacaPdf, rapat, teksHalaman } from "../src/surat/pdf.js";
import { keepScreenshot, openBrowser, openPage } from "../support/browser.js";
import { makna } from "../web-modeler/semantik.js";
import { seretTugas, type TempatTugas, tempatTugas } from "../web-modeler/tugas.js";
import { jatuhkan } from "./setup/halaman.js";

const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
let browser: Browser;
let peladen: Peladen;
let page: Page;
let galat: string[];

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  peladen = await mulaiPeladen();
  ({ page, errors: galat } = await openPage(browser));
});
afterEach(async () => {
  await page.context().close();
  await peladen.tutup();
  expect(galat).toEqual([]);
});

const xml = (id = "d1"): string => peladen.draf.get(id)?.xml ?? "";
/** Until the server holds what the test waits for; the page's own time limit ends it otherwise. */
async function sampai(uji: () => boolean): Promise<void> {
  const batas = AbortSignal.timeout(20_000);
  while (!uji()) await once(peladen.peristiwa, "draf", { signal: batas });
}
const tombol = (nama: string) => page.getByRole("button", { name: nama, exact: true });
const baris = (id: string) => page.locator(`tr[data-id=${id}]`);

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

describe("editing a draft", () => {
  test("Waktu changes row, due date, reminder, timer and label in one step, and one undo takes all of it back", async () => {
    await bukaDraf();
    const semula = makna(xml());
    await isiWaktu("45");
    await sampai(() => xml().includes("sla.tenggat('PT45M')"));
    expect(xml()).toContain("sla.pengingat('PT45M')");
    expect(xml()).toMatch(/id="tenggat-langkah-4" name="45 menit"/);
    await tombol("Urungkan").click();
    await sampai(() => makna(xml()) === semula);
    expect(await tombol("Urungkan").isDisabled()).toBe(true);
  });

  test("no Waktu removes timer, due date and escalation; a new one brings them back as the pattern says", async () => {
    await bukaDraf();
    await isiWaktu("");
    await sampai(() => !xml().includes('id="tenggat-langkah-4"'));
    for (const sisa of ["lewat-tenggat-4", "TENGGAT_LANGKAH_4"]) expect(xml()).not.toContain(sisa);
    await page.getByRole("tab", { name: /Temuan/ }).click();
    await page.locator(".m-daftar-temuan").getByText("Baris SOP belum berisi Waktu.").waitFor();
    await page.getByRole("tab", { name: "Tabel SOP" }).click();
    await isiWaktu("2");
    await sampai(() => xml().includes('id="ke-lewat-tenggat-4"'));
    expect(xml()).toContain("TENGGAT_LANGKAH_4");
  });

  test("table, canvas and panel show the same row, and a text is edited in the table", async () => {
    await bukaDraf();
    await baris("disposisi-permohonan").click();
    await page.locator('[data-group-id="group-sop"] textarea').first().waitFor();
    expect(await page.locator('.djs-element.selected[data-element-id="disposisi-permohonan"]').count()).toBe(1);
    await page.locator('[data-element-id="perintah-reset"] .djs-hit').first().click();
    await expect(baris("perintah-reset").getAttribute("aria-current")).resolves.not.toBeNull();
    await baris("perintah-reset")
      .getByRole("button", { name: /^Output/ })
      .click();
    await page.locator("textarea.m-isian").fill("Perintah *reset*");
    await page.keyboard.press("Enter");
    await sampai(
      () => xml().includes('output="Perintah &lt;i&gt;reset&lt;/i&gt;"') || xml().includes("Perintah &#60;i&#62;reset"),
    );
  });

  test("a colleague's change of another part is joined, of the same part it is asked about", async () => {
    await bukaDraf();
    peladen.rekan("d1", (x) => x.replace('name="Disposisi permohonan"', 'name="Disposisi oleh Sri"'));
    await isiWaktu("35");
    await sampai(() => xml().includes("PT35M") && xml().includes("Disposisi oleh Sri"));
    peladen.rekan("d1", (x) => x.replace("PT35M", "PT99M"));
    await isiWaktu("36");
    await page.getByRole("dialog").getByText("Periksa surat dan akun").waitFor();
    await tombol("Milik saya").click();
    await sampai(() => xml().includes("PT36M") && !xml().includes("PT99M"));
  });

  test("with the server away the change stays in the browser, is said plainly, and comes back", async () => {
    await bukaDraf();
    peladen.keadaan.putus = true;
    await isiWaktu("50");
    await page.getByText(/disimpan di peramban ini/).waitFor();
    page.on("dialog", (d) => void d.accept());
    peladen.keadaan.putus = false;
    await page.reload();
    await page.getByText(/belum sampai ke server sudah dipulihkan/).waitFor();
    await sampai(() => xml().includes("PT50M"));
  });

  /** Chooses a building block and puts it into a lane, right of its middle where nothing stands. */
  async function taruhBlok(nama: string, lajur: string): Promise<void> {
    await page.locator(".rp-ikon-blok").click();
    await page.getByText(nama, { exact: true }).click();
    const { x, y } = await tengahLajur(lajur);
    await page.mouse.move(x, y, { steps: 5 });
    await page.mouse.click(x, y);
  }
  async function tengahLajur(lajur: string): Promise<{ x: number; y: number }> {
    const kotak = await page.locator(`[data-element-id="${lajur}"]`).first().boundingBox();
    if (!kotak) throw new Error(`no lane ${lajur}`);
    return { x: kotak.x + kotak.width * 0.6, y: kotak.y + kotak.height / 2 };
  }

  test("a topic from the palette brings its error events", async () => {
    await bukaDraf();
    await taruhBlok("e-Pesan kirim kredensial", "lane-kepala-ukpbj");
    await sampai(() => (xml().match(/camunda:topic="epesan-kirim-kredensial"/g) ?? []).length === 2);
    expect((xml().match(/errorRef="galat-epesan-tidak-tersedia"/g) ?? []).length).toBe(2);
  });

  test("a step with a Waktu is a row with timer and goes to the group of its lane", async () => {
    await bukaDraf();
    await taruhBlok("Langkah dengan batas waktu", "lane-kepala-ukpbj");
    await sampai(() => xml().includes('id="tenggat-langkah-12"'));
    const tugas = /<bpmn:userTask id="\w+" name="Langkah dengan batas waktu"[^>]*camunda:candidateGroups="([\w-]+)"/;
    expect(tugas.exec(xml())?.[1]).toBe("kepala-ukpbj");
  });
});

describe("moving a task of people to another lane", () => {
  const tempat = (id: string): TempatTugas => tempatTugas(xml(), id);
  test("gives it the group of that lane; one undo brings back place, lane and group", async () => {
    const id = "verifikasi-permohonan";
    await bukaDraf();
    const semula = tempat(id);
    await seretTugas(page, id, "lane-kepala-lpse");
    await sampai(() => tempat(id).lajur === "lane-kepala-lpse");
    const pindah = tempat(id);
    expect(pindah.grup).toBe("kepala-lpse");
    await isiWaktu("45");
    await sampai(() => xml().includes("sla.tenggat('PT45M')"));
    expect(tempat(id)).toEqual(pindah);
    await tombol("Urungkan").click();
    await sampai(() => !xml().includes("PT45M"));
    await tombol("Urungkan").click();
    await sampai(() => tempat(id).lajur === semula.lajur);
    expect(tempat(id)).toEqual(semula);
    expect(await tombol("Urungkan").isDisabled()).toBe(true);
  });

  test("does so by the keyboard too, over the line between two lanes", async () => {
    await bukaDraf();
    await page.locator('[data-element-id="koreksi-draf"] .djs-hit').first().click();
    // 14 steps of 10: after 13 its middle stands exactly on the line, where bpmn-js finds it in no lane.
    for (let i = 0; i < 14; i++) await page.keyboard.press("Shift+ArrowUp");
    await sampai(() => tempat("koreksi-draf").lajur === "lane-kepala-ukpbj");
    expect(tempat("koreksi-draf").grup).toBe("kepala-ukpbj");
  });

  test("does so for one that leaves a sub-process", async () => {
    await bukaDraf();
    await seretTugas(page, "reset-manual", "lane-kepala-lpse");
    await sampai(() => tempat("reset-manual").grup === "kepala-lpse");
  });
});

test("another group for a lane is one step: its tasks go along, and one undo takes all of it back", async () => {
  await bukaDraf();
  const semula = makna(xml());
  const lajur = await page.locator('[data-element-id="lane-kepala-lpse"] > .djs-visual > rect').boundingBox();
  await page.mouse.click((lajur?.x ?? 0) + 8, (lajur?.y ?? 0) + 20);
  await page.getByLabel("Grup pegawai").selectOption("pemilik-proses");
  await sampai(() => tempatTugas(xml(), "perintah-reset").grup === "pemilik-proses");
  expect(tempatTugas(xml(), "koreksi-draf").grup).toBe("pemilik-proses");
  expect(tempatTugas(xml(), "disposisi-permohonan").grup).toBe("kepala-ukpbj");
  await tombol("Urungkan").click();
  await sampai(() => makna(xml()) === semula);
});

describe("while editing", () => {
  test("a fault is marked on the canvas and in the list as it is made, and both go with an undo", async () => {
    await bukaDraf();
    const tanda = page.locator('.djs-overlays[data-container-id="verifikasi-permohonan"] .bjsl-icon-error');
    await page.getByRole("tab", { name: "Temuan 0" }).waitFor();
    await isiWaktu("");
    await tanda.waitFor();
    await page.getByRole("tab", { name: /Temuan [1-9]/ }).click();
    await page.locator(".m-daftar-temuan").getByText("Baris SOP belum berisi Waktu.").click();
    expect(await page.locator('.djs-element.selected[data-element-id="verifikasi-permohonan"]').count()).toBe(1);
    await tombol("Urungkan").click();
    await tanda.waitFor({ state: "detached" });
    await page.getByText("Tidak ada temuan: diagram mematuhi semua aturan.").waitFor();
  });

  test("shortcuts work as the help sheet tells, and the search finds a step", async () => {
    await bukaDraf();
    const semula = makna(xml());
    await page.locator('[data-element-id="koreksi-draf"] .djs-hit').first().click();
    await page.keyboard.press("?");
    const lembar = page.getByRole("dialog", { name: "Pintasan papan ketik" });
    expect(await lembar.locator("kbd").count()).toBeGreaterThan(10);
    await page.keyboard.press("Escape");
    await lembar.waitFor({ state: "detached" });
    // The focus is back on the canvas, as the person left it.
    await page.keyboard.press("Delete");
    await sampai(() => !xml().includes('id="koreksi-draf"'));
    await page.keyboard.press("Control+z");
    await sampai(() => makna(xml()) === semula);
    await page.keyboard.press("Control+f");
    await page.locator(".djs-search-container input").pressSequentially("Periksa surat");
    await page.locator(".djs-search-result").first().waitFor();
    await page.keyboard.press("Enter");
    await page.locator('.djs-element.selected[data-element-id="verifikasi-permohonan"]').first().waitFor();
    await page.keyboard.press("b");
    await page.getByText("Langkah dengan batas waktu", { exact: true }).waitFor();
    await page.keyboard.press("Escape");
    await page.locator('[data-element-id="koreksi-draf"] .djs-hit').first().click();
    await page.keyboard.press("r");
    await page.locator(".djs-popup.bpmn-replace").waitFor();
  });

  test("the simulation sends a token from the start and leaves the diagram as it is", async () => {
    await bukaDraf();
    const [semula, simpan] = [xml(), peladen.keadaan.simpan];
    await tombol("Simulasi").click();
    const lembar = page.getByRole("dialog", { name: "Simulasi" });
    await lembar.locator('.djs-overlays[data-container-id="permohonan-diajukan"] .bts-context-pad').click();
    await lembar.locator(".bts-token").first().waitFor({ state: "attached" });
    await lembar.getByText("Proses dimulai").first().waitFor();
    await keepScreenshot(page, "modeler-simulasi");
    await page.keyboard.press("Escape");
    await lembar.waitFor({ state: "detached" });
    expect([xml(), peladen.keadaan.simpan]).toEqual([semula, simpan]);
    expect(await tombol("Urungkan").isDisabled()).toBe(true);
  });

  test("every text is in English where the reader wants it, findings too", async () => {
    await bukaDraf();
    await tombol("English").click();
    await tombol("Undo").waitFor();
    expect(await page.evaluate("document.documentElement.lang")).toBe("en");
    await isiWaktu("");
    await page.getByRole("tab", { name: /Findings [1-9]/ }).click();
    await page.locator(".m-daftar-temuan").getByText("The SOP row has no Waktu.").waitFor();
    const kata = await page.locator("header, [role=tab], .m-sifat, .djs-palette").allInnerTexts();
    expect(kata.join(" ")).not.toMatch(/Berkas|Simulasi|Temuan|Sifat|Urungkan|Berlakukan|Umum/);
    await tombol("Bahasa Indonesia").click();
    await tombol("Urungkan").waitFor();
  });
});

describe("the diagram as a file", () => {
  /** What the menu's entry hands to the person. */
  async function ekspor(butir: string): Promise<{ nama: string; isi: Buffer }> {
    await page.getByRole("button", { name: "Berkas ▾" }).click();
    const [unduhan] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("menuitem", { name: butir }).click(),
    ]);
    return { nama: unduhan.suggestedFilename(), isi: readFileSync(await unduhan.path()) };
  }
  const LABEL = "Disposisi permohonan";

  test("comes as BPMN, SVG, PNG and PDF, each a real one with what the diagram shows", async () => {
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
    await peladen.tutup();
    peladen = await mulaiPeladen({ grup: ["kepala-lpse"] });
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
    await bukaDraf();
    await jatuhkan(page, "lain.bpmn", readFileSync("tests/web-modeler/korpus/kejadian.bpmn"));
    await tombol("Buat draf baru").click();
    await sampai(() => peladen.draf.has("d2"));
    await page.locator('[data-element-id="i3"]').first().waitFor();
  });

  test("a file in an older encoding keeps its letters", async () => {
    await bukaDraf();
    await jatuhkan(page, "lama.bpmn", readFileSync("tests/web-modeler/penyandian/latin-1.bpmn"));
    await tombol("Buat draf baru").click();
    await sampai(() => xml("d2").includes("Prüfung café ñandú"));
    await page.locator('[data-element-id="t"]').first().waitFor();
  });

  test("bombs, external entities, 20 MB and nonsense are refused with a sentence", async () => {
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
