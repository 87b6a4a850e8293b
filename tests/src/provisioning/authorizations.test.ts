import { describe, expect, it } from "@jest/globals";
import { applyGrants } from "../../../src/provisioning/authorizations.js";
import { type Grant, resource } from "../../../src/provisioning/grants.js";
import { fakeEngine } from "./fake-engine.js";

const grant: Grant = {
  to: { group: "kepala-lpse" },
  resourceType: resource.processDefinition,
  resourceId: "reset-password-spse",
  permissions: ["READ", "READ_TASK"],
};
const present = (permissions: string[], more: object = {}) => ({
  "GET /authorization": [
    {
      id: "a1",
      type: 1,
      permissions,
      userId: null,
      groupId: "kepala-lpse",
      resourceType: 6,
      resourceId: "reset-password-spse",
      ...more,
    },
  ],
});

describe("applyGrants", () => {
  it("makes a right that is missing", async () => {
    const { engine, changes } = fakeEngine(present(["READ", "READ_TASK"], { groupId: "lain" }));
    expect(await applyGrants(engine, [grant])).toBe(1);
    expect(changes).toMatchObject([
      { method: "POST", path: "/authorization/create", body: { type: 1, groupId: "kepala-lpse", userId: null } },
    ]);
  });

  it("leaves a right that is there, in whatever order the engine lists it", async () => {
    const { engine, changes } = fakeEngine(present(["READ_TASK", "READ"]));
    expect(await applyGrants(engine, [grant])).toBe(0);
    expect(changes).toEqual([]);
  });

  it("takes away what a right has too much", async () => {
    const { engine, changes } = fakeEngine(present(["READ", "READ_TASK", "DELETE"]));
    expect(await applyGrants(engine, [grant])).toBe(1);
    expect(changes).toMatchObject([
      { method: "PUT", path: "/authorization/a1", body: { permissions: ["READ", "READ_TASK"] } },
    ]);
  });

  it("makes a right of everybody a global one", async () => {
    const { engine, changes } = fakeEngine({});
    await applyGrants(engine, [{ ...grant, to: "everybody" }]);
    expect(changes).toMatchObject([{ body: { type: 0, userId: "*", groupId: null } }]);
  });
});
