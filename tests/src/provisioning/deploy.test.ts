import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "@jest/globals";
import { deployProcess, deployUnlessOwned, readProcessFiles } from "../../../src/provisioning/deploy.js";
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

describe("starting the system again", () => {
  const files = [{ name: "p.bpmn", content: new Uint8Array() }];
  const engineWith = (source: string | null) =>
    fakeEngine({
      "GET /process-definition": [{ version: 4, deploymentId: "d4" }],
      "GET /deployment/d4": { source },
      "POST /deployment/create": { id: "d5", deployedProcessDefinitions: null },
    });

  it("leaves alone what a process owner has brought into force, whatever the files hold", async () => {
    const { engine, changes } = engineWith("modeler");
    expect(await deployUnlessOwned(engine, "p", files)).toEqual({ deploymentId: "d4", newVersions: [], kept: 4 });
    expect(changes).toEqual([]);
  });

  it.each(["provisioning", null])("deploys the files where the version in force came from %s", async (source) => {
    const { engine, changes } = engineWith(source);
    await deployUnlessOwned(engine, "p", files);
    expect(changes.map(({ path }) => path)).toEqual(["/deployment/create"]);
  });

  it("deploys them where nothing is in force yet", async () => {
    const { engine, changes } = fakeEngine({ "POST /deployment/create": { id: "d1" } });
    await deployUnlessOwned(engine, "p", files);
    expect(changes).toHaveLength(1);
  });
});
