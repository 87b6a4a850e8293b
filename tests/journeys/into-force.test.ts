/** A process owner brings a change of the SOP into force: difference, trial run, approval, deployment, migration, way back. */
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { Browser, Page } from "playwright-core";
import { z } from "zod";
import type { Pengguna } from "../../scripts/drive/pengguna.js";
import { tunggu } from "../../scripts/tunggu.js";
import { saatPengingat } from "../../src/calendar/escalation.js";
import { muatKalender } from "../../src/calendar/load.js";
import { waktuKerjaAntara } from "../../src/calendar/working-time.js";
import { keepScreenshot, openBrowser } from "../support/browser.js";
import { potret } from "../support/potret.js";
import { halamanUji, periksaAkses } from "./setup/halaman.js";
import { kerjakan, type Orang, type Permohonan, sampaiPerintah, sebagai, tugasDi } from "./setup/lakon.js";
import { timerLangkah } from "./setup/mesin.js";
import {
  daftarVersi,
  definisiDari,
  hasilUji,
  modeler,
  mulaiTugas,
  pindahkan,
  tenggatTugas,
  VERIFIKASI,
  type Versi,
  xmlVersi,
} from "./setup/modeler.js";
import { akunDiSpse, simulator } from "./setup/simulator.js";
import { adminEngine, testSystem } from "./setup/system.js";

const { addresses, secrets } = testSystem();
const KUNCI = "reset-password-spse";

const Draf = z.object({ id: z.string(), revisi: z.number(), dasar: z.string(), xml: z.string(), keadaan: z.string() });

let wahyu: Pengguna;
let sari: Pengguna;
let browser: Browser;
let asal: Versi;
let lama: Permohonan;
/** Runs on the old version like `lama`; its due dates are to stay as they are. */
let ditetapkan: Permohonan;
const kalender = await muatKalender("bpmn/kalender");

