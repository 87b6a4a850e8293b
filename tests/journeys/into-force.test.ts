/** A process owner brings a change of the SOP into force: difference, trial run, approval, deployment, migration, way back. */
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { Browser, Page } from "playwright-core";
import { z } from "zod";
import type { Pengguna } from "../../scripts/drive/pengguna.js";
import { tunggu } from "../../scripts/drive/tunggu.js";
import { saatPengingat } from "../../src/calendar/escalation.js";
import { muatKalender } from "../../src/calendar/load.js";
import { waktuKerjaAntara } from "../../src/calendar/working-time.js";
import { keepScreenshot, openBrowser, openPage } from "../support/browser.js";
import { potret } from "../support/potret.js";
import { masukHalaman, periksaAkses } from "./setup/halaman.js";
import {
  akunDiSpse,
  kerjakan,
  type Orang,
  type Permohonan,
  sampaiPerintah,
  sebagai,
  simulator,
  timerLangkah,
  tugasDi,
} from "./setup/lakon.js";
import { adminEngine, testSystem } from "./setup/system.js";

const { addresses, secrets } = testSystem();
const KUNCI = "reset-password-spse";
/** A trial run takes half a minute on an idle machine. */
const UJI_MS = 180_000;
const VERIFIKASI = "verifikasi-permohonan";

const Draf = z.object({ id: z.string(), revisi: z.number(), dasar: z.string(), xml: z.string(), keadaan: z.string() });
const Versi = z.object({
  id: z.string(),
  versi: z.number(),
  tag: z.string().nullable(),
  keadaan: z.string(),
  permohonanBerjalan: z.number(),
});
const Uji = z.object({
  uji: z
    .object({
      keadaan: z.string(),
      hasil: z
        .looseObject({ alur: z.record(z.string(), z.number()).optional(), macet: z.array(z.unknown()).optional() })
        .nullable(),
    })
    .nullable(),
});

let wahyu: Pengguna;
let sari: Pengguna;
let browser: Browser;
let asal: z.infer<typeof Versi>;
let lama: Permohonan;
/** Runs on the old version like `lama`; its due dates are to stay as they are. */
let ditetapkan: Permohonan;
const gagalHalaman: string[] = [];
const kalender = await muatKalender("bpmn/kalender");

const ok = async <T>(
  siapa: Pengguna,
  method: string,
  jalur: string,
  skema: z.ZodType<T>,
  isi?: unknown,
): Promise<T> => {
  const balasan = await siapa.panggil(method, `/api/modeler${jalur}`, isi);
  if (balasan.status >= 400) throw new Error(`${method} ${jalur}: ${balasan.status} ${JSON.stringify(balasan.isi)}`);
  return skema.parse(balasan.isi);
};
const versi = async () => (await ok(wahyu, "GET", `/proses/${KUNCI}/versi`, z.object({ versi: z.array(Versi) }))).versi;
const tenggatTugas = async (p: Permohonan): Promise<number> =>
  Date.parse((await tugasDi("andi", p, VERIFIKASI)).due ?? "");
