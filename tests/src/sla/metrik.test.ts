import { beforeAll, expect, test } from "@jest/globals";
import { Registry } from "prom-client";
import { muatKalender } from "../../../src/calendar/load.js";
import { hitungTerbuka, pasangMetrikSla, rentangLewat } from "../../../src/sla/metrik.js";
import { JAM_MS, langkahBuka, langkahSelesai, wib } from "./contoh.js";
import { slaPalsu } from "./sla-palsu.js";

let kalender: Awaited<ReturnType<typeof muatKalender>>;
beforeAll(async () => {
  kalender = await muatKalender("bpmn/kalender");
});
const lewat = (sisaMs: number) => ({ ...langkahBuka(), sisaMs, status: "lewat" as const });
const jam = () => new Date(wib("23 11:00"));
const angka = async (registry: Registry, nama: string) => (await registry.getSingleMetric(nama)?.get())?.values;

test.each([
  [0, "kurang_1_jam"],
  [JAM_MS - 1, "kurang_1_jam"],
  [JAM_MS, "kurang_1_hari"],
  [7.5 * JAM_MS - 1, "kurang_1_hari"],
  [7.5 * JAM_MS, "lebih_1_hari"],
])("%d ms of working time late is %s", (ms, rentang) => {
  expect(rentangLewat(ms)).toBe(rentang);
});

test("rows without a step are told as zero, and work outside the SOP apart", () => {
  const luar = { ...lewat(-1), langkah: { id: "reset-manual", nomor: null, nama: "x", waktu: "" } };
  const semua = hitungTerbuka([lewat(-1), luar]);
  expect(semua).toHaveLength(12 * 3);
  expect(semua.filter((s) => s.jumlah > 0)).toEqual([
    { nomor: "2", status: "lewat", jumlah: 1 },
    { nomor: "jalan-keluar", status: "lewat", jumlah: 1 },
  ]);
});

test("figures follow the picture: overdue by length, the oldest, the most overdue, compliance", async () => {
  const registry = new Registry();
  const selesai = [langkahSelesai(), langkahSelesai({ selesai: wib("20 10:01") })];
  await pasangMetrikSla(registry, slaPalsu([lewat(-JAM_MS), lewat(-10)], selesai), kalender, jam)();
  expect(await angka(registry, "sla_langkah_lewat")).toEqual([
    { labels: { rentang: "kurang_1_jam" }, value: 1 },
    { labels: { rentang: "kurang_1_hari" }, value: 1 },
    { labels: { rentang: "lebih_1_hari" }, value: 0 },
  ]);
  expect((await angka(registry, "sla_lewat_terlama_detik"))?.[0]?.value).toBe(3_600);
  expect((await angka(registry, "sla_langkah_tertua_detik"))?.[0]?.value).toBe(9.5 * 3_600);
  expect((await angka(registry, "sla_kepatuhan_bulan_ini"))?.[0]?.value).toBe(0.5);
});

test("an engine that does not answer leaves the last figures, is counted, and never fails a scrape", async () => {
  const registry = new Registry();
  const sla = slaPalsu([lewat(-10)]);
  let mati = false;
  const dinilai: typeof sla.dinilai = (c) => (mati ? Promise.reject(new Error("engine away")) : sla.dinilai(c));
  const segarkan = pasangMetrikSla(registry, { ...sla, dinilai }, kalender, jam);
  await segarkan();
  mati = true;
  await segarkan();
  expect((await angka(registry, "sla_potret_gagal_total"))?.[0]?.value).toBe(1);
  expect((await angka(registry, "sla_langkah_lewat"))?.[0]?.value).toBe(1);
});
