/** What the engine itself, asked past the gateway, lets each person see and do. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { z } from "zod";
import { createEngine, type Engine, EngineError, type Method, nothing } from "../../src/engine/client.js";
import { hapusPermohonan } from "./setup/mesin.js";
import { adminEngine, engineAs, testSystem } from "./setup/system.js";

const PROCESS = "reset-password-spse";
const Id = z.object({ id: z.string() });
const Ids = z.array(Id);
type Answer = { status: number; body: unknown };

/** Status and body, of refusals as well. */
async function ask(engine: Engine, method: Method, path: string, body?: unknown): Promise<Answer> {
  try {
    // The engine refuses lists without a limit.
    const limited = method === "GET" ? `${path}${path.includes("?") ? "&" : "?"}maxResults=200` : path;
    return { status: 200, body: await engine.call(method, limited, { body, schema: nothing }) };
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    return { status: error.status, body: error.message };
  }
}

const jsonOf = (value: unknown) => ({ value: JSON.stringify(value), type: "Json" });

/** A request as the gateway would start it, with the user's own session. */
async function startRequest(user: string, satker: string): Promise<{ instance: string; task: string }> {
  const engine = engineAs(user);
  const body = {
    businessKey: `UJI-${randomUUID()}`,
    variables: {
      satker: { value: satker },
      namaSatker: { value: satker },
      nomorPermohonan: { value: "UJI" },
      riwayat: jsonOf([]),
    },
  };
  const { id: instance } = await engine.call("POST", `/process-definition/key/${PROCESS}/start`, { body, schema: Id });
  const [task] = await engine.call("GET", "/task", { query: { processInstanceId: instance }, schema: Ids });
  if (!task) throw new Error("step 1 did not open");
  return { instance, task: task.id };
}

const answer = (name: string, value: string) => ({ variables: { [name]: { value } } });
const taskOf = async (instance: string) => {
  const [task] = await adminEngine().call("GET", "/task", { query: { processInstanceId: instance }, schema: Ids });
  if (!task) throw new Error(`no task in ${instance}`);
  return task.id;
};

const started: string[] = [];
let ofKeuangan: { instance: string; task: string };
let ofPusdatin: { instance: string; task: string };

beforeAll(async () => {
  ofKeuangan = await startRequest("dewi", "satker-biro-keuangan");
  ofPusdatin = await startRequest("rudi", "satker-pusdatin");
  started.push(ofKeuangan.instance, ofPusdatin.instance);
});

afterAll(async () => {
  for (const instans of started) await hapusPermohonan({ instans });
});

describe("a Satuan Kerja", () => {
  it("sees its own task with its variables, and no other task", async () => {
    const tasks = await engineAs("dewi").call("GET", "/task", { schema: Ids });
    expect(tasks.map(({ id }) => id)).toContain(ofKeuangan.task);
    expect(tasks.map(({ id }) => id)).not.toContain(ofPusdatin.task);
    const own = await ask(engineAs("dewi"), "GET", `/task/${ofKeuangan.task}/form-variables`);
    expect(own.body).toMatchObject({ satker: { value: "satker-biro-keuangan" } });
  });

  it("gets the forms it has to fill in", async () => {
    const forms = [`/task/${ofKeuangan.task}/deployed-form`, `/process-definition/key/${PROCESS}/deployed-start-form`];
    for (const path of forms)
      expect({ path, ...(await ask(engineAs("dewi"), "GET", path)) }).toMatchObject({ status: 200 });
  });

  it.each([
    ["the task", () => `/task/${ofPusdatin.task}`],
    ["its variables", () => `/task/${ofPusdatin.task}/variables`],
    ["its form variables", () => `/task/${ofPusdatin.task}/form-variables`],
    ["its form", () => `/task/${ofPusdatin.task}/form`],
    ["its form's text", () => `/task/${ofPusdatin.task}/deployed-form`],
    ["its candidates", () => `/task/${ofPusdatin.task}/identity-links`],
    ["its comments", () => `/task/${ofPusdatin.task}/comment`],
    ["the instance", () => `/process-instance/${ofPusdatin.instance}`],
    ["the instance's variables", () => `/process-instance/${ofPusdatin.instance}/variables`],
    ["one variable", () => `/process-instance/${ofPusdatin.instance}/variables/satker`],
    ["the instance's activities", () => `/process-instance/${ofPusdatin.instance}/activity-instances`],
    ["the instance's history", () => `/history/process-instance/${ofPusdatin.instance}`],
  ])("is refused %s of another Satker even by its id", async (_what, path) => {
    const { status, body } = await ask(engineAs("dewi"), "GET", path());
    expect([403, 404]).toContain(status);
    expect(JSON.stringify(body)).not.toContain("satker-pusdatin");
  });

  it.each([
    "/process-instance?processInstanceIds=",
    "/execution?processInstanceId=",
    "/variable-instance?processInstanceIdIn=",
    "/history/process-instance?processInstanceId=",
    "/history/activity-instance?processInstanceId=",
    "/history/task?processInstanceId=",
    "/history/variable-instance?processInstanceId=",
    "/history/detail?processInstanceId=",
    "/job?processInstanceId=",
  ])("finds nothing of another Satker by %s, where staff do", async (path) => {
    expect((await ask(engineAs("andi"), "GET", `${path}${ofPusdatin.instance}`)).body).not.toEqual([]);
    const { status, body } = await ask(engineAs("dewi"), "GET", `${path}${ofPusdatin.instance}`);
    expect(status === 200 ? body : []).toEqual([]);
  });

  it("cannot take or complete another Satker's task", async () => {
    const path = `/task/${ofPusdatin.task}`;
    expect((await ask(engineAs("dewi"), "POST", `${path}/claim`, { userId: "dewi" })).status).toBe(403);
    expect((await ask(engineAs("dewi"), "POST", `${path}/complete`, answer("keputusanPemohon", "kirim"))).status).toBe(
      403,
    );
  });

  it("cannot look people up, deploy, or enter Cockpit", async () => {
    expect((await ask(engineAs("dewi"), "GET", "/user?id=rudi")).body).toEqual([]);
    const form = new FormData();
    form.append("x.bpmn", new Blob(["<x/>"]), "x.bpmn");
    expect((await ask(engineAs("dewi"), "POST", "/deployment/create", form)).status).toBe(403);
    expect(await login("dewi", "cockpit")).toBe(403);
    expect(await login("dewi", "tasklist")).toBe(200);
  });
});

