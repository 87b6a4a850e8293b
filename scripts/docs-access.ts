/** `npm run docs:access`: writes docs/hak-akses.md, the authorization matrix as a table. */
import { writeFileSync } from "node:fs";
import { halamanMatriks } from "./matriks/tabel.js";
import { fromRoot } from "./system/addresses.js";

/** Writes the page anew; resolves with exit code 0. */
export async function main(): Promise<number> {
  writeFileSync(fromRoot("docs/hak-akses.md"), halamanMatriks());
  return 0;
}
