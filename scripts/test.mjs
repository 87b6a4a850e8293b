/** `npm test`: all set-up, then the checks and all jest projects. Arguments go to jest: `npm test -- --selectProjects unit`. */
import { nodeComplaint } from "./setup/node-version.mjs";

const complaint = nodeComplaint();
if (complaint === undefined) await (await import("./setup/test.mjs")).test(process.argv.slice(2));
else {
  console.error(complaint);
  process.exitCode = 1;
}
