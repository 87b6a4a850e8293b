import { readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import { PAGES, withBench } from "../../../bench/report/pages.js";
import type { Result } from "../../../bench/result.js";

describe("the bench's place in a page", () => {
  it("takes the new table and leaves the rest", () => {
    const page = "# T\n<!-- bench:start -->\nold\n<!-- bench:end -->\nend\n";
    const once = withBench(page, "| new |");
    expect(once).toBe("# T\n<!-- bench:start -->\n| new |\n<!-- bench:end -->\nend\n");
    expect(withBench(once ?? "", "| new |")).toBe(once);
  });

  it("may be missing", () => {
    expect(withBench("# T\n", "x")).toBeUndefined();
    expect(withBench("<!-- bench:end --><!-- bench:start -->", "x")).toBeUndefined();
  });

  it.each(Object.entries(PAGES))("quotes in %s the result that docs/bench.json keeps", (file, quote) => {
    const kept: Result = JSON.parse(readFileSync("docs/bench.json", "utf8"));
    const page = readFileSync(file, "utf8");
    expect(withBench(page, quote(kept))).toBe(page);
  });
});
