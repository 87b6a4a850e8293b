import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { countMarkers } from "../../../scripts/docs/markers.js";

const drawn = (a: string, b: string) =>
  `<path style="marker-end: url('#${a}')"/><marker id="${a}"/><path style="marker-start: url('#${b}')"/><marker id="${b}"/>`;

test("two drawings of one diagram are the same file, whatever ids were drawn for their arrow heads", () => {
  const [one, other] = [drawn("marker-0a9", "marker-7bz"), drawn("marker-x1y", "marker-0q0")].map(countMarkers);
  expect(one).toBe(drawn("marker-1", "marker-2"));
  expect(other).toBe(one);
});

test("the picture in docs/ is such a file, and each of its arrow heads is there", () => {
  const svg = readFileSync("docs/reset-password-spse.svg", "utf8");
  expect(countMarkers(svg)).toBe(svg);
  const ids = new Set([...svg.matchAll(/ id="(marker-\d+)"/g)].map(([, id]) => id));
  const used = [...svg.matchAll(/url\('#(.+?)'\)/g)].map(([, id]) => id);
  expect(used.length).toBeGreaterThan(0);
  expect(used.filter((id) => !ids.has(id))).toEqual([]);
});
