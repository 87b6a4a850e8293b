/** What our engine assembly closes, and what it opens. */
import { describe, expect, test } from "@jest/globals";
import { z } from "zod";
import { EngineError, nothing } from "../../src/engine/client.js";
import { sebagai } from "./setup/lakon.js";
import { adminEngine, testSystem } from "./setup/system.js";

const { addresses } = testSystem();
const expression = { orQueries: [{ assigneeExpression: "$" + "{1 == 1 ? 'x' : 'y'}" }] };
/** With a limit, so that it is the expression that is refused. */
const rows = z.array(z.unknown());
const refused = (attempt: Promise<unknown>) => expect(attempt).rejects.toThrow(EngineError);

describe("expressions", () => {
  test("from outside are refused in task queries, inside orQueries too (CVE-2026-109432)", async () => {
    await refused(adminEngine().call("POST", "/task", { body: { assigneeExpression: "$" + "{1}" }, schema: rows }));
    await refused(adminEngine().call("POST", "/task", { body: expression, schema: rows }));
    await refused(adminEngine().call("POST", "/task/count", { body: expression, schema: nothing }));
    const hendra = await sebagai("hendra");
    expect(
      (await hendra.panggil("POST", "/camunda/api/engine/engine/default/task?maxResults=9", expression)).status,
    ).toBe(400);
  });

  test("of stored filters work, for whoever reads them", async () => {
    const filters = await adminEngine().call("GET", "/filter", {
      schema: z.array(z.object({ id: z.string(), name: z.string() })),
    });
    expect(filters.map((f) => f.name).sort()).toEqual(["Lewat tenggat", "Semua", "Tugas saya", "Tugas unit saya"]);
    for (const { id } of filters)
      await adminEngine().call("GET", `/filter/${id}/count`, { schema: z.object({ count: z.number() }) });
  });

  test("of a diagram reach the bean sla, and no other bean", async () => {
    const deploy = (body: string) => {
      const form = new FormData();
      form.append("deployment-name", "uji-ekspresi");
      form.append("uji.bpmn", new Blob([diagram(body)]), "uji.bpmn");
      return adminEngine().call("POST", "/deployment/create", { body: form, schema: z.object({ id: z.string() }) });
    };
    const start = () =>
      adminEngine().call("POST", "/process-definition/key/uji-ekspresi/start", { body: {}, schema: nothing });
    const deployed = [await deploy("$" + "{sla.tenggat('PT30M')}")];
    await start();
    deployed.push(await deploy("$" + "{dataSource}"));
    await expect(start()).rejects.toThrow(/dataSource/);
    for (const { id } of deployed)
      await adminEngine().call("DELETE", `/deployment/${id}`, { query: { cascade: true }, schema: nothing });
  });
});

describe("the engine's doors", () => {
  const at = async (path: string, init?: RequestInit) => (await fetch(addresses.engine + path, init)).status;

  test("the admin set-up makes no admin, in whatever spelling (CVE-2026-77226)", async () => {
    const body = JSON.stringify({
      profile: { id: "penyusup", firstName: "x", lastName: "x" },
      credentials: { password: "x-x-x-x-x-1A" },
    });
    const post = { method: "POST", headers: { "content-type": "application/json" }, body };
    for (const path of [
      "/camunda/api/admin/setup/default/user/create",
      "/camunda/api/admin/%73etup/default/user/create",
      "/camunda/api/admin/setup;x=1/default/user/create",
    ])
      expect([400, 403, 404]).toContain(await at(path, post));
    const users = await adminEngine().call("GET", "/user", { query: { id: "penyusup" }, schema: z.array(z.unknown()) });
    expect(users).toEqual([]);
  });

  test("REST asks for a password; health and metrics do not; nothing else of the actuator is there", async () => {
    expect(await at("/engine-rest/task")).toBe(401);
    expect([await at("/actuator/health"), await at("/actuator/prometheus"), await at("/actuator/env")]).toEqual([
      200, 200, 404,
    ]);
  });
});

const diagram = (tenggat: string) => `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="uji">
  <process id="uji-ekspresi" isExecutable="true" camunda:historyTimeToLive="P1D">
    <startEvent id="mulai" />
    <sequenceFlow id="alur" sourceRef="mulai" targetRef="tugas" />
    <userTask id="tugas">
      <extensionElements><camunda:inputOutput><camunda:inputParameter name="nilai">${tenggat}</camunda:inputParameter></camunda:inputOutput></extensionElements>
    </userTask>
  </process>
</definitions>`;
