/** The house rule on exports: one sentence directly above each, that tells a reader something its name does not. */
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";

const FOLDERS = ["src", "workers", "web-modeler", "scripts", "simulators", "bench", "cockpit"] as const;
const DECLARATION =
  /^(export )?(?:default )?(?:declare )?(?:abstract )?(?:async )?(const|let|function\*?|class|interface|type|enum) (\w+)/;

const sourcesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file) && !file.endsWith(".d.ts"))
    .map((file) => `${folder}/${file}`);

/** Whether a docstring with at least one word ends directly above; a word to Biome may stand between. */
function isDocumented(lines: readonly string[], at: number): boolean {
  const above = lines.slice(0, at);
  while (above.at(-1)?.startsWith("// biome-ignore")) above.pop();
  if (!above.at(-1)?.endsWith("*/")) return false;
  const comment = above.slice(above.findLastIndex((line) => line.startsWith("/*"))).join("\n");
  return comment.startsWith("/**") && /\w/.test(comment);
}

const TYPE_OF_SCHEMA = /^export type (\w+) = z\.(infer|output)<typeof \1>;$/;

/** Exports without a sentence as `file:line name`; overloads and types of documented schemas need none of their own. */
function breaches(file: string, source: string): string[] {
  const lines = source.split("\n");
  const documented = new Set<string>();
  return lines.flatMap((line, at) => {
    const [, exported, kind = "", name = ""] = DECLARATION.exec(line) ?? [];
    if (name !== "" && isDocumented(lines, at)) {
      documented.add(name);
      return [];
    }
    if (!exported) return [];
    const follows = kind.startsWith("function") || TYPE_OF_SCHEMA.test(line);
    return follows && documented.has(name) ? [] : [`${file}:${at + 1} ${name}`];
  });
}

test.each(FOLDERS)("every export of %s/ has a sentence above it", (folder) => {
  const files = sourcesOf(folder);
  expect(files.length).toBeGreaterThan(10);
  expect(files.flatMap((file) => breaches(file, readFileSync(file, "utf8")))).toEqual([]);
});

const SCHEMA = "export const A = z.string();\n";
const TYPE = "export type A = z.infer<typeof A>;";

test.each([
  ["nothing above is a breach", "export const a = 1;", ["x.ts:1 a"]],
  ["a sentence with a line between is a breach", "/** One. */\n\nexport class A {}", ["x.ts:3 A"]],
  ["a comment that is no docstring is a breach", "/* One. */\nexport interface A {}", ["x.ts:2 A"]],
  ["an empty docstring is a breach", "/** */\nexport async function a() {}", ["x.ts:2 a"]],
  ["the type of a bare schema is a breach", `${SCHEMA}${TYPE}`, ["x.ts:1 A", "x.ts:2 A"]],
  ["another type of a documented schema is a breach", `/** One. */\n${SCHEMA}export type A = string;`, ["x.ts:3 A"]],
  ["a sentence is enough", "/** One. */\nexport enum A {}", []],
  ["so is one of several lines", "/**\n * One.\n */\nexport function* a() {}", []],
  ["so is one with a word to Biome below it", "/** One. */\n// biome-ignore lint: x\nexport const a = 1;", []],
  ["the type of a documented schema needs none", `/** One. */\n${SCHEMA}${TYPE}`, []],
  ["nor where the schema itself is not exported", `/** One. */\nconst A = z.string();\n${TYPE}`, []],
  ["an overload needs none", "/** One. */\nexport function a(b: 1): 1;\nexport function a(b: 2): 2;", []],
])("%s", (_what, source, told) => {
  expect(breaches("x.ts", source)).toEqual(told);
});
