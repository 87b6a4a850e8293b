import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { nomorTerakhirAman, percobaanAwal } from "../../../src/pemulihan/index.js";

test("the number grows with time, so that a second restore from the same or an older backup gives none twice", () => {
  const first = new Date("2026-11-23T02:00:00Z");
  const afterFirst = nomorTerakhirAman(57, first);
  // A quarter of an hour later all is lost again, ten letters further.
  expect(nomorTerakhirAman(57, new Date("2026-11-23T02:15:00Z"))).toBeGreaterThan(afterFirst + 10);
  expect(nomorTerakhirAman(12, new Date("2026-11-23T02:15:00Z"))).toBeGreaterThan(afterFirst + 10);
});

test("it is beyond the backup's last by a thousand at least, also in the first minute of the year", () => {
  expect(nomorTerakhirAman(3, new Date("2026-12-31T17:00:30Z"))).toBe(1_003);
  fc.assert(
    fc.property(
      fc.nat(2_000_000),
      fc.date({ min: new Date("2026-01-01"), max: new Date("2040-01-01"), noInvalidDate: true }),
      (last, now) => {
        expect(nomorTerakhirAman(last, now)).toBeGreaterThanOrEqual(last + 1_000);
      },
    ),
  );
});

test("no two restores share their first attempt, and it fits an integer until 2090", () => {
  expect(percobaanAwal(new Date("2026-11-23T02:00:01Z"))).toBe(percobaanAwal(new Date("2026-11-23T02:00:00Z")) + 1);
  expect(percobaanAwal(new Date("2090-01-01"))).toBeLessThan(2 ** 31);
});
