import { describe, expect, it } from "@jest/globals";
import { applyFilters, filters } from "../../../src/provisioning/filters.js";
import { fakeEngine } from "./fake-engine.js";

/** The filters as the engine answers them, one of them renamed by somebody. */
const stored = (kode = "", name = "") =>
  filters.map((filter, i) => ({
    ...filter,
    id: `f${i}`,
    name: filter.properties.kode === kode ? name : filter.name,
    query: { ...filter.query, orQueries: [] },
  }));
const expressionOf = (query: object) => Object.keys(query).find((key) => key.endsWith("Expression"));

describe("the filters", () => {
  it("are four, in the order of their priority, each evaluated for whoever reads it", () => {
    expect(Object.fromEntries(filters.map(({ name, query }) => [name, expressionOf(query)]))).toEqual({
      "Tugas saya": "assigneeExpression",
      "Tugas unit saya": "candidateGroupsExpression",
      "Lewat tenggat": "dueBeforeExpression",
      Semua: undefined,
    });
    const priorities = filters.map(({ properties }) => Number(properties.priority));
    expect(priorities).toEqual(priorities.toSorted((a, b) => a - b));
  });

  it("are made where missing, readable by everybody", async () => {
    const { engine, changes } = fakeEngine({ "POST /filter/create": { id: "baru" } });
    await applyFilters(engine);
    expect(changes.filter(({ path }) => path === "/filter/create")).toHaveLength(4);
    expect(changes.at(-1)).toMatchObject({
      path: "/authorization/create",
      body: { type: 0, userId: "*", resourceType: 5, resourceId: "baru", permissions: ["READ"] },
    });
  });

  it("are left alone when they are as they should be, and corrected when renamed, never doubled", async () => {
    const same = fakeEngine({ "GET /filter": stored() });
    await applyFilters(same.engine);
    expect(same.changes.filter(({ path }) => path.startsWith("/filter"))).toEqual([]);
    const renamed = fakeEngine({ "GET /filter": stored("tugas-saya", "Punyaku") });
    await applyFilters(renamed.engine);
    expect(renamed.changes.filter(({ path }) => path.startsWith("/filter"))).toMatchObject([
      { method: "PUT", body: { name: "Tugas saya" } },
    ]);
  });
});
