import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { backupFile, restoreOptions } from "../../../scripts/backup/options.js";
import { temporaryFolder } from "../system/helpers.js";

const now = new Date("2026-11-23T02:03:04Z");

test("a folder gets a file with the time as its name, a file is taken as it is", () => {
  const folder = temporaryFolder();
  expect(backupFile(["--out", folder], now)).toBe(join(folder, "cadangan-2026-11-23T020304.tar.gz"));
  expect(backupFile(["--out", join(folder, "malam.tar.gz")], now)).toBe(join(folder, "malam.tar.gz"));
});

test("a restore replaces nothing unless told, and takes numbers where they are named", () => {
  expect(restoreOptions(["a.tar.gz"])).toEqual({ file: "a.tar.gz", replace: false, into: undefined, numbers: {} });
  expect(restoreOptions(["-", "--replace", "--last-letter", "57", "--last-request=61", "--into", "/data"])).toEqual({
    file: "-",
    replace: true,
    into: "/data",
    numbers: { surat: 57, permohonan: 61 },
  });
});

test.each([[], ["a", "b"], ["a", "--last-letter", "-1"], ["a", "--last-letter", "dua"], ["a", "--entah"]])(
  "other arguments are answered with the usage (%s %s %s)",
  (...args) => {
    expect(() => restoreOptions(args)).toThrow(/^Usage: npm run restore/);
  },
);

test("a backup without a place is answered with the usage", () => {
  for (const args of [[], ["--out", ""], ["a.tar.gz"]])
    expect(() => backupFile(args, now)).toThrow(/^Usage: npm run backup/);
});
