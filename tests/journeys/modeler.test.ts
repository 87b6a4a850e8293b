/** Editing in the modeler: what a change of the diagram brings along, and what the page says about it meanwhile. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import type { Browser } from "playwright-core";
import { keepScreenshot, openBrowser } from "../support/browser.js";
import { makna } from "../web-modeler/semantik.js";
import { seretTugas, type TempatTugas, tempatTugas } from "../web-modeler/tugas.js";
import { bukaEditor, type Editor } from "./setup/editor.js";

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

describe("editing a draft", () => {
  test("Waktu changes row, due date, reminder, timer and label in one step, and one undo takes all of it back", async () => {
    const { tombol, xml, sampai, bukaDraf, isiWaktu } = editor;
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
    const { page, xml, sampai, bukaDraf, isiWaktu } = editor;
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
    const { page, baris, xml, sampai, bukaDraf } = editor;
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
    const { page, peladen, tombol, xml, sampai, bukaDraf, isiWaktu } = editor;
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
    const { page, peladen, xml, sampai, bukaDraf, isiWaktu } = editor;
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
    const { page } = editor;
    await page.locator(".rp-ikon-blok").click();
    await page.getByText(nama, { exact: true }).click();
    const { x, y } = await tengahLajur(lajur);
    await page.mouse.move(x, y, { steps: 5 });
    await page.mouse.click(x, y);
  }
  async function tengahLajur(lajur: string): Promise<{ x: number; y: number }> {
    const { page } = editor;
    const kotak = await page.locator(`[data-element-id="${lajur}"]`).first().boundingBox();
    if (!kotak) throw new Error(`no lane ${lajur}`);
    return { x: kotak.x + kotak.width * 0.6, y: kotak.y + kotak.height / 2 };
  }

  test("a topic from the palette brings its error events", async () => {
    const { xml, sampai, bukaDraf } = editor;
    await bukaDraf();
    await taruhBlok("e-Pesan kirim kredensial", "lane-kepala-ukpbj");
    await sampai(() => (xml().match(/camunda:topic="epesan-kirim-kredensial"/g) ?? []).length === 2);
    expect((xml().match(/errorRef="galat-epesan-tidak-tersedia"/g) ?? []).length).toBe(2);
  });

  test("a step with a Waktu is a row with timer and goes to the group of its lane", async () => {
    const { xml, sampai, bukaDraf } = editor;
    await bukaDraf();
    await taruhBlok("Langkah dengan batas waktu", "lane-kepala-ukpbj");
    await sampai(() => xml().includes('id="tenggat-langkah-12"'));
    const tugas = /<bpmn:userTask id="\w+" name="Langkah dengan batas waktu"[^>]*camunda:candidateGroups="([\w-]+)"/;
    expect(tugas.exec(xml())?.[1]).toBe("kepala-ukpbj");
  });
});

describe("moving a task of people to another lane", () => {
  const tempat = (id: string): TempatTugas => tempatTugas(editor.xml(), id);
  test("gives it the group of that lane; one undo brings back place, lane and group", async () => {
    const { page, tombol, xml, sampai, bukaDraf, isiWaktu } = editor;
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
    const { page, sampai, bukaDraf } = editor;
    await bukaDraf();
    await page.locator('[data-element-id="koreksi-draf"] .djs-hit').first().click();
    // 14 steps of 10: after 13 its middle stands exactly on the line, where bpmn-js finds it in no lane.
    for (let i = 0; i < 14; i++) await page.keyboard.press("Shift+ArrowUp");
    await sampai(() => tempat("koreksi-draf").lajur === "lane-kepala-ukpbj");
    expect(tempat("koreksi-draf").grup).toBe("kepala-ukpbj");
  });

  test("does so for one that leaves a sub-process", async () => {
    const { page, sampai, bukaDraf } = editor;
    await bukaDraf();
    await seretTugas(page, "reset-manual", "lane-kepala-lpse");
    await sampai(() => tempat("reset-manual").grup === "kepala-lpse");
  });
});

test("another group for a lane is one step: its tasks go along, and one undo takes all of it back", async () => {
  const { page, tombol, xml, sampai, bukaDraf } = editor;
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
    const { page, tombol, bukaDraf, isiWaktu } = editor;
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
    const { page, xml, sampai, bukaDraf } = editor;
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
    const { page, peladen, tombol, xml, bukaDraf } = editor;
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
    const { page, tombol, bukaDraf, isiWaktu } = editor;
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
