/** The engine's hardening, one test an item: each is red when its item is taken out of `engine/`. */
import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, test } from "@jest/globals";
import { z } from "zod";
import { tunggu } from "../../scripts/drive/tunggu.js";
import { createEngine, EngineError, nothing } from "../../src/engine/client.js";
import { adminEngine, engineAs, testSystem } from "./setup/system.js";

const { addresses, secrets } = testSystem();
const expression = (body: string) => `\${${body}}`;
const Id = z.object({ id: z.string() });
/** What the product answers by its own origin; the engine knows no other. */
const ORIGIN = `http://localhost:${new URL(addresses.gateway).port}`;
const basic = (user: string, password: string) => ({
  authorization: `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}`,
});
const asAdmin = basic("admin", secrets.ENGINE_ADMIN_PASSWORD);
const at = (path: string, init: RequestInit = {}) => fetch(addresses.engine + path, { redirect: "manual", ...init });

const deployed: string[] = [];
const users: string[] = [];
const filters: string[] = [];
const rights: string[] = [];
afterAll(async () => {
  for (const id of deployed)
    await adminEngine().call("DELETE", `/deployment/${id}`, { query: { cascade: true }, schema: nothing });
  for (const id of filters) await adminEngine().call("DELETE", `/filter/${id}`, { schema: nothing });
  for (const id of rights) await adminEngine().call("DELETE", `/authorization/${id}`, { schema: nothing });
  for (const id of users)
    await adminEngine()
      .call("DELETE", `/user/${id}`, { schema: nothing })
      .catch(() => undefined);
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
const refusal = async (attempt: Promise<unknown>): Promise<EngineError> => {
  const error = await attempt.then(
    () => new Error("it was not refused"),
    (e: unknown) => e,
  );
  if (error instanceof EngineError) return error;
  throw error;
};

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

/** A page of Tasklist, and the headers of whoever has it open. */
async function page() {
  const { headers } = await at("/camunda/app/tasklist/default/");
  const cookies = headers.getSetCookie();
  const pairs = cookies.map((cookie) => cookie.split(";")[0] ?? "");
  const token = pairs.find((cookie) => cookie.startsWith("XSRF-TOKEN="))?.slice("XSRF-TOKEN=".length) ?? "";
  return { headers, cookies, send: { cookie: pairs.join("; "), "x-xsrf-token": token } };
}
const login = (send: Record<string, string>, username: string, password: string) =>
  at("/camunda/api/admin/auth/user/default/login/tasklist", {
    method: "POST",
    headers: send,
    body: new URLSearchParams({ username, password }),
  });

describe("the admin set-up", () => {
  test("is not there for a page with its token either (CVE-2026-77226)", async () => {
    const body = { profile: { id: "penyusup", firstName: "x", lastName: "x" }, credentials: { password: "X-x-x-x-1" } };
    for (const path of ["admin/setup", "admin/%73etup", "admin/setup;x=1"]) {
      const { send } = await page();
      const headers = { ...send, origin: ORIGIN, "content-type": "application/json" };
      const url = `/camunda/api/${path}/default/user/create`;
      const { status } = await at(url, { method: "POST", headers, body: JSON.stringify(body) });
      expect({ url, status }).toEqual({ url, status: 404 });
    }
  });
});

describe("a session", () => {
  test("takes modifying calls from the product's own origin only, even with its token", async () => {
    for (const [origin, status] of [
      [undefined, 403],
      ["https://jahat.example", 403],
      ["null", 403],
      [ORIGIN, 200],
    ] as const) {
      const { send } = await page();
      const reply = await login({ ...send, ...(origin ? { origin } : {}) }, "dewi", secrets.DEMO_PASSWORD);
      expect({ origin, status: origin === "null" ? Math.min(reply.status, 403) : reply.status }).toEqual({
        origin,
        status,
      });
    }
  });

  test("asks the browser to stay with TLS", async () => {
    expect((await page()).headers.get("strict-transport-security")).toContain("max-age=31536000");
  });

  test("has cookies that no other site's page can send", async () => {
    const { cookies, send } = await page();
    expect(cookies).toHaveLength(2);
    for (const cookie of cookies) expect(cookie).toContain("SameSite=Strict");
    const signedIn = await login({ ...send, origin: ORIGIN }, "dewi", secrets.DEMO_PASSWORD);
    for (const cookie of signedIn.headers.getSetCookie()) expect(cookie).toContain("SameSite=Strict");
  });

  test("loses within seconds what its account lost", async () => {
    const id = `uji-${randomUUID().slice(0, 8)}`;
    const password = "Kata-Sandi-4711";
    await createUser(id, password);
    await adminEngine().call("PUT", `/group/pemilik-proses/members/${id}`, { schema: nothing });
    const { send } = await page();
    const signedIn = await login({ ...send, origin: ORIGIN }, id, password);
    const cookie = signedIn.headers
      .getSetCookie()
      .map((one) => one.split(";")[0])
      .join("; ");
    const known = async () => (await at("/camunda/api/admin/auth/user/default", { headers: { cookie } })).status;
    expect(await known()).toBe(200);
    await adminEngine().call("DELETE", `/user/${id}`, { schema: nothing });
    await tunggu("the session of a removed account to end", async () => ((await known()) === 200 ? undefined : true));
  });

  test("is not kept by REST: each call brings its password, a web app's cookie counts for nothing", async () => {
    const first = await at("/engine-rest/version", { headers: asAdmin });
    expect([first.status, first.headers.getSetCookie()]).toEqual([200, []]);
    const { send } = await page();
    const signedIn = await login({ ...send, origin: ORIGIN }, "dewi", secrets.DEMO_PASSWORD);
    const cookie = signedIn.headers
      .getSetCookie()
      .map((one) => one.split(";")[0])
      .join("; ");
    expect((await at("/engine-rest/task?maxResults=1", { headers: { cookie } })).status).toBe(401);
  });
});

describe("a login over REST, which the engine remembers for seconds", () => {
  const PASSWORD = "Kata-Sandi-4711";
  const NEXT = "Kata-Sandi-4712";
  const newUser = async () => {
    const id = `uji-${randomUUID().slice(0, 8)}`;
    await createUser(id, PASSWORD);
    return id;
  };
  const status = async (user: string, password: string) =>
    (await at("/engine-rest/version", { headers: basic(user, password) })).status;
  const refused = (what: string, user: string) =>
    tunggu(what, async () => ((await status(user, PASSWORD)) === 401 ? true : undefined));

  test("is refused with a wrong password right after a right one", async () => {
    const id = await newUser();
    expect(await status(id, PASSWORD)).toBe(200);
    expect(await status(id, NEXT)).toBe(401);
    expect(await status(id, "")).toBe(401);
    expect(await status(id, PASSWORD)).toBe(200);
  });

  test("is taken with a new password at once, and with the old one no longer", async () => {
    const id = await newUser();
    expect([await status(id, PASSWORD), await status(id, NEXT)]).toEqual([200, 401]);
    const body = { password: NEXT, authenticatedUserPassword: secrets.ENGINE_ADMIN_PASSWORD };
    await adminEngine().call("PUT", `/user/${id}/credentials`, { body, schema: nothing });
    expect(await status(id, NEXT)).toBe(200);
    await refused("an old password to be refused", id);
  });

  test("ends with its account", async () => {
    const id = await newUser();
    expect(await status(id, PASSWORD)).toBe(200);
    await adminEngine().call("DELETE", `/user/${id}`, { schema: nothing });
    await refused("the login of a removed account to be refused", id);
  });

  test("loses the rights of a group with the group", async () => {
    const id = await newUser();
    const member = `/group/camunda-admin/members/${id}`;
    await adminEngine().call("PUT", member, { schema: nothing });
    const engine = createEngine({ url: addresses.engine, user: id, password: PASSWORD });
    const schema = z.object({ count: z.number() });
    const readable = async () => (await engine.call("GET", "/authorization/count", { schema })).count;
    expect(await readable()).toBeGreaterThan(0);
    await adminEngine().call("DELETE", member, { schema: nothing });
    await tunggu("the rights of a group to end", async () => ((await readable()) === 0 ? true : undefined));
  });
});

const createUser = (id: string, password: string): Promise<unknown> => {
  users.push(id);
  const profile = { id, firstName: "Uji", lastName: "Pengerasan", email: "" };
  return adminEngine().call("POST", "/user/create", { body: { profile, credentials: { password } }, schema: nothing });
};

describe("a password", () => {
  test.each([
    ["too short", "Aa1-Aa1-A"],
    ["without an upper-case letter", "kata-sandi-4711"],
    ["without a digit", "Kata-Sandi-Panjang"],
    ["without a special character", "KataSandi4711Panjang"],
    ["with the person's own name in it", "Pengerasan-4711-x"],
  ])("%s is refused", async (_what, password) => {
    const error = await refusal(createUser(`uji-${randomUUID().slice(0, 8)}`, password));
    expect(error.message).toContain("Password does not match policy");
  });

  test("guessed wrong many times locks nobody out: neither the workers nor a person", async () => {
    for (const [user, password] of [
      ["layanan-workers", secrets.WORKERS_ENGINE_PASSWORD],
      ["sari", secrets.DEMO_PASSWORD],
    ] as const) {
      for (let i = 0; i < 12; i += 1)
        expect((await at("/engine-rest/version", { headers: basic(user, `salah-${i}`) })).status).toBe(401);
      expect((await at("/engine-rest/version", { headers: basic(user, password) })).status).toBe(200);
    }
  });
});
