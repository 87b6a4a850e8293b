import { describe, expect, test } from "@jest/globals";
import { type ActivityInstance, coverageTable, measureCoverage } from "./coverage.js";

const flows = [
  { id: "a-g", source: "a", target: "g" },
  { id: "g-b", source: "g", target: "b" },
  { id: "g-c", source: "g", target: "c" },
];
const done = (activityId: string, parentActivityInstanceId = "p", canceled = false): ActivityInstance => ({
  activityId,
  parentActivityInstanceId,
  startTime: "2026-11-23T03:00:00.000+0000",
  endTime: "2026-11-23T03:00:00.000+0000",
  canceled,
});
const nodes = ["a", "g", "b", "c"];

describe("coverage from history", () => {
  test("counts the way a gateway was left by what started next in the same scope", () => {
    const { flows: taken, missing } = measureCoverage(nodes, flows, [
      done("a"),
      done("g"),
      done("c", "other"),
      done("b"),
    ]);
    expect(Object.fromEntries(taken)).toEqual({ "a-g": 1, "g-b": 1, "g-c": 0 });
    expect(missing).toEqual(["g-c"]);
  });

  test("does not count the way out of an activity that was interrupted or is still open", () => {
    const open = { ...done("a"), endTime: null };
    expect(measureCoverage(nodes, flows, [done("a", "p", true), open]).missing).toEqual([
      "g",
      "b",
      "c",
      "a-g",
      "g-b",
      "g-c",
    ]);
  });

  test("sees a multi-instance activity entered and left by its body", () => {
    const history = [done("a"), done("g"), done("b#multiInstanceBody"), done("b", "body")];
    const { elements, flows: taken } = measureCoverage(
      nodes,
      [...flows, { id: "b-c", source: "b", target: "c" }],
      history,
    );
    expect([elements.get("b"), taken.get("g-b"), taken.get("b-c")]).toEqual([1, 1, 1]);
  });

  test("names what was never taken in the table", () => {
    expect(coverageTable(measureCoverage(nodes, flows, [done("a"), done("g"), done("b")]))).toContain(
      "Never taken: c, g-c",
    );
  });
});
