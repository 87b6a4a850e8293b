import { describe, expect, it } from "@jest/globals";
import { withBench } from "../../../bench/report/readme.js";

describe("the bench's place in the README", () => {
  it("takes the new table and leaves the rest", () => {
    const readme = "# T\n<!-- bench:start -->\nold\n<!-- bench:end -->\nend\n";
    const once = withBench(readme, "| new |");
    expect(once).toBe("# T\n<!-- bench:start -->\n| new |\n<!-- bench:end -->\nend\n");
    expect(withBench(once ?? "", "| new |")).toBe(once);
  });

  it("may be missing", () => {
    expect(withBench("# T\n", "x")).toBeUndefined();
    expect(withBench("<!-- bench:end --><!-- bench:start -->", "x")).toBeUndefined();
  });
});