describe("the LPSE's staff", () => {
  it("see every request and its history, and Cockpit only who owns the process", async () => {
    for (const user of ["hendra", "ratna", "andi", "wahyu"]) {
      const { status } = await ask(engineAs(user), "GET", `/history/process-instance/${ofPusdatin.instance}`);
      expect({ user, status }).toEqual({ user, status: 200 });
    }
    expect(await login("wahyu", "cockpit")).toBe(200);
    expect(await login("hendra", "cockpit")).toBe(403);
    expect(await login("wahyu", "admin")).toBe(403);
  });

  it("complete the tasks of their own lane only", async () => {
    const { instance, task } = await startRequest("dewi", "satker-biro-keuangan");
    started.push(instance);
    await engineAs("dewi").call("POST", `/task/${task}/complete`, {
      body: answer("keputusanPemohon", "kirim"),
      schema: nothing,
    });
    const disposisi = await taskOf(instance);
    const done = answer("keputusanDisposisi", "disposisi");
    for (const user of ["dewi", "ratna", "andi", "wahyu"]) {
      const refused = await ask(engineAs(user), "POST", `/task/${disposisi}/complete`, done);
      const taken = await ask(engineAs(user), "POST", `/task/${disposisi}/claim`, { userId: user });
      expect({ user, refused: refused.status, taken: taken.status }).toEqual({ user, refused: 403, taken: 403 });
    }
    expect((await ask(engineAs("hendra"), "POST", `/task/${disposisi}/claim`, { userId: "hendra" })).status).toBe(200);
    expect((await ask(engineAs("hendra"), "POST", `/task/${disposisi}/complete`, done)).status).toBe(200);
  });

  it("cannot change a task they may complete: its variables, its assignee, its due date", async () => {
    const { instance, task } = await startRequest("dewi", "satker-biro-keuangan");
    started.push(instance);
    await engineAs("dewi").call("POST", `/task/${task}/complete`, {
      body: answer("keputusanPemohon", "kirim"),
      schema: nothing,
    });
    const hendra = engineAs("hendra");
    const path = `/task/${await taskOf(instance)}`;
    expect((await ask(hendra, "PUT", `${path}/variables/satker`, { value: "satker-pusdatin" })).status).toBe(403);
    expect((await ask(hendra, "PUT", `/process-instance/${instance}/variables/satker`, { value: "x" })).status).toBe(
      403,
    );
    expect((await ask(hendra, "POST", `${path}/assignee`, { userId: "ratna" })).status).toBe(403);
    expect((await ask(hendra, "PUT", path, { due: null })).status).toBe(403);
    expect((await ask(hendra, "DELETE", `/process-instance/${instance}`)).status).toBe(403);
  });
});

