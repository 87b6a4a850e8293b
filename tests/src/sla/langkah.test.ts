import { beforeAll, expect, test } from "@jest/globals";
import { muatKalender } from "../../../src/calendar/load.js";
import { type LangkahBuka, mendesak, nilai, susunLangkah } from "../../../src/sla/langkah.js";
import { JAM_MS, langkahBuka, MENIT_MS, wib } from "./contoh.js";

let kalender: Awaited<ReturnType<typeof muatKalender>>;
beforeAll(async () => {
  kalender = await muatKalender("bpmn/kalender");
});

const satuJam = (): LangkahBuka => langkahBuka({ mulai: wib("23 09:00"), tenggat: wib("23 10:00"), jatahMs: JAM_MS });

test.each([
  ["23 09:00", "aman", 60],
  ["23 09:47", "aman", 13],
  ["23 09:48", "mendekati", 12],
  ["23 10:00", "mendekati", 0],
  ["23 10:01", "lewat", -1],
  ["23 13:30", "lewat", -150],
])("one hour from 09.00 stands at %s as %s with %d minutes", (kini, status, menit) => {
  expect(nilai(satuJam(), wib(kini), kalender)).toMatchObject({ status, sisaMs: menit * MENIT_MS });
});

test("a step due at closing time is over in the evening, although no working time has passed since", () => {
  const sore = langkahBuka({ mulai: wib("20 15:00"), tenggat: wib("20 16:30"), jatahMs: 1.5 * JAM_MS });
  expect(nilai(sore, wib("20 20:00"), kalender)).toMatchObject({ status: "lewat", sisaMs: 0 });
});

test("a year that is not loaded is refused, not counted as free of holidays", () => {
  expect(() => nilai(satuJam(), Date.parse("2031-01-06T03:00:00Z"), kalender)).toThrow("2031");
});

test("the most urgent comes first, whatever the order of the engine, and equals keep one order", () => {
  const kini = wib("23 11:00");
  const baris = [
    langkahBuka({ id: "c", tenggat: wib("24 09:00") }),
    langkahBuka({ id: "b", tenggat: wib("23 10:00") }),
    langkahBuka({ id: "a", tenggat: wib("23 10:00") }),
    langkahBuka({ id: "d", tenggat: wib("20 10:00") }),
  ].map((l) => nilai(l, kini, kalender));
  expect(baris.toSorted(mendesak).map((l) => l.id)).toEqual(["d", "a", "b", "c"]);
  expect(
    baris
      .toReversed()
      .toSorted(mendesak)
      .map((l) => l.id),
  ).toEqual(["d", "a", "b", "c"]);
});

const kegiatan = {
  id: "perintah-reset",
  nama: "Perintahkan reset password",
  nomor: 3,
  induk: 3,
  waktu: "60 menit",
  aktivitas: "Memerintahkan Tim LPSE",
  grup: "kepala-lpse",
  pelaksana: "Kepala LPSE",
};
const rujukan = {
  permohonan: new Map([["i1", { nomor: "RP-2026-0007", satker: { id: "satker-a", nama: "Satker A" } }]]),
  kegiatan: new Map([["d1", new Map([["perintah-reset", kegiatan]])]]),
  nama: new Map([["ratna", "Ratna Wulandari"]]),
};
const pekerjaan = {
  eksekusi: "e1",
  instans: "i1",
  definisi: "d1",
  aktivitas: "perintah-reset",
  tugas: "t1",
  pemegang: "ratna",
  mulai: wib("23 11:30"),
  tenggat: wib("23 13:30"),
};

test("a piece of work gets its names, and its allowance in working time without the break", () => {
  expect(susunLangkah(pekerjaan, rujukan, kalender)).toMatchObject({
    id: "e1",
    nomorPermohonan: "RP-2026-0007",
    langkah: { nomor: 3, waktu: "60 menit" },
    pemegang: { id: "ratna", nama: "Ratna Wulandari" },
    jatahMs: JAM_MS,
  });
});

test("work without a time limit, of an unknown request or an unknown activity is no row", () => {
  expect(susunLangkah({ ...pekerjaan, tenggat: null }, rujukan, kalender)).toBeUndefined();
  expect(susunLangkah({ ...pekerjaan, instans: "lain" }, rujukan, kalender)).toBeUndefined();
  expect(susunLangkah({ ...pekerjaan, aktivitas: "lain" }, rujukan, kalender)).toBeUndefined();
  expect(susunLangkah({ ...pekerjaan, definisi: "lain" }, rujukan, kalender)).toBeUndefined();
});

test("automated work is held by the system, work nobody took by nobody, an account without a name by its id", () => {
  const pemegang = (id: string | null) => susunLangkah({ ...pekerjaan, pemegang: id }, rujukan, kalender)?.pemegang;
  expect(pemegang("sistem")).toEqual({ id: "sistem", nama: "Sistem" });
  expect(pemegang(null)).toBeNull();
  expect(pemegang("baru")).toEqual({ id: "baru", nama: "baru" });
});
