/** What the search for leaked secrets finds: planted once, in each disguise, wherever it stands. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "@jest/globals";
import { createFinder, disguises, filesWith } from "../../../scripts/soak/traces.js";

const SECRETS = ["Rahasia/1+a", 'kutip"dan\\garis', "abcd"];
const MANY = Array.from({ length: 100 }, (_, i) => `lain-${i}-rahasia`);
const finders = [createFinder(SECRETS), createFinder([...MANY, ...SECRETS])];
const folder = mkdtempSync(join(tmpdir(), "uji-jejak-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("a secret", () => {
  test.each(disguises(SECRETS))("written as %s is found at the start, in the middle and at the end", (text) => {
    const noise = "x".repeat(1_000);
    for (const content of [text, text + noise, noise + text + noise, noise + text])
      for (const holdsAny of finders) expect(holdsAny(Buffer.from(content))).toBe(true);
  });

  test("that is not there is not found, nor one cut short at the end", () => {
    const others = ["", "Rahasia/1+A, abc", "xRahasia/1+", "lain-100-rahasia"];
    for (const text of others) for (const holdsAny of finders) expect(holdsAny(Buffer.from(text))).toBe(false);
  });

  test("of which another one is the beginning does not hide that one", () => {
    for (const more of [[], MANY]) expect(createFinder(["abcdef", "abcd", ...more])(Buffer.from("xxabcde"))).toBe(true);
  });
});

test("files below a folder are told by their path, skipped ones are not read", () => {
  mkdirSync(join(folder, "dalam"));
  writeFileSync(join(folder, "dalam", "a"), Buffer.concat([Buffer.from([0, 255]), Buffer.from("xabcdx")]));
  writeFileSync(join(folder, "b"), "nothing");
  writeFileSync(join(folder, "c"), "abcd");
  const found = filesWith(folder, SECRETS, (file) => file.endsWith("c"));
  expect(found).toEqual([join(folder, "dalam", "a")]);
});
