/** `npm run docs:topik`: writes bpmn/topik.json, what the modeler and its lint know of the workers' topics. */
import { writeFileSync } from "node:fs";
import { topikJson } from "./docs/topik.js";
import { fromRoot } from "./system/addresses.js";

writeFileSync(fromRoot("bpmn/topik.json"), topikJson());
