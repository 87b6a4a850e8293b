import { afterEach, describe, expect, jest, test } from "@jest/globals";
import { Registry } from "prom-client";
import { muatKalender } from "../../../../src/calendar/load.js";
import { awasiKalender, keadaanKalender, ukurKalender } from "../../../../src/gateway/latar/pengawas-kalender.js";

const kalender = await muatKalender("bpmn/kalender");
const pada = (tanggal: string) => Date.parse(`${tanggal}T10:00:00+07:00`);

afterEach(() => {
  jest.useRealTimers();
});

describe("the working calendar's end", () => {
  test("is no news while more than 60 days of loaded years are left", () => {
    expect(keadaanKalender(kalender, pada("2027-11-01"))).toEqual({ sisaHari: 60, peringatan: null });
  });

  test("is told with the file to add from 60 days before", () => {
    const { sisaHari, peringatan } = keadaanKalender(kalender, pada("2027-11-03"));
    expect(sisaHari).toBe(58);
    expect(peringatan).toMatch(/habis dalam 58 hari: tambahkan 2028\.json menurut SKB/);
  });

  test("is told all the more when it is there", () => {
    expect(keadaanKalender(kalender, pada("2028-01-02"))).toMatchObject({
      sisaHari: 0,
      peringatan: expect.stringContaining("sudah habis"),
    });
  });

  test("is logged at the start and every day", () => {
    jest.useFakeTimers();
    const warn = jest.fn();
    const berhenti = awasiKalender(kalender, { warn }, () => new Date(pada("2027-12-01")));
    expect(warn).toHaveBeenCalledWith({ daysLeft: 30, years: [2026, 2027] }, "the working calendar runs out");
    jest.advanceTimersByTime(3 * 86_400_000);
    expect(warn).toHaveBeenCalledTimes(4);
    berhenti();
    jest.advanceTimersByTime(86_400_000);
    expect(warn).toHaveBeenCalledTimes(4);
  });

  test("is not logged while there is enough", () => {
    const warn = jest.fn();
    awasiKalender(kalender, { warn }, () => new Date(pada("2026-11-23")))();
    expect(warn).not.toHaveBeenCalled();
  });

  test("is a figure of its own for alerts", async () => {
    const registry = new Registry();
    ukurKalender(registry, kalender, () => new Date(pada("2027-12-01")));
    expect(await registry.metrics()).toContain("kalender_sisa_hari 30");
  });
});
