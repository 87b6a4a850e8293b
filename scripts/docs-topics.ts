/** `npm run docs:topics`: writes bpmn/topik.json, what the modeler and its lint know of the workers' topics. */
import { writeFileSync } from "node:fs";
import { topikJson } from "./docs/topics.js";
import { fromRoot } from "./system/addresses.js";

/** Writes the file anew; resolves with exit code 0. */
export async function main(): Promise<number> {
  writeFileSync(fromRoot("bpmn/topik.json"), topikJson());
  return 0;
}
