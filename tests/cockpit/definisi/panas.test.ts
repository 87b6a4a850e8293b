import { expect, test } from "@jest/globals";
import { bagianP90, tingkat } from "../../../cockpit/definisi/panas.js";

test("an activity is hotter the more of its time the slowest tenth takes, and hottest only beyond the limit", () => {
  expect([0.2, 0.5, 0.7, 0.8, 0.9, 1, 1.01, 3].map(tingkat)).toEqual([0, 0, 1, 1, 2, 2, 3, 3]);
});

test("without finished steps or without a limit there is no heat", () => {
  expect(tingkat(bagianP90({ p90Ms: null, jatahMs: 1000 }))).toBeUndefined();
  expect(tingkat(bagianP90({ p90Ms: 500, jatahMs: 0 }))).toBeUndefined();
  expect(bagianP90({ p90Ms: 500, jatahMs: 1000 })).toBe(0.5);
});
