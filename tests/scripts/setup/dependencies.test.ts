import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "@jest/globals";
import { isInstalled } from "../../../scripts/setup/dependencies.mjs";
import { temporaryFolder } from "../system/helpers.js";

let root: string;
const packages = {
  "": { name: "produk" },
  "node_modules/ada": { version: "1.0.0", integrity: "sha512-x" },
  "node_modules/lain-mesin": { version: "1.0.0", integrity: "sha512-y", optional: true },
};
const write = (file: string, content: unknown) => writeFileSync(join(root, file), JSON.stringify(content));
const install = (recorded: object) => {
  mkdirSync(join(root, "node_modules/ada"), { recursive: true });
  write("node_modules/ada/package.json", {});
  write("node_modules/.package-lock.json", { packages: recorded });
};
const complete = { "node_modules/ada": packages["node_modules/ada"] };

beforeEach(() => {
  root = temporaryFolder();
  write("package-lock.json", { packages });
});

describe("isInstalled", () => {
  it("sees that nothing is there", () => {
    expect(isInstalled(root)).toBe(false);
  });

  it("trusts an install that npm has brought to its end, packages for other machines left out", () => {
    install(complete);
    expect(isInstalled(root)).toBe(true);
  });

  it("does not trust one that was interrupted: npm writes its record last", () => {
    install(complete);
    rmSync(join(root, "node_modules/.package-lock.json"));
    expect(isInstalled(root)).toBe(false);
  });

  it("does not trust one whose packages are gone, or of another version", () => {
    install(complete);
    rmSync(join(root, "node_modules/ada"), { recursive: true });
    expect(isInstalled(root)).toBe(false);
    install({ "node_modules/ada": { version: "0.9.0", integrity: "sha512-z" } });
    expect(isInstalled(root)).toBe(false);
  });

  it("asks again after package-lock.json has changed", () => {
    install(complete);
    expect(isInstalled(root)).toBe(true);
    write("package-lock.json", { packages: { ...packages, "node_modules/baru": { version: "1.0.0" } } });
    expect(isInstalled(root)).toBe(false);
  });
});
