/** `npm run docs:matriks`: writes docs/hak-akses.md, the authorization matrix as a table. */
import { writeFileSync } from "node:fs";
import { halamanMatriks } from "./matriks/tabel.js";
import { fromRoot } from "./system/addresses.js";

writeFileSync(fromRoot("docs/hak-akses.md"), halamanMatriks());
