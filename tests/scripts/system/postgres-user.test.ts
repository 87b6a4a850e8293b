import { chmodSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { launchAs } from "../../../scripts/system/postgres-user.js";
import { temporaryFolder } from "./helpers.js";

const user = { uid: 12_345, gid: 12_346 };

describe("launchAs", () => {
  it("starts a program as oneself where nobody else is needed", () => {
    expect(launchAs(undefined, "/bin/echo", [])(["x"])).toEqual({ command: "/bin/echo", args: ["x"] });
  });

  it("starts it as the other user where that one may enter", () => {
    expect(launchAs(user, "/bin/echo", ["/tmp/x"])(["x"])).toEqual({ command: "/bin/echo", args: ["x"], user });
  });

  it("leaves one privilege, or says what to do, where a folder above is closed", () => {
    const folder = join(temporaryFolder(), "tertutup");
    mkdirSync(folder);
    chmodSync(folder, 0o700);
    const launch = () => launchAs(user, "/bin/echo", [join(folder, "data")])(["x"]);
    if (process.getuid?.() !== 0) expect(launch).toThrow(/may not enter .*chmod o\+x/);
    else expect(launch().args).toEqual(expect.arrayContaining(["--reuid=12345", "/bin/echo", "x"]));
  });
});
