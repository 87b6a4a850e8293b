import { expect, test } from "@jest/globals";
import { keEpoch } from "../../../src/calendar/table.js";

test("a local time just after a change of offset is read with the new offset", () => {
  const perubahan = Date.UTC(2026, 2, 8, 7);
  const geseran = (saat: number) => (saat < perubahan ? -300 : -240);
  expect(keEpoch(Date.UTC(2026, 2, 8, 6), geseran)).toBe(Date.UTC(2026, 2, 8, 10));
  expect(keEpoch(Date.UTC(2026, 2, 7, 6), geseran)).toBe(Date.UTC(2026, 2, 7, 11));
});