/** Step 4 takes 45 minutes: row, due date, reminder and the timer's label, as the editor changes them together. */
const jadi45 = (xml: string): string =>
  xml
    .replace(/<bpmn:userTask id="verifikasi-permohonan"[\s\S]*?<\/bpmn:userTask>/, (t) =>
      t.replace('waktu="30 menit"', 'waktu="45 menit"').replaceAll("'PT30M'", "'PT45M'"),
    )
    .replace(/(id="tenggat-langkah-4" name=")30 menit/, "$145 menit");

const { diHalaman, galat } = halamanUji(() => browser, "berlaku");
const diBerlaku = (orang: Orang, hash: string, kerja: (page: Page) => Promise<void>) =>
  diHalaman(orang, `/modeler/berlaku/${hash}`, kerja);

beforeAll(async () => {
  [wahyu, sari, browser] = await Promise.all([sebagai("wahyu"), sebagai("sari"), openBrowser()]);
  const [pertama] = await daftarVersi(wahyu);
  if (!pertama) throw new Error("no version in force");
  asal = pertama;
  const akun = await Promise.all([akunDiSpse(1), akunDiSpse(1)]);
  [lama, ditetapkan] = await Promise.all([sampaiPerintah("dewi", akun[0]), sampaiPerintah("rudi", akun[1])]);
});
afterAll(() => browser.close());

describe("Waktu of step 4 becomes 45 minutes", () => {
  let draf: z.infer<typeof Draf>;
  let baru: Versi;

  test("a draft of the version in force is changed, and the difference is told in words on both diagrams", async () => {
    draf = await modeler(wahyu, "POST", "/draf", Draf, {
      kunci: KUNCI,
      judul: "Waktu langkah 4 menjadi 45 menit",
      dasar: null,
    });
    expect(draf.dasar).toBe(asal.id);
    await modeler(wahyu, "PUT", `/draf/${draf.id}`, z.unknown(), { revisi: draf.revisi, xml: jadi45(draf.xml) });
    await diBerlaku("wahyu", `#/draf/${draf.id}/perbedaan`, async (page) => {
      const baris = page.locator(`button[data-elemen="${VERIFIKASI}"]`);
      await baris.waitFor();
      expect(await page.locator(".bl-perubahan").first().textContent()).toMatch(/Waktu.*30 menit.*45 menit/s);
      expect(await page.locator(`.bl-kanvas .djs-element.bl-ubah[data-element-id="${VERIFIKASI}"]`).count()).toBe(2);
      await baris.press("Enter");
      expect(await page.locator(`.djs-element.bl-terpilih[data-element-id="${VERIFIKASI}"]`).count()).toBe(2);
      expect(await periksaAkses(page)).toEqual([]);
      await keepScreenshot(page, "berlaku-perbedaan");
      await potret(page, "proses-perbedaan", Object.values(secrets));
    });
  });

  test("it cannot be submitted before its trial run, and not approved before it is submitted", async () => {
    const ajukan = await wahyu.panggil("POST", `/api/modeler/draf/${draf.id}/ajukan`, { revisi: 2, catatan: "x" });
    expect([ajukan.status, ajukan.isi]).toEqual([409, expect.objectContaining({ kode: "DRAF_BELUM_SIAP" })]);
    expect((await sari.panggil("POST", `/api/modeler/draf/${draf.id}/setujui`, {})).status).toBe(409);
  });

  test("the trial run passes every flow, and nothing of it reaches staff, workers, SPSE or e-Pesan", async () => {
    const [spse, pesan] = await Promise.all([
      simulator("spse", "GET", "/simulator/akun"),
      simulator("epesan", "GET", "/simulator/kotak-masuk"),
    ]);
    await modeler(wahyu, "POST", `/draf/${draf.id}/uji`, z.unknown(), {});
    expect((await wahyu.panggil("POST", `/api/modeler/draf/${draf.id}/uji`, {})).status).toBe(409);
    const uji = await hasilUji(wahyu, draf.id, async () => {
      for (const orang of ["andi", "hendra", "ratna", "wahyu"] as const) {
        const siapa = await sebagai(orang);
        const asing = await siapa.panggil("POST", "/camunda/api/engine/engine/default/task?maxResults=100", {
          processDefinitionKey: "uji-coba",
        });
        expect(asing.isi).toEqual([]);
      }
    });
    expect(uji).toMatchObject({ keadaan: "lulus", hasil: { macet: [], takTerlewati: [], habisWaktu: false } });
    expect(Object.values(uji?.hasil?.alur ?? {}).filter((n) => n === 0)).toEqual([]);
    expect(await simulator("spse", "GET", "/simulator/akun")).toEqual(spse);
    expect(await simulator("epesan", "GET", "/simulator/kotak-masuk")).toEqual(pesan);
    const sisa = await adminEngine().call("GET", "/process-definition", {
      query: { key: "uji-coba" },
      schema: z.array(z.unknown()),
    });
    expect(sisa).toEqual([]);
  });

  test("the result shows on the diagram", async () => {
    await diBerlaku("wahyu", `#/draf/${draf.id}/uji`, async (page) => {
      await page.getByText("Uji coba lulus.").waitFor();
      expect(await page.locator(`.djs-element.bl-lewat[data-element-id="${VERIFIKASI}"]`).count()).toBe(1);
      expect(await page.locator(".djs-element.bl-belum").count()).toBe(0);
      expect(await periksaAkses(page)).toEqual([]);
      await keepScreenshot(page, "berlaku-uji");
    });
  });

  test("a second person approves it in the browser; its author may not", async () => {
    await modeler(wahyu, "POST", `/draf/${draf.id}/ajukan`, z.unknown(), { revisi: 2, catatan: "Beban Tim bertambah" });
    expect((await wahyu.panggil("POST", `/api/modeler/draf/${draf.id}/setujui`, {})).status).toBe(403);
    expect(
      (await wahyu.panggil("POST", `/api/modeler/draf/${draf.id}/terapkan`, { catatan: "x", tag: "x" })).status,
    ).toBe(409);
    await diBerlaku("sari", `#/draf/${draf.id}/persetujuan`, async (page) => {
      await page.getByLabel("Komentar keputusan").fill("Setuju, sesuai beban kerja.");
      expect(await periksaAkses(page)).toEqual([]);
      await keepScreenshot(page, "berlaku-persetujuan");
      await potret(page, "proses-persetujuan", Object.values(secrets));
      await page.getByRole("button", { name: "Setujui" }).click();
      await page.getByText("Draf ini sudah disetujui.").waitFor();
    });
  });

  test("only a process owner deploys it; then a new request has 45 minutes, a running one still 30", async () => {
    expect(
      (await sari.panggil("POST", `/api/modeler/draf/${draf.id}/terapkan`, { catatan: "x", tag: "x" })).status,
    ).toBe(403);
    await diBerlaku("wahyu", `#/draf/${draf.id}/penerapan`, async (page) => {
      await page.getByLabel("Catatan penerapan").fill("Nota dinas 12/LPSE");
      await page.getByLabel("Tanda versi").fill("1.1-uji");
      await page.getByRole("button", { name: "Terapkan sekarang" }).click();
      await page.getByText("Draf ini sudah diterapkan.").waitFor();
    });
    const [pertama] = await daftarVersi(wahyu);
    expect(pertama).toMatchObject({ versi: asal.versi + 1, tag: "1.1-uji", keadaan: "berlaku" });
    if (pertama) baru = pertama;
    const permohonan = await sampaiPerintah("dewi", await akunDiSpse(1));
    const jatah = async (p: Permohonan) => sla(await mulaiTugas(p), await tenggatTugas(p));
    expect([await jatah(permohonan), await jatah(lama)]).toEqual([45, 30]);
    const tugas = await (await sebagai("andi")).panggil(
      "GET",
      `/api/tugas/${(await tugasDi("andi", permohonan, VERIFIKASI)).id}`,
    );
    expect(tugas.isi).toMatchObject({ sop: { nomor: 4, waktu: "45 menit" } });
    await kerjakan("andi", permohonan, VERIFIKASI, { keputusanVerifikasi: "tidakLengkap", alasan: "Uji penerapan." });
  });

  test("Cockpit's figures and the SOP document say 45 minutes, too", async () => {
    const andi = await sebagai("andi");
    const Baris = z.object({ langkah: z.array(z.object({ id: z.string(), jatahMs: z.number().nullable() })) });
    // Finished steps are in the figures a few seconds later.
    const jatah = await tunggu("the figures of step 4", async () => {
      const { isi: figures } = await andi.panggil("GET", `/api/sla/definisi/${encodeURIComponent(baru.id)}`);
      return Baris.parse(figures).langkah.find((l) => l.id === VERIFIKASI)?.jatahMs ?? undefined;
    });
    expect(Math.round(jatah / 60_000)).toBe(45);
    const { isi: sop } = await andi.panggil("GET", `/sop/${KUNCI}.json`);
    const Sop = z.object({ langkah: z.array(z.looseObject({ nomor: z.number() })) });
    expect(Sop.parse(sop).langkah.find((l) => l.nomor === 4)).toMatchObject({ waktu: "45 menit" });
  });

  test("a running request that is moved with its due dates kept has 30 minutes left as they were", async () => {
    const dahulu = await tenggatTugas(ditetapkan);
    const isi = { dari: asal.id, ke: baru.id, tenggat: "tetap", instans: [ditetapkan.instans] };
    expect(await pindahkan(wahyu, isi)).toMatchObject({ pindah: 1, tenggatDihitung: 0, gagal: [] });
    expect([await definisiDari(ditetapkan), await tenggatTugas(ditetapkan)]).toEqual([baru.id, dahulu]);
    expect(sla(await mulaiTugas(ditetapkan), dahulu)).toBe(30);
    const { isi: garis } = await (await sebagai("andi")).panggil("GET", `/api/sla/instans/${ditetapkan.instans}`);
    expect(JSON.stringify(garis)).toContain('"waktu":"45 menit"');
    await kerjakan("andi", ditetapkan, VERIFIKASI, { keputusanVerifikasi: "tidakLengkap", alasan: "Uji pemindahan." });
  });

  test("the running request is moved, its due date counted anew", async () => {
    await diBerlaku("wahyu", `#/draf/${draf.id}/pemindahan`, async (page) => {
      await page.getByRole("button", { name: "Pindahkan permohonan" }).waitFor();
      expect(await periksaAkses(page)).toEqual([]);
      await keepScreenshot(page, "berlaku-pemindahan");
      await page.getByRole("button", { name: "Pindahkan permohonan" }).click();
      await page.getByText(/permohonan dipindahkan/).waitFor();
      await keepScreenshot(page, "berlaku-dipindahkan");
    });
    expect(await definisiDari(lama)).toBe(baru.id);
    const [mulai, tenggat] = [await mulaiTugas(lama), await tenggatTugas(lama)];
    expect(sla(mulai, tenggat)).toBe(45);
    // Its timer goes off when the new due date is near, not when the old one would have been.
    expect((await timerLangkah(lama, 4)).dueDate).toBe(saatPengingat(mulai, tenggat, kalender));
    await kerjakan("andi", lama, VERIFIKASI, { keputusanVerifikasi: "tidakLengkap", alasan: "Uji pemindahan." });
  });
});

test("the way back: the earlier version as a draft, through the same steps", async () => {
  const draf = await modeler(wahyu, "POST", "/kembalikan", Draf, { definitionId: asal.id });
  const { perubahan } = await modeler(
    wahyu,
    "GET",
    `/draf/${draf.id}/beda`,
    z.object({ perubahan: z.array(z.object({ elemen: z.string() })) }),
  );
  expect(perubahan.map((p) => p.elemen)).toContain(VERIFIKASI);
  await modeler(wahyu, "POST", `/draf/${draf.id}/uji`, z.unknown(), {});
  expect(await hasilUji(wahyu, draf.id)).toMatchObject({ keadaan: "lulus" });
  await modeler(wahyu, "POST", `/draf/${draf.id}/ajukan`, z.unknown(), { revisi: 1, catatan: "Kembali" });
  await modeler(sari, "POST", `/draf/${draf.id}/setujui`, z.unknown(), {});
  await modeler(wahyu, "POST", `/draf/${draf.id}/terapkan`, z.unknown(), {
    catatan: "Kembali ke semula",
    tag: asal.tag ?? "1.0",
  });
  const [kini] = await daftarVersi(wahyu);
  const xml = await xmlVersi(wahyu, kini?.id);
  expect(xml).toContain('waktu="30 menit"');
  expect(xml).not.toContain('waktu="45 menit"');
});

test("every act is in the audit list, and the pages failed nowhere", async () => {
  const { audit } = await modeler(
    sari,
    "GET",
    "/audit?banyak=100",
    z.object({ audit: z.array(z.object({ tindakan: z.string(), oleh: z.string() })) }),
  );
  const ada = new Set(audit.map((a) => `${a.oleh} ${a.tindakan}`));
  for (const baris of [
    "wahyu modeler.draf-buat",
    "wahyu modeler.uji",
    "wahyu modeler.ajukan",
    "sari modeler.setuju",
    "wahyu modeler.terapkan",
    "wahyu modeler.migrasi-selesai",
  ])
    expect(ada).toContain(baris);
  for (const hash of ["#/", "#/audit"])
    await diBerlaku("dewi", hash, async (page) => {
      await page.locator("table").first().waitFor();
      expect(await periksaAkses(page)).toEqual([]);
      await keepScreenshot(page, `berlaku-${hash === "#/" ? "daftar" : "catatan"}`);
    });
  expect(galat).toEqual([]);
});

test("the pages speak English where the reader wants it", async () => {
  const { draf } = await modeler(
    wahyu,
    "GET",
    "/draf",
    z.object({ draf: z.array(z.object({ id: z.string(), judul: z.string() })) }),
  );
  const milik = draf.find((d) => d.judul === "Waktu langkah 4 menjadi 45 menit");
  await diBerlaku("dewi", "#/", async (page) => {
    await page.getByRole("button", { name: "English" }).click();
    await page.getByRole("heading", { name: "Bringing changes of the SOP into force" }).waitFor();
    expect(await page.evaluate("document.documentElement.lang")).toBe("en");
    for (const [langkah, kata] of [
      ["perbedaan", "Version in force"],
      ["uji", "The trial run passed."],
      ["persetujuan", "Earlier decisions"],
      ["penerapan", "This draft is in force."],
    ] as const) {
      await page.goto(`${addresses.gateway}/modeler/berlaku/#/draf/${milik?.id}/${langkah}`);
      await page.getByText(kata).first().waitFor();
    }
    await keepScreenshot(page, "berlaku-inggris");
  });
  expect(galat).toEqual([]);
});

/** Working minutes between two instants, by the product's own calendar. */
function sla(mulai: number, tenggat: number): number {
  return Math.round(waktuKerjaAntara(mulai, tenggat, kalender) / 60_000);
}
