/** Provisioning against the real engine: it may be done at every start. */
import { afterAll, describe, expect, it } from "@jest/globals";
import { z } from "zod";
import { nothing } from "../../src/engine/client.js";
import { readOrganisasi } from "../../src/organisasi.js";
import { applyUsers, demoUsersOf } from "../../src/provisioning/identities.js";
import { deployProcess, provision, readProcessFiles } from "../../src/provisioning/index.js";
import { adminEngine, testSystem } from "./setup/system.js";

const admin = adminEngine();
const { secrets } = testSystem();
const organisasi = readOrganisasi("bpmn/organisasi.json");
const Count = z.object({ count: z.number() });
const Verified = z.object({ authenticated: z.boolean() });

const countOf = async (path: string) => (await admin.call("GET", `${path}/count`, { schema: Count })).count;
const counts = () =>
  Promise.all(["/group", "/user", "/filter", "/authorization", "/process-definition", "/deployment"].map(countOf));

describe("provisioning again", () => {
  it("changes nothing: no filter, right or account twice, no new version", async () => {
    const before = await counts();
    const deployed = await provision({
      engine: admin,
      adminPassword: secrets.ENGINE_ADMIN_PASSWORD,
      organisasi,
      passwords: {
        gateway: secrets.GATEWAY_ENGINE_PASSWORD,
        modeler: secrets.MODELER_ENGINE_PASSWORD,
        workers: secrets.WORKERS_ENGINE_PASSWORD,
      },
      demoPassword: secrets.DEMO_PASSWORD,
      files: readProcessFiles("bpmn"),
    });
    expect(deployed.newVersions).toEqual([]);
    expect(await counts()).toEqual(before);
  });

  it("sets a password that has been changed in the secrets", async () => {
    const maya = (password: string) => demoUsersOf(organisasi, password).filter(({ id }) => id === "maya");
    const knows = (password: string) =>
      admin.call("POST", "/identity/verify", { body: { username: "maya", password }, schema: Verified });
    await applyUsers(admin, secrets.ENGINE_ADMIN_PASSWORD, maya("Sandi-Baru-4711"));
    expect(await knows("Sandi-Baru-4711")).toEqual({ authenticated: true });
    await applyUsers(admin, secrets.ENGINE_ADMIN_PASSWORD, maya(secrets.DEMO_PASSWORD));
    expect(await knows(secrets.DEMO_PASSWORD)).toEqual({ authenticated: true });
  });
});

describe("deploying", () => {
  const bytes = (text: string) => new Uint8Array(new TextEncoder().encode(text));
  const diagram = bytes(`<?xml version="1.0" encoding="UTF-8"?>
    <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="uji">
      <process id="uji-penyediaan" isExecutable="true" camunda:historyTimeToLive="P1D"><startEvent id="mulai" /></process>
    </definitions>`);
  const files = (form: string) => [
    { name: "uji-penyediaan.bpmn", content: diagram },
    { name: "forms/uji.html", content: bytes(form) },
  ];
  const made: string[] = [];
  const deploy = async (form: string) => {
    const { deploymentId, newVersions } = await deployProcess(admin, files(form));
    made.push(deploymentId);
    return newVersions;
  };

  afterAll(async () => {
    for (const id of new Set(made))
      await admin.call("DELETE", `/deployment/${id}`, { query: { cascade: true }, schema: nothing });
  });

  it("makes a version for new files, none for the same, and the next when only a form has changed", async () => {
    expect(await deploy("<form></form>")).toEqual(["uji-penyediaan:1"]);
    expect(await deploy("<form></form>")).toEqual([]);
    expect(await deploy("<form>lain</form>")).toEqual(["uji-penyediaan:2"]);
  });
});
