import { describe, expect, test } from "@jest/globals";
import { hitung } from "../../../cockpit/halaman/hitung.js";
import { JAM, kalender, langkah, wib } from "../contoh.js";

const pukul10 = wib("2026-11-23 10:00");
const l = langkah(1, { sisaMs: 6.5 * JAM, tenggat: wib("2026-11-24 09:00") });
const pada = (saat: string) => hitung(l, pukul10, wib(saat), kalender);

describe("the time left of a step", () => {
  test("counts down in working time: the lunch break and the night take nothing", () => {
    expect(pada("2026-11-23 11:00").sisaMs).toBe(5.5 * JAM);
    expect(pada("2026-11-23 13:00").sisaMs).toBe(4.5 * JAM);
    expect(pada("2026-11-23 23:00").sisaMs).toBe(pada("2026-11-24 07:00").sisaMs);
  });

  test("is near from 80 % of the working time on and over after the due instant, without asking the server", () => {
    expect(pada("2026-11-23 15:59").status).toBe("aman");
    expect(pada("2026-11-24 07:30").status).toBe("mendekati");
    expect(pada("2026-11-24 09:01")).toEqual({ sisaMs: -60_000, status: "lewat", terpakai: 1 });
  });

  test("is over outside working hours too, where no working time passes", () => {
    const sore = langkah(1, { sisaMs: 0, tenggat: wib("2026-11-23 16:00") });
    expect(hitung(sore, wib("2026-11-23 16:00"), wib("2026-11-23 16:01"), kalender).status).toBe("lewat");
  });

  test("stands still at the server's figure without a calendar", () => {
    expect(hitung(l, pukul10, pukul10 + JAM, undefined).sisaMs).toBe(l.sisaMs);
  });
});
