import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "@jest/globals";
import { deployProcess, readProcessFiles } from "../../../src/provisioning/deploy.js";
import { fakeEngine } from "./fake-engine.js";

const folder = mkdtempSync(join(tmpdir(), "uji-bpmn-"));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("deploying the process", () => {
  it("sends the diagram and every form under the name that form keys use, as one deployment", async () => {
    mkdirSync(join(folder, "forms"), { recursive: true });
    writeFileSync(join(folder, "reset-password-spse.bpmn"), "<bpmn/>");
    for (const name of ["b.html", "a.html", "catatan.md"]) writeFileSync(join(folder, "forms", name), name);
    const files = readProcessFiles(folder);
    expect(files.map(({ name }) => name)).toEqual(["reset-password-spse.bpmn", "forms/a.html", "forms/b.html"]);

    const reply = { id: "d1", deployedProcessDefinitions: { x: { key: "reset-password-spse", version: 3 } } };
    const { engine, changes } = fakeEngine({ "POST /deployment/create": reply });
    expect(await deployProcess(engine, files)).toEqual({ deploymentId: "d1", newVersions: ["reset-password-spse:3"] });
    const form = changes[0]?.body as FormData;
    expect(form.get("enable-duplicate-filtering")).toBe("true");
    expect(form.get("deploy-changed-only")).toBeNull();
    expect([...form.values()].flatMap((value) => (value instanceof File ? [value.name] : []))).toEqual(
      files.map(({ name }) => name),
    );
  });

  it("tells that nothing was new", async () => {
    const { engine } = fakeEngine({ "POST /deployment/create": { id: "d1", deployedProcessDefinitions: null } });
    expect(await deployProcess(engine, [])).toEqual({ deploymentId: "d1", newVersions: [] });
  });
});
