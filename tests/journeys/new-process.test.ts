/** An SOP that never ran, from its table to the end of a request: dropped, drawn, tried, approved, in force, worked on. */
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { Browser } from "playwright-core";
import { z } from "zod";
import type { Pengguna } from "../../scripts/drive/pengguna.js";
import { tunggu } from "../../scripts/tunggu.js";
import { nothing } from "../../src/engine/client.js";
import { keepScreenshot, openBrowser } from "../support/browser.js";
import { halamanUji, jatuhkan, periksaAkses } from "./setup/halaman.js";
import { sebagai } from "./setup/lakon.js";
import { hasilUji, modeler, ok } from "./setup/modeler.js";
import { adminEngine, testSystem } from "./setup/system.js";

const { addresses, secrets } = testSystem();
const KUNCI = "sop-peminjaman-ruang-rapat";
const MESIN = "/camunda/api/engine/engine/default";
/** Groups that the table names and nobody has yet, with whom the administrator puts into them. */
const KELOMPOK = { pegawai: "dewi", "kepala-bagian-umum": "hendra" } as const;

const Draf = z.object({ id: z.string(), kunci: z.string(), revisi: z.number(), dasar: z.null(), xml: z.string() });
const Tugas = z.object({ id: z.string(), taskDefinitionKey: z.string(), due: z.string().nullable() });
const Definisi = z.object({ id: z.string(), key: z.string(), version: z.number() });

let browser: Browser;
let wahyu: Pengguna;
let draf: z.infer<typeof Draf>;
let definisi = "";

const { diHalaman, galat } = halamanUji(() => browser, "proses-baru");

beforeAll(async () => {
  [browser, wahyu] = await Promise.all([openBrowser(), sebagai("wahyu")]);
});
afterAll(async () => {
  await browser.close();
  const admin = adminEngine();
  const semua = await admin.call("GET", "/process-definition", {
    query: { key: KUNCI },
    schema: z.array(z.object({ deploymentId: z.string() })),
  });
  for (const { deploymentId } of semua)
    await admin.call("DELETE", `/deployment/${deploymentId}`, { query: { cascade: true }, schema: nothing });
  for (const grup of Object.keys(KELOMPOK)) await admin.call("DELETE", `/group/${grup}`, { schema: nothing });
});

