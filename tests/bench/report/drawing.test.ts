import { describe, expect, it } from "@jest/globals";
import { draw, panelsOf } from "../../../bench/report/drawing.js";
import { result, round } from "../contoh.js";

const widths = (svg: string) =>
  [...svg.matchAll(/<rect x="[\d.]+" y="[\d.]+" width="([\d.]+)"/g)].map(([, w]) => Number(w));

describe("the bench's picture", () => {
  it("draws bars in proportion, one for each contender", () => {
    const values = { bare: 200, official: 50, tuned: 100, runtime: 0 };
    const [bare = 0, official, tuned, runtime = 0] = widths(
      draw([{ title: "t", better: "more", unit: "/s", values }], "h", "n"),
    );
    expect([official, tuned]).toEqual([bare / 4, bare / 2]);
    expect(runtime).toBeGreaterThan(0);
  });

  it("keeps every bar and its figure inside the picture", () => {
    const svg = draw(panelsOf(result([round({ bare: { requestAlone: 123_456 } })])), "heading", "note");
    const ends = [...svg.matchAll(/<text x="([\d.]+)"[^>]*>([^<]*)</g)].map(
      ([, x, text = ""]) => Number(x) + text.length * 6.4,
    );
    expect(Math.max(...ends)).toBeLessThanOrEqual(880);
  });

  it("escapes what XML would read", () => {
    const svg = draw([], `a < b & "c"`, "n");
    expect(svg).toContain("a &lt; b &amp; &quot;c&quot;");
  });

  it("shows a dash for what could not be measured", () => {
    const values = { bare: 1, official: 1, tuned: 1, runtime: Number.NaN };
    expect(draw([{ title: "t", better: "less", unit: "ms", values }], "h", "n")).toContain(">– ms<");
  });
});