const mulaiTugas = async (p: Permohonan): Promise<number> => {
  const query = { processInstanceId: p.instans, activityId: VERIFIKASI };
  const [satu] = await adminEngine().call("GET", "/history/activity-instance", {
    query,
    schema: z.array(z.object({ startTime: z.string() })),
  });
  return Date.parse(satu?.startTime ?? "");
};
const definisiDari = async ({ instans }: Permohonan): Promise<string> => {
  const schema = z.object({ processDefinitionId: z.string() });
  return (await adminEngine().call("GET", `/history/process-instance/${instans}`, { schema })).processDefinitionId;
};
/** Step 4 takes 45 minutes: row, due date, reminder and the timer's label, as the editor changes them together. */
const jadi45 = (xml: string): string =>
  xml
    .replace(/<bpmn:userTask id="verifikasi-permohonan"[\s\S]*?<\/bpmn:userTask>/, (t) =>
      t.replace('waktu="30 menit"', 'waktu="45 menit"').replaceAll("'PT30M'", "'PT45M'"),
    )
    .replace(/(id="tenggat-langkah-4" name=")30 menit/, "$145 menit");

async function diHalaman(orang: Orang, hash: string, kerja: (page: Page) => Promise<void>): Promise<void> {
  const { page, errors } = await openPage(browser);
  try {
    await masukHalaman(page, orang);
    await page.goto(`${addresses.gateway}/modeler/berlaku/${hash}`);
    await kerja(page);
  } catch (error) {
    await keepScreenshot(page, `gagal-berlaku-${orang}`);
    throw error;
  } finally {
    gagalHalaman.push(...errors);
    await page.context().close();
  }
}

beforeAll(async () => {
  [wahyu, sari, browser] = await Promise.all([sebagai("wahyu"), sebagai("sari"), openBrowser()]);
  const [pertama] = await versi();
  if (!pertama) throw new Error("no version in force");
  asal = pertama;
  const akun = await Promise.all([akunDiSpse(1), akunDiSpse(1)]);
  [lama, ditetapkan] = await Promise.all([sampaiPerintah("dewi", akun[0]), sampaiPerintah("rudi", akun[1])]);
});
afterAll(() => browser.close());

describe("Waktu of step 4 becomes 45 minutes", () => {
  let draf: z.infer<typeof Draf>;
  let baru: z.infer<typeof Versi>;

  test("a draft of the version in force is changed, and the difference is told in words on both diagrams", async () => {
    draf = await ok(wahyu, "POST", "/draf", Draf, {
      kunci: KUNCI,
      judul: "Waktu langkah 4 menjadi 45 menit",
      dasar: null,
    });
    expect(draf.dasar).toBe(asal.id);
    await ok(wahyu, "PUT", `/draf/${draf.id}`, z.unknown(), { revisi: draf.revisi, xml: jadi45(draf.xml) });
    await diHalaman("wahyu", `#/draf/${draf.id}/perbedaan`, async (page) => {
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
    await ok(wahyu, "POST", `/draf/${draf.id}/uji`, z.unknown(), {});
    expect((await wahyu.panggil("POST", `/api/modeler/draf/${draf.id}/uji`, {})).status).toBe(409);
    const uji = await tunggu(
      "the trial run",
      async () => {
        for (const orang of ["andi", "hendra", "ratna", "wahyu"] as const) {
          const asing = (
            await (
              await sebagai(orang)
            ).panggil("POST", "/camunda/api/engine/engine/default/task?maxResults=100", {
              processDefinitionKey: "uji-coba",
            })
          ).isi;
          expect(asing).toEqual([]);
        }
        const { uji: kini } = await ok(wahyu, "GET", `/draf/${draf.id}/uji`, Uji);
        return kini?.keadaan === "berjalan" ? undefined : kini;
      },
      { batasMs: UJI_MS },
    );
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
    await diHalaman("wahyu", `#/draf/${draf.id}/uji`, async (page) => {
      await page.getByText("Uji coba lulus.").waitFor();
      expect(await page.locator(`.djs-element.bl-lewat[data-element-id="${VERIFIKASI}"]`).count()).toBe(1);
      expect(await page.locator(".djs-element.bl-belum").count()).toBe(0);
      expect(await periksaAkses(page)).toEqual([]);
      await keepScreenshot(page, "berlaku-uji");
    });
  });

  test("a second person approves it in the browser; its author may not", async () => {
    await ok(wahyu, "POST", `/draf/${draf.id}/ajukan`, z.unknown(), { revisi: 2, catatan: "Beban Tim bertambah" });
    expect((await wahyu.panggil("POST", `/api/modeler/draf/${draf.id}/setujui`, {})).status).toBe(403);
    expect(
      (await wahyu.panggil("POST", `/api/modeler/draf/${draf.id}/terapkan`, { catatan: "x", tag: "x" })).status,
    ).toBe(409);
    await diHalaman("sari", `#/draf/${draf.id}/persetujuan`, async (page) => {
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
    await diHalaman("wahyu", `#/draf/${draf.id}/penerapan`, async (page) => {
      await page.getByLabel("Catatan penerapan").fill("Nota dinas 12/LPSE");
      await page.getByLabel("Tanda versi").fill("1.1-uji");
      await page.getByRole("button", { name: "Terapkan sekarang" }).click();
      await page.getByText("Draf ini sudah diterapkan.").waitFor();
    });
    const [pertama] = await versi();
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
    const { id } = await ok(wahyu, "POST", "/migrasi", z.object({ id: z.string() }), isi);
    const Usai = z.object({ selesai: z.string().nullable(), hasil: z.unknown() });
    const usai = await tunggu("the migration", async () => {
      const m = await ok(wahyu, "GET", `/migrasi/${id}`, Usai);
      return m.selesai ? m : undefined;
    });
    expect(usai.hasil).toMatchObject({ pindah: 1, tenggatDihitung: 0, gagal: [] });
    expect([await definisiDari(ditetapkan), await tenggatTugas(ditetapkan)]).toEqual([baru.id, dahulu]);
    expect(sla(await mulaiTugas(ditetapkan), dahulu)).toBe(30);
    const { isi: garis } = await (await sebagai("andi")).panggil("GET", `/api/sla/instans/${ditetapkan.instans}`);
    expect(JSON.stringify(garis)).toContain('"waktu":"45 menit"');
    await kerjakan("andi", ditetapkan, VERIFIKASI, { keputusanVerifikasi: "tidakLengkap", alasan: "Uji pemindahan." });
  });

  test("the running request is moved, its due date counted anew", async () => {
    await diHalaman("wahyu", `#/draf/${draf.id}/pemindahan`, async (page) => {
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
  const draf = await ok(wahyu, "POST", "/kembalikan", Draf, { definitionId: asal.id });
  const { perubahan } = await ok(
    wahyu,
    "GET",
    `/draf/${draf.id}/beda`,
    z.object({ perubahan: z.array(z.object({ elemen: z.string() })) }),
  );
  expect(perubahan.map((p) => p.elemen)).toContain(VERIFIKASI);
  await ok(wahyu, "POST", `/draf/${draf.id}/uji`, z.unknown(), {});
  await tunggu(
    "the trial run",
    async () => (await ok(wahyu, "GET", `/draf/${draf.id}/uji`, Uji)).uji?.keadaan === "lulus" || undefined,
    { batasMs: UJI_MS },
  );
  await ok(wahyu, "POST", `/draf/${draf.id}/ajukan`, z.unknown(), { revisi: 1, catatan: "Kembali" });
  await ok(sari, "POST", `/draf/${draf.id}/setujui`, z.unknown(), {});
  await ok(wahyu, "POST", `/draf/${draf.id}/terapkan`, z.unknown(), {
    catatan: "Kembali ke semula",
    tag: asal.tag ?? "1.0",
  });
  const [kini] = await versi();
  const xml = await wahyu.panggil("GET", `/api/modeler/versi/${encodeURIComponent(kini?.id ?? "")}/xml`);
  expect(String(xml.isi)).toContain('waktu="30 menit"');
  expect(String(xml.isi)).not.toContain('waktu="45 menit"');
});

describe("a version in which a step has gone", () => {
  const Rencana = z.object({
    dapat: z.boolean(),
    kegiatan: z.array(
      z.object({ id: z.string(), permohonan: z.number(), ke: z.string().nullable(), sebab: z.string().nullable() }),
    ),
  });
  const Migrasi = z.object({
    selesai: z.string().nullable(),
    hasil: z
      .object({ pindah: z.number(), gagal: z.array(z.object({ nomor: z.string(), sebab: z.string() })) })
      .nullable(),
  });
  let permohonan: Permohonan;
  let pemasangan: string;
  let tanpa: string;

  beforeAll(async () => {
    // Started while the version in force still has the step.
    permohonan = await sampaiPerintah("dewi", await akunDiSpse(1));
    const [kini] = await versi();
    const { isi } = await wahyu.panggil("GET", `/api/modeler/versi/${encodeURIComponent(kini?.id ?? "")}/xml`);
    const body = new FormData();
    body.append("deployment-name", "uji tanpa langkah 4");
    body.append(
      "uji.bpmn",
      new Blob([
        String(isi)
          .replaceAll(`"${VERIFIKASI}"`, '"periksa-permohonan"')
          .replaceAll(`>${VERIFIKASI}<`, ">periksa-permohonan<"),
      ]),
      "uji.bpmn",
    );
    const schema = z.object({ id: z.string(), deployedProcessDefinitions: z.record(z.string(), z.unknown()) });
    const baru = await adminEngine().call("POST", "/deployment/create", { body, schema });
    pemasangan = baru.id;
    tanpa = Object.keys(baru.deployedProcessDefinitions)[0] ?? "";
  });
  afterAll(() => adminEngine().call("DELETE", `/deployment/${pemasangan}`, { schema: z.unknown() }));

  test("the plan says who cannot go and why; who fails is listed with the reason and goes on where it was", async () => {
    const dari = await definisiDari(permohonan);
    const rencana = await ok(
      wahyu,
      "GET",
      `/migrasi?dari=${encodeURIComponent(dari)}&ke=${encodeURIComponent(tanpa)}`,
      Rencana,
    );
    expect(rencana.kegiatan.find((k) => k.id === VERIFIKASI)).toMatchObject({
      ke: null,
      sebab: "Kegiatan ini tidak ada lagi di versi tujuan.",
    });
    const isi = { dari, ke: tanpa, tenggat: "tetap", instans: [permohonan.instans] };
    expect((await sari.panggil("POST", "/api/modeler/migrasi", isi)).status).toBe(403);
    const { id } = await ok(wahyu, "POST", "/migrasi", z.object({ id: z.string() }), isi);
    const usai = await tunggu("the migration", async () => {
      const m = await ok(wahyu, "GET", `/migrasi/${id}`, Migrasi);
      return m.selesai ? m : undefined;
    });
    expect(usai.hasil).toMatchObject({
      pindah: 0,
      gagal: [{ nomor: permohonan.nomor, sebab: expect.stringContaining(VERIFIKASI) }],
    });
    expect(await definisiDari(permohonan)).toBe(dari);
    expect(await tenggatTugas(permohonan)).toBeGreaterThan(0);
  });
});

test("every act is in the audit list, and the pages failed nowhere", async () => {
  const { audit } = await ok(
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
    await diHalaman("dewi", hash, async (page) => {
      await page.locator("table").first().waitFor();
      expect(await periksaAkses(page)).toEqual([]);
      await keepScreenshot(page, `berlaku-${hash === "#/" ? "daftar" : "catatan"}`);
    });
  expect(gagalHalaman).toEqual([]);
});

test("the pages speak English where the reader wants it", async () => {
  const { draf } = await ok(
    wahyu,
    "GET",
    "/draf",
    z.object({ draf: z.array(z.object({ id: z.string(), judul: z.string() })) }),
  );
  const milik = draf.find((d) => d.judul === "Waktu langkah 4 menjadi 45 menit");
  await diHalaman("dewi", "#/", async (page) => {
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
  expect(gagalHalaman).toEqual([]);
});

/** Working minutes between two instants, by the product's own calendar. */
function sla(mulai: number, tenggat: number): number {
  return Math.round(waktuKerjaAntara(mulai, tenggat, kalender) / 60_000);
}
