import { join } from "node:path";

/** Everything of ours that is imported, tests apart. */
const FOLDERS = ["src", "workers", "simulators", "scripts", "bench", "web-modeler", "cockpit"];
const types = (name, doing, project) => ({
  name,
  doing,
  script: "typescript/bin/tsc",
  args: ["-p", project, "--noEmit"],
});

/** What is read off the files alone, the quick ones first: `npm run check`, and the beginning of `npm test`. */
export const CHECKS = [
  { name: "Biome", doing: "format and lint", script: "@biomejs/biome/bin/biome", args: ["check", "."] },
  types("Types", "sources", "tsconfig.json"),
  types("Types (web)", "browser code", "tsconfig.web.json"),
  types("Types (tests)", "tests", "tsconfig.tests.json"),
  {
    name: "Imports",
    doing: "directions and cycles",
    script: "dependency-cruiser/bin/dependency-cruise.mjs",
    args: [...FOLDERS, "--config", ".dependency-cruiser.cjs"],
  },
  { name: "Exports", doing: "what nobody uses", script: "knip/bin/knip.js", args: ["--no-progress"] },
];

/** The arguments with which Node.js runs a check from the repository. */
export const commandOf = ({ script, args }) => [join("node_modules", script), ...args];
