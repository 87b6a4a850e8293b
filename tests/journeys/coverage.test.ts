/** After all journeys: every element and every sequence flow of the diagram was taken by some of them. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { z } from "zod";
import { semuaBaris } from "../../src/engine/halaman.js";
import { readElements } from "../../src/sop/moddle.js";
import { coverageTable, flowsOf, measureCoverage, nodesOf } from "../support/coverage.js";
import { coveragePage } from "../support/coverage-page.js";
import { adminEngine } from "./setup/system.js";

const Instance = z.object({
  id: z.string(),
  activityId: z.string(),
  parentActivityInstanceId: z.string(),
  startTime: z.string(),
  endTime: z.string().nullable(),
  canceled: z.boolean(),
});

test("the journeys together take every element and every sequence flow", async () => {
  const xml = readFileSync("bpmn/reset-password-spse.bpmn", "utf8");
  const elements = await readElements(xml);
  const sorting = ["occurrence", "activityInstanceId"].map((sortBy) => ({ sortBy, sortOrder: "asc" }));
  const history = await semuaBaris(adminEngine(), "POST", "/history/activity-instance", {
    body: { sorting },
    schema: Instance,
  });
  const coverage = measureCoverage(nodesOf(elements), flowsOf(elements), history);
  mkdirSync("tests/artefacts", { recursive: true });
  writeFileSync("tests/artefacts/coverage.html", coveragePage(xml, coverage));
  process.stdout.write(`${coverageTable(coverage)}\n`);
  expect(coverage.missing).toEqual([]);
});
