import { describe, expect, test } from "@jest/globals";
import { createSumbu } from "../../../cockpit/instans/sumbu.js";
import { kalender, wib } from "../contoh.js";

describe("the axis of the time line", () => {
  const sumbu = createSumbu([wib("2026-11-20 07:30"), wib("2026-11-23 16:00")], kalender);

  test("gives nights and weekends no room: Friday and Monday take half each", () => {
    expect(sumbu.tempat(wib("2026-11-20 16:30"))).toBe(0.5);
    expect(sumbu.tempat(wib("2026-11-22 12:00"))).toBe(0.5);
    expect([sumbu.tempat(wib("2026-11-01 08:00")), sumbu.tempat(wib("2026-12-01 08:00"))]).toEqual([0, 1]);
  });

  test("marks working days only, and never more than eight", () => {
    expect(sumbu.tanda).toEqual([wib("2026-11-23 00:00")]);
    expect(createSumbu([wib("2026-01-05 08:00"), wib("2026-11-23 08:00")], kalender).tanda.length).toBeLessThanOrEqual(
      8,
    );
  });

  test("runs by the clock where no calendar is", () => {
    expect(createSumbu([0, 100], undefined).tempat(25)).toBe(0.25);
    expect(
      createSumbu([wib("2031-01-01 00:00"), wib("2031-01-03 00:00")], kalender).tempat(wib("2031-01-02 00:00")),
    ).toBe(0.5);
  });
});
