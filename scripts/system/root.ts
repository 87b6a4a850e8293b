import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

const climb = (folder: string): string => (existsSync(join(folder, "package.json")) ? folder : climb(dirname(folder)));

/** The folder of package.json; compiled code runs from another depth than its source. */
export const root = climb(import.meta.dirname);
