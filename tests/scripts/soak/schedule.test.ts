import { describe, expect, test } from "@jest/globals";
import { drawSchedule, eventText } from "../../../scripts/soak/schedule.js";

const MINUTE_MS = 60_000;

describe("the schedule of a soak", () => {
  test("is the same for the same seed, and another for another", () => {
    expect(drawSchedule(7, MINUTE_MS)).toEqual(drawSchedule(7, MINUTE_MS));
    expect(drawSchedule(7, MINUTE_MS).events).not.toEqual(drawSchedule(8, MINUTE_MS).events);
  });

  test("lies within the time, in order", () => {
    const { events, requests } = drawSchedule(7, MINUTE_MS);
    const times = events.map((e) => e.atMs);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect([...events, ...requests].filter((e) => e.atMs < 0 || e.atMs >= MINUTE_MS)).toEqual([]);
  });

  test("has every kind of fault in a long run, engine and database included", () => {
    const kinds = new Set(drawSchedule(7, 30 * MINUTE_MS).events.map((e) => e.kind));
    expect([...kinds].sort()).toEqual([
      "cut-network",
      "freeze-worker",
      "kill-engine",
      "kill-postgres",
      "kill-worker",
      "restart-postgres",
      "simulator",
    ]);
  });

  test("brings engine or database down even in a short run", () => {
    const severe = drawSchedule(7, 40_000).events.filter((e) => /engine|postgres/.test(e.kind));
    expect(severe).toHaveLength(1);
  });

  test("refuses, returns and lets limits pass, even in a short run; a refused request is late in step 2 alone", () => {
    const fates = drawSchedule(7, MINUTE_MS).requests.map(({ fate }) => fate);
    expect(fates.some(({ refused }) => refused)).toBe(true);
    expect(fates.some(({ returned }) => returned > 0)).toBe(true);
    expect(fates.some(({ late }) => late !== undefined)).toBe(true);
    const all = drawSchedule(7, 60 * MINUTE_MS).requests.map(({ fate }) => fate);
    expect(new Set(all.filter(({ refused }) => refused).map(({ late }) => late))).toEqual(new Set([undefined, 2]));
    expect(new Set(all.map(({ late }) => late))).toEqual(new Set([undefined, 2, 3, 4, 8, 9]));
  });

  test("is told a line each", () => {
    const text = eventText({ atMs: 1_500, kind: "kill-worker", worker: 2, forMs: 300 });
    expect(text).toBe('   1.5 s  kill-worker {"worker":2,"forMs":300}');
  });
});
