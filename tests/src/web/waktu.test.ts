import { describe, expect, test } from "@jest/globals";
import { lama, saatLengkap, saatSingkat, tanggalPanjang, tenggatKata } from "../../../src/web/waktu.js";

const MENIT = 60_000;
const sekarang = new Date("2026-11-24T04:40:00Z");

describe("dates in words", () => {
  test("an instant is written in WIB whatever zone the computer is in", () => {
    expect(saatLengkap(new Date("2026-11-24T08:00:00Z"))).toBe("Selasa, 24 November 2026 pukul 15.00 WIB");
    expect(saatSingkat(new Date("2026-11-23T18:05:00Z"))).toBe("24 Nov 2026, 01.05");
  });

  test("a calendar date is spelled out, other text is left as it is", () => {
    expect(tanggalPanjang("2026-08-07")).toBe("7 Agustus 2026");
    expect(tanggalPanjang("besok")).toBe("besok");
    expect(tanggalPanjang("2026-13-01")).toBe("2026-13-01");
  });
});

describe("spans", () => {
  test.each([
    [0, "kurang dari 1 menit"],
    [59_000, "kurang dari 1 menit"],
    [MENIT, "1 menit"],
    [200 * MENIT, "3 jam 20 menit"],
    [180 * MENIT, "3 jam"],
    [26 * 60 * MENIT + MENIT, "1 hari 2 jam"],
    [24 * 60 * MENIT + 5 * MENIT, "1 hari"],
    [-90 * MENIT, "1 jam 30 menit"],
  ])("%d ms is %s", (ms, kata) => {
    expect(lama(ms)).toBe(kata);
  });
});

describe("due dates", () => {
  test("far away: the day, the time and what is left", () => {
    expect(tenggatKata(new Date("2026-11-24T08:00:00Z"), sekarang)).toEqual({
      saat: "Selasa, 24 November 2026 pukul 15.00 WIB",
      sisa: "sisa 3 jam 20 menit",
      keadaan: "aman",
    });
  });

  test("of a short time limit the last quarter counts as near, not all of it", () => {
    const mulai = new Date("2026-11-24T04:40:00Z");
    const tenggat = new Date("2026-11-24T05:10:00Z");
    expect(tenggatKata(tenggat, new Date("2026-11-24T05:02:00Z"), mulai).keadaan).toBe("aman");
    expect(tenggatKata(tenggat, new Date("2026-11-24T05:03:00Z"), mulai).keadaan).toBe("dekat");
  });

  test("an hour or less counts as near, the past as late", () => {
    expect(tenggatKata(new Date("2026-11-24T05:40:00Z"), sekarang).keadaan).toBe("dekat");
    expect(tenggatKata(new Date("2026-11-24T05:41:00Z"), sekarang).keadaan).toBe("aman");
    expect(tenggatKata(new Date("2026-11-24T04:39:00Z"), sekarang)).toMatchObject({
      sisa: "lewat 1 menit",
      keadaan: "lewat",
    });
  });
});
