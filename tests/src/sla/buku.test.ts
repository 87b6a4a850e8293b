import { readFileSync } from "node:fs";
import { beforeAll, expect, test } from "@jest/globals";
import { muatKalender } from "../../../src/calendar/load.js";
import { createBuku } from "../../../src/sla/buku.js";
import { bacaKegiatan, type Kegiatan } from "../../../src/sla/kegiatan.js";
import type { KejadianSla, MesinSla } from "../../../src/sla/mesin-sla.js";
import { timerBerikut } from "../../../src/sla/pelengkap.js";
import { kelompokkan } from "../../../src/sla/permohonan-dikenal.js";
import { wib } from "./contoh.js";

let kalender: Awaited<ReturnType<typeof muatKalender>>;
let kegiatan: ReadonlyMap<string, Kegiatan>;
beforeAll(async () => {
  kalender = await muatKalender("bpmn/kalender");
  kegiatan = await bacaKegiatan(readFileSync("bpmn/reset-password-spse.bpmn", "utf8"));
});

const kejadian = (id: string, activityId: string, selesai: string, ubah = {}): KejadianSla => ({
  id,
  activityId,
  activityType: "userTask",
  processDefinitionId: "d",
  processDefinitionKey: "reset-password-spse",
  processInstanceId: "i",
  executionId: `e-${id}`,
  startTime: wib("20 09:00"),
  endTime: wib(selesai),
  canceled: false,
  assignee: "ratna",
  ...ubah,
});

/** A book over events that a test adds to; `sejak` are the instants from which the engine was asked. */
function uji(semua: KejadianSla[], tenggat: Record<string, string>, tugas: Record<string, string> = {}) {
  const sejak: number[] = [];
  let kini = wib("23 11:00");
  const variabel = (id: string, t: string) => ({
    id: `v-${id}`,
    name: "tenggat",
    type: "Date",
    processInstanceId: "i",
    activityInstanceId: id,
    value: new Date(wib(t)).toISOString(),
  });
  const mesin: Partial<MesinSla> = {
    selesaiSejak: async (s) => {
      sejak.push(s);
      return semua.filter((k) => (k.endTime ?? 0) >= s);
    },
    variabel: async () => Object.entries(tenggat).map(([id, t]) => variabel(id, t)),
    tenggatTugas: async () => new Map(Object.entries(tugas).map(([id, t]) => [id, wib(t)])),
  };
  const buku = createBuku({
    mesin: mesin as MesinSla,
    kegiatan: async () => kegiatan,
    permohonan: async () => new Map([["i", { nomor: "RP-2026-0001", satker: { id: "satker-a", nama: "A" } }]]),
    kalender,
    jam: () => new Date(kini),
  });
  return { buku, sejak, pada: (saat: number) => (kini = saat) };
}

test("finished steps get row, lane and working time; the cancelled and those without a limit are left out", async () => {
  const { buku } = uji(
    [
      kejadian("a", "perintah-reset", "20 09:30"),
      kejadian("b", "perintah-reset", "20 09:40", { canceled: true }),
      kejadian("c", "penolakan-kirim", "20 09:50", { activityType: "serviceTask" }),
      kejadian("d", "reset-manual", "20 13:30"),
    ],
    { a: "20 10:00" },
    { d: "20 09:30" },
  );
  expect((await buku()).map((l) => [l.id, l.nomor, l.grup, l.pakaiMs, l.jatahMs])).toEqual([
    ["a", 3, "kepala-lpse", 1_800_000, 3_600_000],
    ["d", 5, "tim-pengelola-lpse", 10_800_000, 1_800_000],
  ]);
});

test("what was read is kept; later the engine is asked for the new only, with a margin, and each step counts once", async () => {
  const semua = [kejadian("a", "perintah-reset", "20 09:30")];
  const { buku, sejak, pada } = uji(semua, { a: "20 10:00", e: "23 12:00" });
  await buku();
  semua.push(kejadian("e", "perintah-reset", "23 11:05"));
  pada(wib("23 11:06"));
  expect((await buku()).map((l) => l.id)).toEqual(["a", "e"]);
  expect(await buku()).toHaveLength(2);
  expect(sejak[1]).toBe(wib("23 10:58"));
});

test("what is older than history keeps is forgotten", async () => {
  const { buku, pada } = uji([kejadian("a", "perintah-reset", "20 09:30")], { a: "20 10:00" });
  expect(await buku()).toHaveLength(1);
  pada(wib("23 11:00") + 366 * 86_400_000);
  expect(await buku()).toEqual([]);
});

test("a step whose year is no longer in the calendar has no length, and the others keep theirs", async () => {
  const dulu = { startTime: Date.parse("2025-12-31T02:00:00Z"), endTime: Date.parse("2026-01-02T02:00:00Z") };
  const { buku } = uji(
    [kejadian("z", "perintah-reset", "20 09:30", dulu), kejadian("a", "perintah-reset", "20 09:30")],
    {
      z: "20 10:00",
      a: "20 10:00",
    },
  );
  expect((await buku()).map((l) => [l.id, l.pakaiMs])).toEqual([
    ["z", null],
    ["a", 1_800_000],
  ]);
});

test("the next timer is the earliest: before the limit a reminder, at it the breach, after it again", () => {
  const timer = (id: string, saat: string | null) => ({
    id,
    executionId: "e",
    dueDate: saat === null ? null : wib(saat),
  });
  const jenis = (...semua: ReturnType<typeof timer>[]) => timerBerikut(semua, wib("23 10:00"))?.jenis;
  expect(jenis(timer("b", "23 10:00"), timer("a", "23 09:48"))).toBe("pengingat");
  expect(jenis(timer("b", "23 10:00"))).toBe("lewat");
  expect(jenis(timer("b", "24 10:00"))).toBe("ulang");
  expect(jenis(timer("b", null))).toBeUndefined();
  expect(jenis()).toBeUndefined();
});

test("a request without number is not ours, one without a unit's name is called by the unit's id", () => {
  const v = (processInstanceId: string, name: string, value: unknown) => ({
    id: name,
    name,
    type: "String",
    value,
    processInstanceId,
    activityInstanceId: processInstanceId,
  });
  const hasil = kelompokkan([
    v("a", "nomorPermohonan", "RP-1"),
    v("a", "satker", "satker-x"),
    v("b", "satker", "satker-y"),
    v("c", "nomorPermohonan", 7),
  ]);
  expect([...hasil]).toEqual([["a", { nomor: "RP-1", satker: { id: "satker-x", nama: "satker-x" } }]]);
});
