import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { topikJson } from "../../scripts/docs/topik.js";

test("bpmn/topik.json says of the topics what workers/registry.ts says (npm run docs:topik)", () => {
  expect(readFileSync("bpmn/topik.json", "utf8")).toBe(topikJson());
});
