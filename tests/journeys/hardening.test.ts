/** The engine's hardening of what it is given, one test an item: each is red when its item is taken out of `engine/`. */
import { afterAll, describe, expect, test } from "@jest/globals";
import { z } from "zod";
import { createEngine, nothing } from "../../src/engine/client.js";
import { asAdmin, at, refusal } from "./setup/engine-http.js";
import { adminEngine, engineAs, testSystem } from "./setup/system.js";

const { addresses, secrets } = testSystem();
const expression = (body: string) => `\${${body}}`;
const Id = z.object({ id: z.string() });

const deployed: string[] = [];
const filters: string[] = [];
const rights: string[] = [];
afterAll(async () => {
  for (const id of deployed)
    await adminEngine().call("DELETE", `/deployment/${id}`, { query: { cascade: true }, schema: nothing });
  for (const id of filters) await adminEngine().call("DELETE", `/filter/${id}`, { schema: nothing });
  for (const id of rights) await adminEngine().call("DELETE", `/authorization/${id}`, { schema: nothing });
});

const KEY = "uji-pengerasan";
/** A process with one task; `inside` goes before the task, `head` before the document's root. */
const diagram = (inside: string, head = "", name = "") => `<?xml version="1.0" encoding="UTF-8"?>${head}
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="uji">
  <process id="${KEY}" name="${name}" isExecutable="true" camunda:historyTimeToLive="P1D">
    <startEvent id="mulai" />
    <sequenceFlow id="satu" sourceRef="mulai" targetRef="tugas" />
    <userTask id="tugas"><extensionElements>${inside}</extensionElements></userTask>
  </process>
</definitions>`;
const listener = (script: string) =>
  `<camunda:taskListener event="create"><camunda:script scriptFormat="juel" ${script}</camunda:script></camunda:taskListener>`;

async function deploy(text: string, engine = adminEngine(), files: Readonly<Record<string, string>> = {}) {
  const form = new FormData();
  form.append("deployment-name", KEY);
  for (const [name, content] of Object.entries({ "uji.bpmn": text, ...files }))
    form.append(name, new Blob([content]), name);
  const { id } = await engine.call("POST", "/deployment/create", { body: form, schema: Id });
  deployed.push(id);
}
const start = (variables = {}) =>
  adminEngine().call("POST", `/process-definition/key/${KEY}/start`, { body: { variables }, schema: Id });

describe("a stored filter", () => {
  const create = (query: object, user = "wahyu") =>
    engineAs(user).call("POST", "/filter/create", {
      body: { resourceType: "Task", name: KEY, query, properties: {} },
      schema: Id,
    });
  const grant = () =>
    adminEngine().call("POST", "/authorization/create", {
      body: { type: 1, permissions: ["CREATE", "READ", "UPDATE"], userId: "wahyu", resourceType: 5, resourceId: "*" },
      schema: Id,
    });

  test("holds no expression but those of the list, inside orQueries neither", async () => {
    rights.push((await grant()).id);
    const evil = expression("dateTime().getClass().forName('java.lang.Runtime')");
    for (const query of [{ assigneeExpression: evil }, { orQueries: [{ assigneeExpression: evil }] }])
      expect(await refusal(create(query))).toMatchObject({
        status: 400,
        message: expect.stringContaining("Filters may"),
      });
    const { id } = await create({
      dueBeforeExpression: expression("dateTime().plusDays(3).withTimeAtStartOfDay().toDate()"),
      assigneeExpression: expression("currentUser()"),
    });
    filters.push(id);
    await engineAs("wahyu").call("GET", `/filter/${id}/list`, { schema: z.array(Id) });
    const body = { resourceType: "Task", name: KEY, query: { owner: "x", ownerExpression: evil }, properties: {} };
    expect((await refusal(engineAs("wahyu").call("PUT", `/filter/${id}`, { body, schema: nothing }))).status).toBe(400);
  });
});

