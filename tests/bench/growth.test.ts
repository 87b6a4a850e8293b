import { expect, test } from "@jest/globals";
import { forecast } from "../../bench/growth/forecast.js";
import { perRequest } from "../../bench/growth/sizes.js";

test("growth is what came on top, divided by the requests; what shrank did not grow", () => {
  expect(perRequest({ history: 100, running: 50 }, { history: 300, running: 40, other: 8 }, 4)).toEqual({
    history: 50,
    running: 0,
    other: 2,
  });
});

test("clean-up keeps a year of the engine's history, the little it leaves of older requests, and all of what is ours", () => {
  const load = { requestsPerYear: 10, years: 10, historyYears: 1, uploadBytes: 1_000 };
  const measured = { engine: { history: 200 }, left: 4, ours: { documents: 70, audit: 10 }, uploads: 30 };
  expect(forecast(measured, load)).toEqual({
    perRequest: { engine: 200, left: 4, ours: 50, uploads: 1_000 },
    cleaned: 100 * 1_050 + 10 * 200 + 90 * 4,
    uncleaned: 100 * 1_050 + 100 * 200,
  });
});

test("a system younger than the time to live has removed nothing yet", () => {
  const load = { requestsPerYear: 10, years: 1, historyYears: 1, uploadBytes: 0 };
  const { cleaned, uncleaned } = forecast({ engine: { history: 200 }, left: 4, ours: {}, uploads: 0 }, load);
  expect(cleaned).toBe(uncleaned);
});
