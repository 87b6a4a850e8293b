import { readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import { envExample, optionDocs, optionsTable, withTable } from "../../../scripts/docs/options.js";

describe("the documentation of options", () => {
  it("says of every option what it means", () => {
    const undescribed = optionDocs().filter(({ what }) => what === "");
    expect(undescribed).toEqual([]);
  });

  it("knows defaults and who reads an option", () => {
    const byName = new Map(optionDocs().map((doc) => [doc.name, doc]));
    expect(byName.get("GATEWAY_PORT")).toMatchObject({ fallback: "3000", readBy: [] });
    expect(byName.get("DEMO")).toMatchObject({ fallback: "true" });
    expect(byName.get("SPSE_URL")).toMatchObject({ fallback: undefined, readBy: ["workers"] });
    expect(byName.get("KREDENSIAL_KEY")?.readBy).toEqual(["npm start", "gateway", "workers"]);
  });

  it("is in .env.example and in docs/options.md as src/config.ts has it (npm run docs:options)", () => {
    const page = readFileSync("docs/options.md", "utf8");
    expect(readFileSync(".env.example", "utf8")).toBe(envExample());
    expect(withTable(page, optionsTable())).toBe(page);
  });

  it("refuses a page without the place for it", () => {
    expect(() => withTable("# none", "")).toThrow("options:start");
  });
});