describe("a script", () => {
  test("is deployed by those who may deploy, and by nobody else", async () => {
    const text = diagram(listener(`>${expression("1")}`));
    for (const user of ["dewi", "hendra", "ratna", "andi", "wahyu", "sari"])
      expect({ user, status: (await refusal(deploy(text, engineAs(user)))).status }).toEqual({ user, status: 403 });
    for (const [user, password] of [
      ["layanan-gateway", secrets.GATEWAY_ENGINE_PASSWORD],
      ["layanan-workers", secrets.WORKERS_ENGINE_PASSWORD],
    ] as const) {
      const engine = createEngine({ url: addresses.engine, user, password });
      expect({ user, status: (await refusal(deploy(text, engine))).status }).toEqual({ user, status: 403 });
    }
  });

  test.each([
    ["a source that a variable names", listener(`>${expression("kode")}`)],
    ["a resource that a variable names", listener(`resource="${expression("kode")}">`)],
    ["a file of the class path", listener(`resource="org/camunda/x.js">`)],
  ])("does not come from %s", async (_what, inside) => {
    // juel takes any text for a script of its own, so these have another language.
    const text = diagram(inside.replace('scriptFormat="juel"', 'scriptFormat="javascript"'));
    expect((await refusal(deploy(text))).message).toContain("has to stand in the deployment itself");
  });

  test("of a deployment runs, and reaches the bean sla only", async () => {
    const script = listener('resource="deployment://skrip.juel">');
    await deploy(diagram(script), adminEngine(), { "skrip.juel": expression("sla.kini()") });
    await start();
    await deploy(diagram(script), adminEngine(), { "skrip.juel": expression("dataSource") });
    expect((await refusal(start())).message).toContain("dataSource");
  });
});

describe("data from outside", () => {
  const put = (path: string, objectTypeName: string, serializationDataFormat: string, value: string) =>
    adminEngine().call("PUT", path, {
      body: { type: "Object", value, valueInfo: { objectTypeName, serializationDataFormat } },
      schema: nothing,
    });
  const variable = async () => {
    await deploy(diagram(""));
    return `/process-instance/${(await start()).id}/variables/isi`;
  };

  test("is not made an object of a type that is not on the list", async () => {
    const path = await variable();
    const read = () => adminEngine().call("GET", path, { query: { deserializeValue: true }, schema: nothing });
    await put(path, "java.util.ArrayList<java.lang.String>", "application/json", '["a"]');
    expect(await read()).toMatchObject({ value: ["a"] });
    await put(path, "java.util.concurrent.CopyOnWriteArrayList", "application/json", '["a", "b", "c"]');
    expect((await refusal(read())).message).toMatch(/Cannot deserialize/);
  });

  test("is not read in Java's own format, which runs code of its sender", async () => {
    const java = put(await variable(), "java.util.ArrayList", "application/x-java-serialized-object", "rO0ABXA=");
    expect((await refusal(java)).message).toContain("Java serialization format is prohibited");
  });

  test("brings no external entity into a diagram", async () => {
    const head = '<!DOCTYPE definitions [<!ENTITY berkas SYSTEM "file:///etc/hostname">]>';
    const text = diagram("", head).replace("<startEvent", "<documentation>&berkas;</documentation><startEvent");
    expect((await refusal(deploy(text))).message).toContain("DOCTYPE is disallowed");
  });
});

describe("queries", () => {
  test("answer at most 2000 rows, and none without a limit", async () => {
    const status = async (path: string) => (await at(path, { headers: asAdmin })).status;
    expect(await status("/engine-rest/history/activity-instance")).toBe(400);
    expect(await status("/engine-rest/history/activity-instance?maxResults=2001")).toBe(400);
    expect(await status("/engine-rest/history/activity-instance?maxResults=2000")).toBe(200);
  });

  test("are described to nobody (WADL), before and after a login", async () => {
    for (const path of ["/engine-rest", "/camunda/api/engine", "/camunda/api/cockpit", "/camunda/api/admin"])
      expect({ path, status: (await at(`${path}/application.wadl`, { headers: asAdmin })).status }).toEqual({
        path,
        status: 404,
      });
    const accept = "application/vnd.sun.wadl+xml";
    const options = await at("/engine-rest/task", { method: "OPTIONS", headers: { ...asAdmin, accept } });
    expect(await options.text()).not.toContain("<application");
  });
});
