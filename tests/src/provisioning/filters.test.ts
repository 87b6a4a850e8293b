import { describe, expect, it } from "@jest/globals";
import { applyFilters, filters } from "../../../src/provisioning/filters.js";
import { fakeEngine } from "./fake-engine.js";

const stored = (name: string) =>
  filters.map((filter, i) => ({
    ...filter,
    id: `f${i}`,
    name: i === 0 ? name : filter.name,
    query: { ...filter.query, orQueries: [] },
  }));

describe("the filters", () => {
  it("are four, in their order, each evaluated for whoever reads it", () => {
    expect(
      filters.map(({ name, query }) => [name, Object.keys(query).find((key) => key.endsWith("Expression"))]),
    ).toEqual([
      ["Tugas saya", "assigneeExpression"],
      ["Tugas unit saya", "candidateGroupsExpression"],
      ["Lewat tenggat", "dueBeforeExpression"],
      ["Semua", undefined],
    ]);
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
    const same = fakeEngine({ "GET /filter": stored("Tugas saya") });
    await applyFilters(same.engine);
    expect(same.changes.filter(({ path }) => path.startsWith("/filter"))).toEqual([]);
    const renamed = fakeEngine({ "GET /filter": stored("Punyaku") });
    await applyFilters(renamed.engine);
    expect(renamed.changes.filter(({ path }) => path.startsWith("/filter"))).toMatchObject([
      { method: "PUT", path: "/filter/f0", body: { name: "Tugas saya" } },
    ]);
  });
});
