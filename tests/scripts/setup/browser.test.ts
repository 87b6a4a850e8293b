import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { findBrowser } from "../../../scripts/setup/browser.mjs";
import { temporaryFolder } from "../system/helpers.js";

describe("findBrowser", () => {
  it("prefers CHROMIUM_PATH, then what is installed, then what playwright has fetched", () => {
    const [bin, cache] = [temporaryFolder(), temporaryFolder()];
    const fetched = join(cache, "chromium-1234", "chrome-linux");
    mkdirSync(fetched, { recursive: true });
    writeFileSync(join(fetched, "chrome"), "");
    const env = { PATH: bin, PLAYWRIGHT_BROWSERS_PATH: cache };
    expect(findBrowser(env)).toBe(join(fetched, "chrome"));
    writeFileSync(join(bin, "google-chrome"), "");
    expect(findBrowser(env)).toBe(join(bin, "google-chrome"));
    expect(findBrowser({ ...env, CHROMIUM_PATH: "/pilihan/saya" })).toBe("/pilihan/saya");
  });
});
