import { describe, expect, it } from "@jest/globals";
import { leastSquares, median, quantile, rotated } from "../../bench/statistics.js";

describe("the bench's statistics", () => {
  it("finds quantiles by the nearest rank, whatever the order", () => {
    const hundred = Array.from({ length: 100 }, (_, i) => 100 - i);
    expect([0.5, 0.95, 0.99, 1].map((share) => quantile(hundred, share))).toEqual([50, 95, 99, 100]);
    expect(quantile([7], 0.99)).toBe(7);
    expect(quantile([], 0.5)).toBeNaN();
  });

  it("takes the mean of the two values in the middle", () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([1, 9, 3, 5])).toBe(4);
    expect(median([])).toBeNaN();
  });

  it("lays the line of least squares through points", () => {
    const points = [
      { x: 0, y: 1 },
      { x: 1, y: 3 },
      { x: 2, y: 5 },
    ];
    expect(leastSquares(points)).toEqual({ slope: 2, intercept: 1 });
    expect(leastSquares([...points, { x: 1, y: 7 }])).toEqual({ slope: 2, intercept: 2 });
    expect(leastSquares([{ x: 4, y: 2 }])).toEqual({ slope: 0, intercept: 2 });
  });

  it("lets everybody begin once before anybody begins again", () => {
    const turns = [0, 1, 2, 3].map((round) => rotated(["a", "b", "c"], round).join(""));
    expect(turns).toEqual(["abc", "bca", "cab", "abc"]);
  });
});
