/** What makes a build stale and what is checked, against what is compiled. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { relative } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { z } from "zod";
import { CHECKS } from "../../scripts/setup/checks.mjs";
import { buildSteps, compileStep } from "../../scripts/setup/steps.mjs";

const Check = z.object({ name: z.string(), args: z.array(z.string()) });
const Step = z.object({ inputs: z.array(z.string()) });
const Rules = z.object({ forbidden: z.array(z.object({ name: z.string(), comment: z.string() })) });

const root = process.cwd();

const read = new Map<string, string[]>();

/** Files of ours that tsc reads for a project, from the repository. */
function readBy(project: string): string[] {
  const known = read.get(project) ?? askTsc(project);
  read.set(project, known);
  return known;
}

function askTsc(project: string): string[] {
  const tsc = ["node_modules/typescript/bin/tsc", "-p", project, "--listFilesOnly"];
  const { stdout } = spawnSync(process.execPath, tsc, { encoding: "utf8" });
  const files = stdout.trim().split("\n");
  return files.map((file) => relative(root, file)).filter((file) => !file.startsWith("node_modules/"));
}

test.each([
  ["tsconfig.json", compileStep(root)],
  ["tsconfig.web.json", buildSteps(root, {}).web],
])("whatever tsc reads for %s makes its build stale when it changes", (project, step) => {
  const { inputs } = Step.parse(step);
  const files = readBy(project);
  expect(files.length).toBeGreaterThan(150);
  const covered = (file: string) => inputs.some((input) => file === input || file.startsWith(`${input}/`));
  expect(files.filter((file) => !covered(file) || !step.wants(file))).toEqual([]);
});

describe("the checks", () => {
  const checks = z.array(Check).parse(CHECKS);

  test("look at every import of what is compiled or bundled", () => {
    const imports = checks.find(({ name }) => name === "Imports")?.args ?? [];
    const folders = [...readBy("tsconfig.json"), ...readBy("tsconfig.web.json")]
      .filter((file) => file.endsWith(".ts"))
      .map((file) => file.split("/")[0] ?? file);
    expect([...new Set(folders)].filter((folder) => !imports.includes(folder))).toEqual([]);
  });

  test("are one list, whoever asks for them", () => {
    const { scripts } = z
      .object({ scripts: z.record(z.string(), z.string()) })
      .parse(JSON.parse(readFileSync("package.json", "utf8")));
    expect(scripts).toMatchObject({ check: "node scripts/check.mjs", typecheck: "node scripts/check.mjs Types" });
    expect(checks.filter(({ name }) => name.startsWith("Types"))).toHaveLength(3);
  });

  test("say of every rule about imports why it is there", () => {
    const rules = Rules.parse(createRequire(import.meta.url)("../../.dependency-cruiser.cjs"));
    expect(rules.forbidden.filter(({ comment }) => comment.length < 20)).toEqual([]);
  });
});
