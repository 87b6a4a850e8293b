import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { fullJitter } from "../../../workers/runtime/backoff.js";

const limits = { baseMs: 100, maxMs: 5_000 };

test("a pause lies between nothing and the doubled base, never above the longest", () => {
  fc.assert(
    fc.property(fc.nat(1_000), fc.double({ min: 0, max: 0.999999, noNaN: true }), (attempt, random) => {
      const pause = fullJitter(attempt, limits, () => random);
      expect(pause).toBeGreaterThanOrEqual(0);
      expect(pause).toBeLessThanOrEqual(Math.min(5_000, 100 * 2 ** attempt));
    }),
  );
});
