import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { periksaXml } from "../../web-modeler/lint/xml.js";
import { topics } from "../../workers/registry.js";

const formulir = readdirSync("bpmn/forms").map((f) => f.replace(/\.html$/, ""));
const topik = topics.map((t) => ({ topik: t.topic, masukan: [], keluaran: [], galat: t.errorCodes }));

test("the process we ship has no finding of the lint, neither error nor warning", async () => {
  const xml = readFileSync("bpmn/reset-password-spse.bpmn", "utf8");
  expect(await periksaXml(xml, { topik, formulir })).toEqual([]);
});
