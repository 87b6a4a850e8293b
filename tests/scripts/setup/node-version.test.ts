import { describe, expect, it } from "@jest/globals";
import { nodeComplaint } from "../../../scripts/setup/node-version.mjs";

describe("nodeComplaint", () => {
  it.each(["20.19.0", "20.20.2", "22.0.0", "24.11.1"])("is content with %s", (version) => {
    expect(nodeComplaint(version)).toBeUndefined();
  });

  it.each(["20.18.3", "18.20.8", "16.0.0"])("says what to install instead of %s", (version) => {
    expect(nodeComplaint(version)).toBe(
      `Node.js 20.19 or newer is needed, this is ${version}. Install a current one from https://nodejs.org and try again.`,
    );
  });
});
