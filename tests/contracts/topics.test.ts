import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { topikJson } from "../../scripts/docs/topics.js";
import { topics, topicsByName } from "../../workers/registry.js";

test("bpmn/topik.json says of the topics what workers/registry.ts says (npm run docs:topics)", () => {
  expect(readFileSync("bpmn/topik.json", "utf8")).toBe(topikJson());
});

test("workers/registry.ts calls each topic by its name", () => {
  expect(Object.keys(topicsByName)).toEqual(topics.map(({ topic }) => topic));
});
