import { readFileSync } from "node:fs";
import { beforeAll, expect, test } from "@jest/globals";
import { muatKalender } from "../../../src/calendar/load.js";
import { garisWaktu } from "../../../src/sla/garis-waktu.js";
import type { KejadianSla } from "../../../src/sla/mesin-sla.js";
import { readSop, type Sop } from "../../../src/sop/diagram.js";
import { JAM_MS, MENIT_MS, wib } from "./contoh.js";

let kalender: Awaited<ReturnType<typeof muatKalender>>;
let sop: Sop;
beforeAll(async () => {
  kalender = await muatKalender("bpmn/kalender");
  sop = await readSop(readFileSync("bpmn/reset-password-spse.bpmn", "utf8"));
});

const kejadian = (id: string, activityId: string, mulai: string, selesai: string | null, ubah = {}): KejadianSla => ({
  id,
  activityId,
  activityType: "userTask",
  processDefinitionId: "d",
  processDefinitionKey: "reset-password-spse",
  processInstanceId: "i",
  executionId: `e-${id}`,
  startTime: wib(mulai),
  endTime: selesai === null ? null : wib(selesai),
  canceled: false,
  assignee: "dewi",
  ...ubah,
});
const garis = (semua: KejadianSla[], tenggat: [string, string][], kini: string) =>
  garisWaktu(
    {
      langkah: sop.langkah,
      kejadian: semua,
      tenggat: new Map(tenggat.map(([id, t]) => [id, wib(t)])),
      akun: new Map([["c", "Siti Aminah"]]),
      diajukan: wib("19 09:00"),
    },
    wib(kini),
    kalender,
  );

test("the plan runs through all eleven rows in working time, from the day of the request", () => {
  const baris = garis([], [], "19 10:00");
  expect(baris.map((b) => b.nomor)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  expect(baris[0]).toMatchObject({
    rencanaMulai: "2026-11-19T02:00:00.000Z",
    rencanaSelesai: "2026-11-20T02:00:00.000Z",
  });
  for (const [i, b] of baris.entries()) if (i > 0) expect(b.rencanaMulai).toBe(baris[i - 1]?.rencanaSelesai);
  expect(baris.every((b) => b.keadaan === "belum" && b.putaran.length === 0)).toBe(true);
  expect(baris[2]).toMatchObject({ waktu: "60 menit", jatahMs: JAM_MS });
});

test("a row done twice has two rounds, each with its own clock: waiting for the Satker is nobody else's time", () => {
  const semua = [
    kejadian("b", "perintah-reset", "20 14:00", "20 14:30"),
    kejadian("a", "perintah-reset", "19 11:30", "19 13:31"),
  ];
  const [, , tiga] = garis(
    semua,
    [
      ["a", "19 13:30"],
      ["b", "20 15:00"],
    ],
    "23 10:00",
  );
  expect(tiga?.putaran.map((p) => [p.status, p.pakaiMs])).toEqual([
    ["terlambat", 61 * MENIT_MS],
    ["tepat", 30 * MENIT_MS],
  ]);
});

test("a step under way counts up to now, a cancelled one is told as such, and a way out stands at the row it helps out", () => {
  const semua = [
    kejadian("a", "spse-reset-password", "23 09:00", "23 09:10", {
      activityType: "serviceTask",
      canceled: true,
      assignee: null,
    }),
    kejadian("c", "reset-manual", "23 09:10", null, { assignee: null }),
  ];
  const baris = garis(
    semua,
    [
      ["a", "23 09:30"],
      ["c", "23 09:40"],
    ],
    "23 10:00",
  )[4];
  expect(baris?.putaran).toMatchObject([
    { aktivitas: "spse-reset-password", status: "batal", oleh: ["sistem"] },
    {
      aktivitas: "reset-manual",
      status: "lewat",
      selesai: null,
      oleh: [],
      akun: "Siti Aminah",
      pakaiMs: 50 * MENIT_MS,
    },
  ]);
});
