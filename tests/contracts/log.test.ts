/** The built logger in a process of its own: what it has gathered is on standard output when the process is gone. */
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { expect, test } from "@jest/globals";

const SECRETS = ["kataSandi", "password", "passphrase", "nonce"] as const;

/** Of a process that does `code` with a `logger`. */
const nodeArguments = (code: string) => [
  "--input-type=module",
  "-e",
  `const { createLogger } = await import("./dist/src/log.js"); const logger = createLogger("uji", "info"); ${code}`,
];

/** The lines such a process writes, and its exit code. */
function linesOf(code: string) {
  const { stdout, status } = spawnSync(process.execPath, nodeArguments(code), { encoding: "utf8" });
  return {
    status,
    lines: stdout
      .split("\n")
      .filter(Boolean)
      .map((line): unknown => JSON.parse(line)),
  };
}

test.each([
  ["ends by itself", "", 0],
  ["exits at once", "process.exit(3);", 3],
  ["dies of an error nobody caught", 'throw new Error("galat");', 1],
])("a process that %s has written every line", (_how, end, status) => {
  const written = linesOf(`for (let i = 0; i < 300; i++) logger.info({ i, isi: "x".repeat(200) }, "baris"); ${end}`);
  expect(written.status).toBe(status);
  expect(written.lines).toHaveLength(300);
  expect(written.lines.at(-1)).toMatchObject({ name: "uji", i: 299, msg: "baris" });
});

test("lines are written while the process lives, not only at its end", async () => {
  const child = spawn(process.execPath, nodeArguments(`logger.info("hidup"); setInterval(() => undefined, 60_000);`));
  const [first] = await once(child.stdout, "data");
  child.kill("SIGKILL");
  expect(String(first)).toContain('"msg":"hidup"');
});

test("what is a secret by its name is not written, nor what a request's headers hold", () => {
  const secrets = Object.fromEntries(SECRETS.map((name) => [name, "RAHASIA-1"]));
  const headers = { cookie: "RAHASIA-2", authorization: "RAHASIA-3" };
  const content = { ...secrets, akun: secrets, req: { headers }, res: { headers: { "set-cookie": "RAHASIA-4" } } };
  const { lines } = linesOf(`logger.error(${JSON.stringify({ ...content, kunciRahasia: "RAHASIA-5" })}, "baris");`);
  expect(lines).toMatchObject([{ password: "[redacted]", akun: { nonce: "[redacted]" }, msg: "baris" }]);
  expect(JSON.stringify(lines)).not.toContain("RAHASIA");
});
