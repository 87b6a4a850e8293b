import { expect, test } from "@jest/globals";
import { muatKalender } from "../../../../src/calendar/load.js";
import type { LangkahPermohonan } from "../../../../src/web/api/skema.js";
import { kataWaktu, langkahTampil } from "../../../../src/web/beranda/langkah.js";

const kalender = await muatKalender("bpmn/kalender");
const sekarang = new Date("2026-11-23T03:00:00Z");
const langkah = (isi: Partial<LangkahPermohonan>): LangkahPermohonan => ({
  nomor: 2,
  aktivitas: "x",
  pelaksana: "Kepala UKPBJ",
  waktu: "1 hari",
  keadaan: "berjalan",
  ...isi,
});

test("a running step says since when, until when and what is left", () => {
  const l = langkah({ mulai: "2026-11-23T02:00:00Z", tenggat: "2026-11-23T05:00:00Z" });
  expect(kataWaktu(l, sekarang, kalender)).toBe(
    "Mulai 23 Nov 2026, 09.00, tenggat 23 Nov 2026, 12.00 (sisa 2 jam kerja)",
  );
});

test("a finished step says when, and whether it was late", () => {
  const selesai = { keadaan: "selesai", selesai: "2026-11-23T02:30:00Z", tenggat: "2026-11-23T02:00:00Z" } as const;
  expect(kataWaktu(langkah(selesai), sekarang, kalender)).toBe("Selesai 23 Nov 2026, 09.30");
  expect(kataWaktu(langkah({ ...selesai, terlambat: true }), sekarang, kalender)).toBe(
    "Selesai 23 Nov 2026, 09.30, melewati tenggat 23 Nov 2026, 09.00",
  );
});

test("a step to come has no times", () => {
  expect(kataWaktu(langkah({ keadaan: "belum" }), sekarang, kalender)).toBeUndefined();
});

test("nothing is still to come in a request that is over", () => {
  const semua = [langkah({ keadaan: "selesai" }), langkah({ keadaan: "belum" })];
  expect(langkahTampil(semua, "ditarik").map((l) => l.keadaan)).toEqual(["selesai", "dilewati"]);
  expect(langkahTampil(semua, "berjalan").map((l) => l.keadaan)).toEqual(["selesai", "belum"]);
});
