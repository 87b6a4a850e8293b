/** The engine's hardening of logins and sessions, one test an item: each is red when its item is taken out of `engine/`. */
import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, test } from "@jest/globals";
import { z } from "zod";
import { tunggu } from "../../scripts/tunggu.js";
import { createEngine, nothing } from "../../src/engine/client.js";
import { asAdmin, at, basic, refusal } from "./setup/engine-http.js";
import { adminEngine, testSystem } from "./setup/system.js";

const { addresses, secrets } = testSystem();
/** What the product answers by its own origin; the engine knows no other. */
const ORIGIN = `http://localhost:${new URL(addresses.gateway).port}`;

const users: string[] = [];
afterAll(async () => {
  for (const id of users)
    await adminEngine()
      .call("DELETE", `/user/${id}`, { schema: nothing })
      .catch(() => undefined);
});

const createUser = (id: string, password: string): Promise<unknown> => {
  users.push(id);
  const profile = { id, firstName: "Uji", lastName: "Pengerasan", email: "" };
  return adminEngine().call("POST", "/user/create", { body: { profile, credentials: { password } }, schema: nothing });
};

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
