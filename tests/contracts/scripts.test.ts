/** package.json's commands against the scripts they run and the texts that name them. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { z } from "zod";

const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync("package.json", "utf8")));

/** Source of what `with-build.mjs` imports, by the command's name. */
const compiled = Object.entries(scripts).flatMap(([name, command]) => {
  const [, script] = /with-build\.mjs (?:--all )?(\S+)\.js$/.exec(command) ?? [];
  return script === undefined ? [] : [{ name, source: `${script}.ts` }];
});

describe("every command that runs a compiled script", () => {
  test("is known to this test", () => {
    const known = new Set(compiled.map(({ name }) => name));
    expect(Object.keys(scripts).filter((name) => scripts[name]?.includes("with-build") && !known.has(name))).toEqual(
      [],
    );
    expect(known.size).toBeGreaterThan(15);
  });

  test.each(compiled)("$name finds a main in $source", ({ source }) => {
    expect(existsSync(source)).toBe(true);
    expect(readFileSync(source, "utf8")).toMatch(/^export (?:async function main\(|const main = )/m);
  });
});

const FOLDERS = [".ci", "bench", "bpmn", "docker", "docs", "ops", "scripts", "src", "tests", "web-modeler", "workers"];
const textsBelow = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === "artefacts" ? [] : textsBelow(path);
    return /\.(md|m?[jt]s|cjs|json|ya?ml|html|css)$|^[^.]+$/.test(entry.name) ? [path] : [];
  });

test("every command that a text names exists", () => {
  const texts = ["README.md", "CHANGELOG.md", ".env.example", "docker-compose.yml", ...FOLDERS.flatMap(textsBelow)];
  const named = texts.flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(/npm run (?:-s )?([a-z][\w:-]*)(?![\w*])/g)].map(([, name = ""]) => ({
      file,
      name,
    })),
  );
  expect(named.length).toBeGreaterThan(40);
  expect(named.filter(({ name }) => !(name.replace(/:$/, "") in scripts))).toEqual([]);
});
