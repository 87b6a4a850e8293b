import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { parseRetryAfter } from "../../../workers/adapters/retry-after.js";

const NOW = Date.parse("2026-10-21T07:27:00Z");

test.each([
  ["120", 120_000],
  ["0", 0],
  [" 5 ", 5_000],
  ["Wed, 21 Oct 2026 07:28:00 GMT", 60_000],
  ["Wed, 21 Oct 2026 07:26:00 GMT", 0],
  ["99999999999999999999", 86_400_000],
  ["-5", undefined],
  ["1.5", undefined],
  ["soon", undefined],
  ["", undefined],
  [null, undefined],
])("Retry-After %j is a wait of %j ms", (value, expected) => {
  expect(parseRetryAfter(value, NOW)).toBe(expected);
});

test("Whatever the header says, the wait is a number from 0 to one day, or none", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.nat().map(String),
        fc.date({ noInvalidDate: true }).map((d) => d.toUTCString()),
      ),
      (value) => {
        const ms = parseRetryAfter(value, NOW);
        expect(ms === undefined || (ms >= 0 && ms <= 86_400_000)).toBe(true);
      },
    ),
  );
});
