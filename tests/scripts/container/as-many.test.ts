import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "@jest/globals";
import { temporaryFolder } from "../system/helpers.js";

/** A `docker` that notes its calls: three workers run, one of everything else. */
const STAND_IN = `#!/bin/sh
echo "$*" >> "$CALLS"
case "$*" in
  *" ps -q workers") printf 'a\\nb\\nc\\n' ;;
  *" ps -q "*) echo a ;;
esac
`;

/** Runs a script of docker/ and answers its calls of docker, without their common beginning. */
function callsOf(script: string, args: readonly string[]): string[] {
  const folder = temporaryFolder();
  const calls = join(folder, "calls");
  writeFileSync(join(folder, "docker"), STAND_IN, { mode: 0o755 });
  const env = { ...process.env, PATH: `${folder}:${process.env.PATH}`, CALLS: calls };
  const { status, stderr } = spawnSync("sh", [resolve("docker", script), ...args], { env, encoding: "utf8" });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  return readFileSync(calls, "utf8")
    .trim()
    .split("\n")
    .map((line) => line.replace(/^compose --project-directory \S+ /, ""));
}

test("a rotation starts as many workers as there were", () => {
  expect(callsOf("rotate", ["KREDENSIAL_KEY"])).toContain("up -d --force-recreate --scale workers=3");
});

test("so does a restore", () => {
  const backup = join(temporaryFolder(), "cadangan.tar.gz");
  writeFileSync(backup, "");
  expect(callsOf("restore", [backup]).at(-1)).toBe("up -d --scale workers=3");
});