describe("the service accounts", () => {
  it("do their work and cannot touch accounts, rights or deployments", async () => {
    for (const [user, password] of serviceAccounts()) {
      const engine = createEngine({ url: testSystem().addresses.engine, user, password });
      expect((await ask(engine, "GET", `/process-instance/${ofKeuangan.instance}/variables`)).status).toBe(200);
      expect((await ask(engine, "GET", "/user?memberOfGroup=kepala-lpse")).body).toMatchObject([{ id: "ratna" }]);
      expect(
        (
          await ask(engine, "POST", "/user/create", {
            profile: { id: "x" },
            credentials: { password: "Kata-Sandi-4711" },
          })
        ).status,
      ).toBe(403);
      expect((await ask(engine, "GET", "/authorization")).body).toEqual([]);
      expect((await ask(engine, "PUT", "/user/admin/profile", { id: "admin" })).status).toBe(403);
      expect((await ask(engine, "PUT", "/group/camunda-admin/members/dewi")).status).toBe(403);
    }
  });
});

describe("Tasklist's filters", () => {
  const listOf = async (user: string, name: string): Promise<string[]> => {
    const filters = await engineAs(user).call("GET", "/filter", {
      schema: z.array(z.object({ id: z.string(), name: z.string() })),
    });
    const filter = filters.find((one) => one.name === name);
    const tasks = await engineAs(user).call("GET", `/filter/${filter?.id}/list`, { schema: Ids });
    return tasks.map(({ id }) => id);
  };

  it("are the same four for everybody, each once", async () => {
    for (const user of ["dewi", "hendra", "andi", "wahyu"]) {
      const filters = await engineAs(user).call("GET", "/filter", { schema: z.array(z.object({ name: z.string() })) });
      expect(filters.map(({ name }) => name).toSorted()).toEqual([
        "Lewat tenggat",
        "Semua",
        "Tugas saya",
        "Tugas unit saya",
      ]);
    }
  });

  it("list one's own tasks, one's unit's, and all one may see", async () => {
    const { instance, task } = await startRequest("dewi", "satker-biro-keuangan");
    started.push(instance);
    expect(await listOf("dewi", "Tugas saya")).toContain(task);
    expect(await listOf("rudi", "Semua")).not.toContain(task);
    await engineAs("dewi").call("POST", `/task/${task}/complete`, {
      body: answer("keputusanPemohon", "kirim"),
      schema: nothing,
    });
    const next = await taskOf(instance);
    expect(await listOf("hendra", "Tugas unit saya")).toContain(next);
    expect(await listOf("ratna", "Tugas unit saya")).not.toContain(next);
    expect(await listOf("ratna", "Semua")).toContain(next);
    await engineAs("hendra").call("POST", `/task/${next}/claim`, { body: { userId: "hendra" }, schema: nothing });
    expect(await listOf("hendra", "Tugas saya")).toContain(next);
    expect(await listOf("hendra", "Tugas unit saya")).toContain(next);
    expect(await listOf("hendra", "Lewat tenggat")).not.toContain(next);
    await adminEngine().call("PUT", `/task/${next}`, {
      body: { due: "2026-01-05T08:00:00.000+0700" },
      schema: nothing,
    });
    expect(await listOf("hendra", "Lewat tenggat")).toContain(next);
  });
});

const serviceAccounts = (): [string, string][] => {
  const { secrets } = testSystem();
  return [
    ["layanan-gateway", secrets.GATEWAY_ENGINE_PASSWORD],
    ["layanan-workers", secrets.WORKERS_ENGINE_PASSWORD],
  ];
};

/** Status of a log-in to one of the engine's web apps. */
async function login(user: string, app: string): Promise<number> {
  const { addresses, secrets } = testSystem();
  const page = await fetch(`${addresses.engine}/camunda/app/${app}/default/`);
  const cookies = page.headers.getSetCookie().map((cookie) => cookie.split(";")[0] ?? "");
  const token = cookies.find((cookie) => cookie.startsWith("XSRF-TOKEN="))?.slice("XSRF-TOKEN=".length) ?? "";
  const reply = await fetch(`${addresses.engine}/camunda/api/admin/auth/user/default/login/${app}`, {
    method: "POST",
    headers: {
      cookie: cookies.join("; "),
      "x-xsrf-token": token,
      origin: `http://localhost:${new URL(addresses.gateway).port}`,
    },
    body: new URLSearchParams({ username: user, password: secrets.DEMO_PASSWORD }),
  });
  return reply.status;
}
