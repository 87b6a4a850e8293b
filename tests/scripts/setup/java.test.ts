import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { findJava, requireCompiler } from "../../../scripts/setup/java.mjs";
import { temporaryFolder } from "../system/helpers.js";

/** A Java that only tells its version. */
function fakeJava(version: string): string {
  const home = temporaryFolder();
  mkdirSync(join(home, "bin"));
  const script = `#!/bin/sh\necho "    java.home = ${home}" >&2\necho "    java.specification.version = ${version}" >&2\n`;
  writeFileSync(join(home, "bin/java"), script, { mode: 0o755 });
  return home;
}

describe("findJava", () => {
  it("takes the one of JAVA_HOME before the one on the PATH", async () => {
    const [wanted, other] = [fakeJava("21"), fakeJava("17")];
    const env = { JAVA_HOME: wanted, PATH: `${join(other, "bin")}:${process.env.PATH}` };
    expect(await findJava(env)).toEqual({ executable: join(wanted, "bin/java"), home: wanted, version: 21 });
    expect(await findJava({ PATH: env.PATH })).toMatchObject({ home: other, version: 17 });
  });

  it.each(["11", "1.8"])("says what to install where Java is %s only", async (version) => {
    const env = { JAVA_HOME: fakeJava(version), PATH: process.env.PATH };
    await expect(findJava(env)).rejects.toThrow(
      /needs Java 17 or newer; JAVA_HOME \(.*\) has Java (11|8)\. Install a JDK/,
    );
  });

  it("says what to install where there is none", async () => {
    await expect(findJava({ PATH: temporaryFolder() })).rejects.toThrow(/none was found by the PATH\. Install a JDK/);
    await expect(findJava({ JAVA_HOME: "/tidak/ada" })).rejects.toThrow("none was found by JAVA_HOME (/tidak/ada)");
  });

  it("tells a JRE, with which nothing can be built, from a JDK", async () => {
    const java = await findJava({ JAVA_HOME: fakeJava("17"), PATH: process.env.PATH });
    expect(() => requireCompiler(java)).toThrow("is a JRE; building the engine once needs a JDK");
    writeFileSync(join(java.home, "bin/javac"), "");
    expect(() => requireCompiler(java)).not.toThrow();
  });
});
