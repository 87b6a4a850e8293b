import { describe, expect, it } from "@jest/globals";
import { foreignShare, undisturbed } from "../../bench/quiet.js";

const inTurns = (...shares: number[]) => {
  const left = [...shares];
  const measure = async () => ({ foreign: left.shift() ?? Number.NaN });
  return { measure, asked: () => shares.length - left.length };
};

describe("measuring beside other programs", () => {
  it("counts what is busy and not ours as theirs", () => {
    const from = { busyUs: 1_000, totalUs: 10_000 };
    expect(foreignShare(from, { busyUs: 4_000, totalUs: 20_000 }, 1_000)).toBe(0.2);
    expect(foreignShare(from, { busyUs: 4_000, totalUs: 20_000 }, 3_500)).toBe(0);
  });

  it("is content with the first measurement that nobody disturbed", async () => {
    const { measure, asked } = inTurns(0.5, 0.02, 0.01);
    expect(await undisturbed(4, measure)).toEqual({ foreign: 0.02 });
    expect(asked()).toBe(2);
  });

  it("gives up in the end with the least disturbed one", async () => {
    const { measure } = inTurns(0.5, 0.3, 0.4);
    expect(await undisturbed(3, measure)).toEqual({ foreign: 0.3 });
  });

  it("does not repeat where the system does not tell", async () => {
    const { measure, asked } = inTurns(Number.NaN, 0.01);
    await undisturbed(3, measure);
    expect(asked()).toBe(1);
  });
});
