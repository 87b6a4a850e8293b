import { describe, expect, it } from "@jest/globals";
import { describe as describeError } from "../../../scripts/setup/error.mjs";
import { run } from "../../../scripts/setup/run.mjs";

const node = (script: string, options?: object) => run(process.execPath, ["-e", script], options);

describe("run", () => {
  it("answers what the command wrote", async () => {
    expect(await node('console.log("a"); console.error("b")')).toMatch(/a[\s\S]*b/);
  });

  it("shows what a command said that failed, and no stack", async () => {
    const error = await node('console.log("sebabnya"); process.exit(2)').then(
      () => undefined,
      (e: unknown) => e,
    );
    expect(describeError(error)).toMatch(/failed:\n\n {4}sebabnya$/);
  });

  it("says that a command is not installed", async () => {
    await expect(run("perintah-tidak-ada", [])).rejects.toThrow(
      '"perintah-tidak-ada" is not installed or not on the PATH.',
    );
  });

  it("stops the command when it is called off", async () => {
    const user = new AbortController();
    const running = node("setInterval(() => {}, 1000)", { signal: user.signal });
    user.abort(new Error("called off"));
    await expect(running).rejects.toThrow("called off");
  });
});
