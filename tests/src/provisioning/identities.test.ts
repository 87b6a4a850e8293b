import { describe, expect, it } from "@jest/globals";
import { readOrganisasi } from "../../../src/organisasi.js";
import { applyGroups, applyUsers, demoUsersOf, groupsOf, serviceUsers } from "../../../src/provisioning/identities.js";
import { fakeEngine } from "./fake-engine.js";

const organisasi = readOrganisasi("bpmn/organisasi.json");
const [maya] = demoUsersOf(organisasi, "sandi-peragaan").filter(({ id }) => id === "maya");
if (!maya) throw new Error("no demo account maya");
const known = { id: "maya", firstName: "Maya", lastName: "Anggraini", email: "maya.anggraini@kemenperin.go.id" };
const verified = (authenticated: boolean) => ({
  "POST /identity/verify": { authenticatedUser: "maya", authenticated },
});
const changesOf = (changes: readonly { method: string; path: string }[]) => changes.map((c) => `${c.method} ${c.path}`);

describe("groups", () => {
  it("are the lanes and roles as WORKFLOW, the units as SATKER", () => {
    const types = Object.fromEntries(groupsOf(organisasi).map(({ id, type }) => [id, type]));
    expect(types).toMatchObject({
      "kepala-ukpbj": "WORKFLOW",
      "pemilik-proses": "WORKFLOW",
      "satker-pusdatin": "SATKER",
    });
  });

  it("are made where missing and renamed where they differ", async () => {
    const { engine, changes } = fakeEngine({
      "GET /group": [
        { id: "a", name: "A", type: "WORKFLOW" },
        { id: "b", name: "lama", type: "WORKFLOW" },
      ],
    });
    const wanted = ["A", "B", "C"].map((name) => ({ id: name.toLowerCase(), name, type: "WORKFLOW" as const }));
    await applyGroups(engine, wanted);
    expect(changesOf(changes)).toEqual(["PUT /group/b", "POST /group/create"]);
  });
});

describe("users", () => {
  it("are made with profile, password and groups", async () => {
    const { engine, changes } = fakeEngine({});
    await applyUsers(engine, "sandi-admin", [maya]);
    expect(changes).toMatchObject([
      { path: "/user/create", body: { profile: known, credentials: { password: "sandi-peragaan" } } },
      { method: "PUT", path: "/group/tim-pengelola-lpse/members/maya" },
    ]);
  });

  it("are left alone when everything is as it should be", async () => {
    const answers = { "GET /user": [known], "GET /group": [{ id: "tim-pengelola-lpse", name: "x", type: "x" }] };
    const { engine, changes } = fakeEngine({ ...answers, ...verified(true) });
    await applyUsers(engine, "sandi-admin", [maya]);
    expect(changesOf(changes)).toEqual(["POST /identity/verify"]);
  });

  it("get a password that has changed, proved by the administrator's own, and a changed address", async () => {
    const answers = { "GET /user": [{ ...known, email: "lama@kemenperin.go.id" }] };
    const { engine, changes } = fakeEngine({ ...answers, ...verified(false) });
    await applyUsers(engine, "sandi-admin", [{ ...maya, groups: [] }]);
    expect(changes).toMatchObject([
      { path: "/user/maya/profile", body: known },
      { path: "/identity/verify" },
      {
        path: "/user/maya/credentials",
        body: { password: "sandi-peragaan", authenticatedUserPassword: "sandi-admin" },
      },
      { path: "/user/maya/unlock" },
    ]);
  });

  it("of services belong to no group", () => {
    expect(serviceUsers({ gateway: "g", modeler: "m", workers: "w" }).map(({ id, groups }) => [id, groups])).toEqual([
      ["layanan-gateway", []],
      ["layanan-modeler", []],
      ["layanan-workers", []],
    ]);
  });
});
