import { beforeAll, expect, test } from "@jest/globals";
import { muatKalender } from "../../../../src/calendar/load.js";
import { bulanTertunggak, jatuhTempo, rentangBulan } from "../../../../src/sla/laporan/periode.js";

let kalender: Awaited<ReturnType<typeof muatKalender>>;
beforeAll(async () => {
  kalender = await muatKalender("bpmn/kalender");
});
const saat = (teks: string) => Date.parse(`${teks}:00+07:00`);
const tertunggak = (pertama: string | undefined, ada: string[], kini: string) =>
  bulanTertunggak(pertama === undefined ? undefined : saat(pertama), new Set(ada), saat(kini), kalender);

test.each([
  ["2026-02", { dari: "2026-02-01", sampai: "2026-02-28" }],
  ["2028-02", { dari: "2028-02-01", sampai: "2028-02-29" }],
  ["2026-12", { dari: "2026-12-01", sampai: "2026-12-31" }],
])("the month %s has its days", (bulan, rentang) => {
  expect(rentangBulan(bulan)).toEqual(rentang);
});

test("a report is due when work begins in the new month: after the weekend, after the holiday, later in Ramadan", () => {
  expect(jatuhTempo("2026-10", kalender)).toBe(saat("2026-11-02T07:30"));
  expect(jatuhTempo("2026-12", kalender)).toBe(saat("2027-01-04T07:30"));
  expect(jatuhTempo("2026-02", kalender)).toBe(saat("2026-03-02T08:00"));
});

test("nothing is due before any work, within the month, or before its first working instant", () => {
  expect(tertunggak(undefined, [], "2026-11-23T10:00")).toEqual([]);
  expect(tertunggak("2026-11-02T09:00", [], "2026-11-23T10:00")).toEqual([]);
  expect(tertunggak("2026-10-05T09:00", [], "2026-11-02T07:29")).toEqual([]);
});

test("a due report is due once, and months passed while the system was down are made up for, oldest first", () => {
  expect(tertunggak("2026-10-05T09:00", [], "2026-11-02T07:30")).toEqual(["2026-10"]);
  expect(tertunggak("2026-10-05T09:00", ["2026-10"], "2026-11-23T10:00")).toEqual([]);
  expect(tertunggak("2026-08-05T09:00", ["2026-09"], "2026-11-23T10:00")).toEqual(["2026-08", "2026-10"]);
  expect(tertunggak("2026-11-30T23:30", [], "2027-01-04T08:00")).toEqual(["2026-11", "2026-12"]);
});
