/** `npm start`: all set-up, then the whole system until Ctrl-C. Plain JavaScript: nothing is compiled or installed yet. */
import { nodeComplaint } from "./setup/node-version.mjs";

const complaint = nodeComplaint();
if (complaint === undefined) await (await import("./setup/start.mjs")).start();
else {
  console.error(complaint);
  process.exitCode = 1;
}
