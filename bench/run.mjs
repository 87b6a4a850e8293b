/** `npm run bench`, `npm run bench:sla`, `npm run bench:calendar`, `npm run bench:arsip`, `npm run bench:tumbuh`: all set-up, then the bench. Plain JavaScript: nothing is compiled or installed yet. */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { nodeComplaint } from "../scripts/setup/node-version.mjs";

const complaint = nodeComplaint();
if (complaint !== undefined) {
  console.error(complaint);
  process.exit(1);
}

const { describe } = await import("../scripts/setup/error.mjs");
const { prepareAll, root } = await import("../scripts/setup/index.mjs");
const { createProgress } = await import("../scripts/setup/progress.mjs");
process.chdir(root);
try {
  // Standard output belongs to the result.
  const { java } = await prepareAll({ progress: createProgress((line) => console.error(line)) });
  const [first = "", ...rest] = process.argv.slice(2);
  const named = { sla: "sla.js", calendar: "calendar/main.js", arsip: "archive/main.js", tumbuh: "growth/main.js" }[
    first
  ];
  const args = named ? rest : process.argv.slice(2);
  const { main } = await import(pathToFileURL(join(root, "dist/bench", named ?? "main.js")).href);
  process.exitCode = await main(args, java.executable);
} catch (error) {
  console.error(`\n${describe(error)}`);
  process.exitCode = 1;
}
