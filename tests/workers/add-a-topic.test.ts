/** "Add a topic" of README.md, run as it stands: its files are written beside this one and its test is one of this file's. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { afterAll, expect, test } from "@jest/globals";

const BLOCK = /^( *)```ts\n\1\/\/ (\S+)\n([\s\S]*?)^\1```/gm;
const blocks = [...readFileSync("README.md", "utf8").matchAll(BLOCK)].map(([, indent = "", path = "", code = ""]) => ({
  path,
  code: code.replaceAll(`\n${indent}`, "\n").trimStart(),
}));
const copies = mkdtempSync(resolve("tests/workers/.add-a-topic-"));
afterAll(() => rmSync(copies, { recursive: true, force: true }));

/** Imports of files in the document lead to their copies, all others to the repository as before. */
function moved(path: string, code: string): string {
  const written = new Set(blocks.map((block) => block.path));
  return code.replace(/from "(\.[^"]+)"/g, (_all, specifier: string) => {
    const target = join(dirname(path), specifier);
    const home = written.has(target.replace(/\.js$/, ".ts")) ? copies : resolve(".");
    return `from "${relative(dirname(join(copies, path)), join(home, target))}"`;
  });
}

for (const { path, code } of blocks) {
  mkdirSync(join(copies, dirname(path)), { recursive: true });
  writeFileSync(join(copies, path), moved(path, code));
}
for (const { path } of blocks.filter((block) => block.path.endsWith(".test.ts"))) await import(join(copies, path));

test("README adds a topic and its test in less than 40 lines of code", () => {
  const lines = blocks.flatMap(({ code }) => code.split("\n").filter((line) => line.trim() !== ""));
  expect(blocks.map(({ path }) => path)).toEqual([
    "workers/topics/akun-periksa.ts",
    "tests/workers/topics/akun-periksa.test.ts",
  ]);
  expect(lines.length).toBeLessThan(40);
});
