import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { requireCompiler } from "./java.mjs";
import { run } from "./run.mjs";

const isCode = (file) => /\.(ts|tsx|json|css|html|svg)$/.test(file);
const bin = (name) => join("node_modules", name);
const node = (root, script, args, options) => run(process.execPath, [script, ...args], { cwd: root, ...options });

/** The folders tsconfig.json includes: what is compiled and what makes a build stale are one list. */
const compiledFolders = (root) =>
  JSON.parse(readFileSync(join(root, "tsconfig.json"), "utf8")).include.map((glob) => glob.replace(/\/\*.*$/, ""));

/** Compiles everything that runs on Node.js. */
export function compileStep(root, signal) {
  return {
    id: "compile",
    name: "TypeScript",
    doing: "compiling",
    inputs: ["package-lock.json", "tsconfig.json", ...compiledFolders(root)],
    wants: (file) => !file.startsWith("src/web/") && (!file.includes("/") || /\.(ts|json)$/.test(file)),
    outputs: ["dist/scripts/start.js"],
    run: async (onSpawn) => {
      // Without this an interrupted run would count what it never wrote as written.
      rmSync(join(root, "dist/.tsbuildinfo"), { force: true });
      await node(root, bin("typescript/bin/tsc"), ["-p", "tsconfig.json"], { signal, onSpawn });
    },
  };
}

/** The other builds; they need nothing of each other, and the engine's not even the dependencies. */
export function buildSteps(root, { java, signal }) {
  const vite = (args, onSpawn) =>
    node(root, bin("vite/bin/vite.js"), ["build", "--logLevel", "warn", ...args], { signal, onSpawn });
  const calendar = {
    id: "calendar",
    name: "Calendar",
    doing: "bundling the working calendar for the engine",
    inputs: ["package-lock.json", "vite.engine.config.ts", "src/calendar"],
    outputs: ["dist/engine/kalender.js"],
    run: (onSpawn) => vite(["--config", "vite.engine.config.ts"], onSpawn),
  };
  const web = {
    id: "web",
    name: "Web pages",
    doing: "bundling pages, forms and the Cockpit plug-in",
    inputs: [
      "package-lock.json",
      "vite.config.ts",
      "vite.cockpit.config.ts",
      "src",
      "cockpit",
      "web-modeler",
      "bpmn/forms",
      "bpmn/sop-moddle.json",
    ],
    wants: (file) => !file.includes("/") || isCode(file),
    outputs: ["dist/web", "dist/web/cockpit/sla.js"],
    run: async (onSpawn) => {
      await vite([], onSpawn);
      // After the pages: their build empties the folder.
      await vite(["--config", "vite.cockpit.config.ts"], onSpawn);
    },
  };
  return { calendar, web, engine: engineStep(root, java, signal) };
}

function engineStep(root, java, signal) {
  return {
    id: "engine",
    name: "Engine",
    doing: "building with Maven, some minutes the first time",
    inputs: ["engine/pom.xml", "engine/src", "engine/.mvn"],
    outputs: ["engine/target/engine.jar"],
    run: async (onSpawn) => {
      requireCompiler(java);
      const env = { ...process.env, JAVA_HOME: java.home };
      const args = ["-q", "-B", "-ntp", "-DskipTests", "-f", join(root, "engine/pom.xml"), "package"];
      await run(await findMaven(root, env), args, { cwd: root, env, signal, onSpawn });
    },
  };
}

/** An installed Maven that is new enough, else the wrapper, which fetches one. */
async function findMaven(root, env) {
  const windows = process.platform === "win32";
  const installed = windows ? "mvn.cmd" : "mvn";
  const version = await run(installed, ["-v"], { env }).catch(() => "");
  const [, major, minor] = /Apache Maven (\d+)\.(\d+)/.exec(version) ?? [];
  const recent = Number(major) > 3 || (Number(major) === 3 && Number(minor) >= 6);
  const wrapper = join(root, "engine", windows ? "mvnw.cmd" : "mvnw");
  return recent || !existsSync(wrapper) ? installed : wrapper;
}
