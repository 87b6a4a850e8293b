/** The corpus of foreign diagrams: clean BPMN, and nothing lost by reading and writing it. The journey draws each as well. */
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { bacaDefinisi, tulisDefinisi } from "../../src/sop/moddle.js";
import { makna } from "./semantik.js";

const FOLDER = "tests/web-modeler/korpus";

test.each(readdirSync(FOLDER))("%s is read without a complaint and means the same when written", async (nama) => {
  const xml = readFileSync(`${FOLDER}/${nama}`, "utf8");
  const { rootElement, warnings } = await bacaDefinisi(xml);
  expect(warnings.map((w) => w.message)).toEqual([]);
  expect(makna(await tulisDefinisi(rootElement))).toBe(makna(xml));
});
