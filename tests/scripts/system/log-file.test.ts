import { closeSync, existsSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { lastLines, openLog } from "../../../scripts/system/log-file.js";
import { temporaryFolder } from "./helpers.js";

describe("lastLines", () => {
  it("answers the last lines, cut where they are very long, and none of a file that is not there", () => {
    const file = join(temporaryFolder(), "x.log");
    writeFileSync(file, `${"lama\n".repeat(10_000)}satu\n${"x".repeat(500)}\ntiga\n`);
    expect(lastLines(file, 3)).toEqual(["satu", `${"x".repeat(240)} …`, "tiga"]);
    expect(lastLines(`${file}.none`, 3)).toEqual([]);
  });
});

describe("openLog", () => {
  it("goes on where the log ended, and begins anew when it has grown large", () => {
    const file = join(temporaryFolder(), "logs", "x.log");
    const open = () => closeSync(openLog(file));
    open();
    writeFileSync(file, "lama\n");
    open();
    expect(readFileSync(file, "utf8")).toBe("lama\n");
    truncateSync(file, 20_000_001);
    open();
    expect([existsSync(`${file}.1`), readFileSync(file, "utf8")]).toEqual([true, ""]);
  });
});
