import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { z } from "zod";
import { readConfig } from "../../src/config.js";

const schema = z.object({ KUNCI: z.string().min(12).optional(), PORT: z.coerce.number().default(1) });
let dir: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), "config-"));
  writeFileSync(join(dir, "kunci"), "from-a-file-0123\n");
  writeFileSync(join(dir, "short"), "tiny-secret");
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

test("an option may be given as the name of a file that holds it", () => {
  expect(readConfig(schema, { KUNCI_FILE: join(dir, "kunci") })).toEqual({ KUNCI: "from-a-file-0123", PORT: 1 });
});

test("an option in the environment wins over its file, an empty one does not", () => {
  const file = { KUNCI_FILE: join(dir, "kunci") };
  expect(readConfig(schema, { ...file, KUNCI: "from-the-environment" }).KUNCI).toBe("from-the-environment");
  expect(readConfig(schema, { ...file, KUNCI: "" }).KUNCI).toBe("from-a-file-0123");
});

test("a file that is not there is named together with its option", () => {
  expect(() => readConfig(schema, { KUNCI_FILE: join(dir, "none") })).toThrow(/KUNCI_FILE names .*none.*ENOENT/);
});

test("a wrong value is refused without being quoted", () => {
  const read = () => readConfig(schema, { KUNCI_FILE: join(dir, "short") });
  expect(read).toThrow(/KUNCI/);
  expect(read).not.toThrow(/tiny-secret/);
});
