/** `npm run bench:sop`: how long an SOP takes to print, on the diagram in force and on an SOP of 24 rows. */
import { readFileSync } from "node:fs";
import { fromRoot } from "../scripts/system/addresses.js";
import { bacaDokumenSop } from "../src/sop/dokumen.js";
import { createPencetakSop } from "../src/sop/ekspor/index.js";
import { imporSop } from "../src/sop/impor/index.js";
import { timePrints } from "./prints.js";

const PRINTS = { times: 30, goalMs: 300 };

/** Prints one line per SOP; resolves with 0: a goal not met is a result, not a failure. */
export async function main(): Promise<number> {
  const pencetak = createPencetakSop({ dir: fromRoot("surat") });
  const diagram = readFileSync(fromRoot("bpmn/reset-password-spse.bpmn"), "utf8");
  const long = imporSop(readFileSync(fromRoot("tests/fixtures/sop/pengadaan-langsung.txt"))).xml;
  const print = (xml: string) => async () => pencetak.pdf(await bacaDokumenSop(xml)).length;
  await timePrints("reset-password-spse, 11 rows", PRINTS, print(diagram));
  await timePrints("pengadaan-langsung, 24 rows", PRINTS, print(long));
  return 0;
}
