import { existsSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { SetupError } from "./error.mjs";
import { run } from "./run.mjs";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge"];
const PLACES = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/** A browser on this machine: CHROMIUM_PATH, an installed Chromium or Chrome, or one that playwright has fetched. */
export function findBrowser(env = process.env) {
  if (env.CHROMIUM_PATH) return env.CHROMIUM_PATH;
  const onPath = (env.PATH ?? "").split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...onPath, ...PLACES, ...fetchedByPlaywright(env)].find((file) => existsSync(file));
}

function fetchedByPlaywright(env) {
  const caches = [
    env.PLAYWRIGHT_BROWSERS_PATH,
    join(homedir(), ".cache/ms-playwright"),
    join(homedir(), "Library/Caches/ms-playwright"),
  ];
  const folders = caches
    .filter((cache) => cache && existsSync(cache))
    .flatMap((cache) => readdirSync(cache).map((name) => join(cache, name)));
  return folders
    .filter((folder) => /[/\\]chromium-\d+$/.test(folder))
    .flatMap((folder) => [
      join(folder, "chrome-linux64/chrome"),
      join(folder, "chrome-linux/chrome"),
      join(folder, "chrome-mac/Chromium.app/Contents/MacOS/Chromium"),
    ]);
}

/** The browser for the tests, fetched if there is none; throws a SetupError that says what to install. */
export async function ensureBrowser(root, { progress, signal }) {
  const found = findBrowser();
  if (found) {
    if (existsSync(found)) return found;
    throw new SetupError(`CHROMIUM_PATH names ${found}, which does not exist.`);
  }
  const args = [join("node_modules", "playwright-core/cli.js"), "install", "chromium"];
  await progress
    .step("Browser", "fetching Chromium", () => run(process.execPath, args, { cwd: root, signal }))
    .catch(() => undefined);
  const fetched = findBrowser();
  if (fetched) return fetched;
  throw new SetupError(
    "The journeys need Chromium or Chrome, and none could be fetched: install one (Debian, Ubuntu: apt-get install chromium) or set CHROMIUM_PATH to it.",
  );
}
