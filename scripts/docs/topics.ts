/** The workers' topics as data for those who may not import the workers: the gateway, the lint, the modeler's palette. */
import { z } from "zod";
import { topics } from "../../workers/registry.js";

const Bidang = z.object({ properties: z.record(z.string(), z.unknown()).default({}) });

/** Names of an object schema's members. */
const nama = (skema: z.ZodType, io: "input" | "output"): string[] =>
  Object.keys(Bidang.parse(z.toJSONSchema(skema, { io, unrepresentable: "any" })).properties).sort();

/** The content of bpmn/topik.json: by topic its input and output variables and its error codes. */
export function topikJson(): string {
  const topik = topics.map((t) => ({
    topik: t.topic,
    masukan: nama(t.input, "input"),
    keluaran: nama(t.output, "output"),
    galat: [...t.errorCodes].sort(),
  }));
  return `${JSON.stringify(
    topik.sort((a, b) => a.topik.localeCompare(b.topik)),
    null,
    2,
  )}\n`;
}
