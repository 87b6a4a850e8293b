/** `npm run docs:options`: writes the options of src/config.ts into `.env.example` and docs/options.md. */
import { readFileSync, writeFileSync } from "node:fs";
import { envExample, optionsTable, withTable } from "./docs/options.js";
import { fromRoot } from "./system/addresses.js";

/** Writes both files anew; resolves with exit code 0. */
export async function main(): Promise<number> {
  writeFileSync(fromRoot(".env.example"), envExample());
  const page = fromRoot("docs/options.md");
  writeFileSync(page, withTable(readFileSync(page, "utf8"), optionsTable()));
  return 0;
}