test("a table dropped on the modeler becomes a draft; a lane is given to a group that exists, in one step of undo", async () => {
  await diHalaman("wahyu", "/modeler/", async (page) => {
    await page.locator("tr[data-id=koreksi-draf]").waitFor();
    await jatuhkan(page, "Peminjaman ruang.txt", readFileSync("tests/fixtures/sop/peminjaman-ruang-rapat.txt"));
    await page.locator("tr[data-id=langkah-5]").waitFor();
    await page.getByText(/Yang belum terjawab oleh tabel itu/).waitFor();
    const lajur = await page.locator('[data-element-id="lajur-3"] > .djs-visual > rect').boundingBox();
    await page.mouse.click((lajur?.x ?? 0) + 8, (lajur?.y ?? 0) + 20);
    const pilihan = page.getByLabel("Grup pegawai");
    expect(await pilihan.inputValue()).toBe("petugas-ruang-rapat");
    await pilihan.selectOption("tim-pengelola-lpse");
    await page.getByText(/^Tersimpan pukul/).waitFor();
    expect(await periksaAkses(page)).toEqual([]);
    await keepScreenshot(page, "proses-baru-draf");
    const id = decodeURIComponent(/#\/draf\/(.+)$/.exec(page.url())?.[1] ?? "");
    const grup = async () => (await modeler(wahyu, "GET", `/draf/${id}`, Draf)).xml.match(/"tim-pengelola-lpse"/g);
    expect(await tunggu("the saved draft", async () => (await grup()) ?? undefined)).toHaveLength(3);
    draf = await modeler(wahyu, "GET", `/draf/${id}`, Draf);
    expect(draf).toMatchObject({ kunci: KUNCI, dasar: null });
  });
});

test("before anything is in force it stands in the list, and nobody else's key can be taken", async () => {
  const { proses } = await modeler(
    wahyu,
    "GET",
    "/proses",
    z.object({
      proses: z.array(
        z.object({ kunci: z.string(), berlaku: z.unknown(), draf: z.array(z.object({ id: z.string() })) }),
      ),
    }),
  );
  expect(proses.find((p) => p.kunci === KUNCI)).toMatchObject({
    berlaku: null,
    draf: expect.arrayContaining([{ id: draf.id }]),
  });
  expect(proses[0]?.kunci).toBe("reset-password-spse");
  const xml = draf.xml.replaceAll(`"${KUNCI}"`, '"uji-coba"');
  const tolak = await wahyu.panggil("POST", "/api/modeler/draf", { judul: "x", xml });
  expect([tolak.status, tolak.isi]).toEqual([400, expect.objectContaining({ kode: "DIAGRAM_TIDAK_SAH" })]);
});

test("it is tried out, submitted and approved like any other", async () => {
  await modeler(wahyu, "POST", `/draf/${draf.id}/uji`, nothing, {});
  expect(await hasilUji(wahyu, draf.id)).toMatchObject({ keadaan: "lulus", hasil: { macet: [], takTerlewati: [] } });
  await modeler(wahyu, "POST", `/draf/${draf.id}/ajukan`, nothing, { revisi: draf.revisi, catatan: "SOP baru" });
  await modeler(await sebagai("sari"), "POST", `/draf/${draf.id}/setujui`, nothing, { revisi: draf.revisi });
});

test("groups that are not there are a question which the administrator answers on the page", async () => {
  const baru = await wahyu.panggil("POST", "/api/modeler/grup", { id: "pegawai", nama: "Pegawai" });
  expect(baru.status).toBe(403);
  await diHalaman("wahyu", `/modeler/berlaku/#/draf/${draf.id}/penerapan`, async (page) => {
    await page.getByText("Siapa yang bekerja di lajur Pegawai?").waitFor();
    expect(await page.getByRole("button", { name: "Buat grup" }).count()).toBe(0);
    await page.goto(`${addresses.gateway}/modeler/berlaku/#/draf/${draf.id}/perbedaan`);
    await page.getByText("Proses baru: belum ada versi berlaku untuk dibandingkan.").waitFor();
    expect(await periksaAkses(page)).toEqual([]);
  });
  await diHalaman(
    "admin",
    `/modeler/berlaku/#/draf/${draf.id}/persetujuan`,
    async (page) => {
      await page.getByRole("button", { name: "Buat grup" }).first().waitFor();
      expect(await periksaAkses(page)).toEqual([]);
      await keepScreenshot(page, "proses-baru-pelaksana");
      for (const dibuat of [0, 1]) {
        await page.getByRole("button", { name: "Buat grup" }).first().click();
        await page.locator(".bl-pelaksana .rp-nada-awas").nth(dibuat).waitFor();
      }
    },
    secrets.ENGINE_ADMIN_PASSWORD,
  );
  for (const [grup, orang] of Object.entries(KELOMPOK))
    await adminEngine().call("PUT", `/group/${grup}/members/${orang}`, { schema: nothing });
});

test("once in force, the members of its first lane begin it, and nobody else", async () => {
  const terapan = await modeler(wahyu, "POST", `/draf/${draf.id}/terapkan`, z.object({ definitionId: z.string() }), {
    catatan: "Nota dinas 7",
    tag: "1.0",
  });
  definisi = terapan.definitionId;
  const dapatDimulai = async (orang: "dewi" | "hendra" | "andi") =>
    (
      await ok(
        await sebagai(orang),
        "GET",
        `${MESIN}/process-definition?latest=true&active=true&startableInTasklist=true&startablePermissionCheck=true&maxResults=50`,
        z.array(Definisi),
      )
    ).map((d) => d.key);
  expect(await dapatDimulai("dewi")).toContain(KUNCI);
  for (const lain of ["hendra", "andi"] as const) expect(await dapatDimulai(lain)).not.toContain(KUNCI);
});

test("a request goes from its first to its last row, with due dates, back where a decision says no", async () => {
  const mulai = await ok(
    await sebagai("dewi"),
    "POST",
    `${MESIN}/process-definition/${definisi}/submit-form`,
    z.object({ id: z.string() }),
    {
      variables: {},
    },
  );
  const langkah = [
    ["dewi", "langkah-1", {}],
    ["hendra", "langkah-2", { keputusan2: { type: "String", value: "tidak" } }],
    ["dewi", "langkah-1", {}],
    ["hendra", "langkah-2", { keputusan2: { type: "String", value: "ya" } }],
    ["andi", "langkah-3", {}],
    ["dewi", "langkah-4", {}],
    ["andi", "langkah-5", {}],
  ] as const;
  for (const [orang, nama, variables] of langkah) {
    const siapa = await sebagai(orang);
    const daftar = await ok(siapa, "POST", `${MESIN}/task?maxResults=50`, z.array(Tugas), {
      processInstanceId: mulai.id,
    });
    expect(daftar.map((t) => [t.taskDefinitionKey, t.due !== null])).toEqual([[nama, true]]);
    const id = daftar[0]?.id ?? "";
    await ok(siapa, "POST", `${MESIN}/task/${id}/claim`, nothing, { userId: orang });
    if (nama === "langkah-2" && "keputusan2" in variables && variables.keputusan2.value === "tidak")
      await diHalaman(orang, `/camunda/app/tasklist/default/#/?task=${id}`, async (page) => {
        await page.getByText("Disetujui?").waitFor();
        await keepScreenshot(page, "proses-baru-tasklist");
      });
    if (nama === "langkah-3") {
      await ok(siapa, "POST", `${MESIN}/task/${id}/unclaim`, nothing, {});
      const { assignee } = await ok(siapa, "GET", `${MESIN}/task/${id}`, z.looseObject({ assignee: z.unknown() }));
      expect(assignee).toBeNull();
      await ok(siapa, "POST", `${MESIN}/task/${id}/claim`, nothing, { userId: orang });
    }
    await ok(siapa, "POST", `${MESIN}/task/${id}/submit-form`, nothing, { variables });
  }
  const akhir = await adminEngine().call("GET", `/history/process-instance/${mulai.id}`, {
    schema: z.object({ state: z.string() }),
  });
  expect(akhir.state).toBe("COMPLETED");
});

test("its document, its versions and the SLA pages know it; the process of this product is as it was", async () => {
  const andi = await sebagai("andi");
  expect(await ok(andi, "GET", `/sop/${KUNCI}.json`, z.looseObject({ kunci: z.string() }))).toMatchObject({
    kunci: KUNCI,
    langkah: { length: 5 },
  });
  const { versi } = await modeler(
    wahyu,
    "GET",
    `/proses/${KUNCI}/versi`,
    z.object({ versi: z.array(z.looseObject({})) }),
  );
  expect(versi).toMatchObject([{ versi: 1, tag: "1.0", oleh: "wahyu", disetujuiOleh: "sari", keadaan: "berlaku" }]);
  for (const jalur of [`/api/sla/definisi/${encodeURIComponent(definisi)}`, "/api/sla/ringkas", "/api/sla/langkah"])
    expect([jalur, (await andi.panggil("GET", jalur)).status]).toEqual([jalur, 200]);
  await diHalaman("dewi", `/modeler/#/versi/${encodeURIComponent(definisi)}`, async (page) => {
    await page.locator("tr[data-id=langkah-5]").waitFor();
    await page.goto(`${addresses.gateway}/modeler/`);
    await page.locator("tr[data-id=koreksi-draf]").waitFor();
  });
  expect(galat).toEqual([]);
});
