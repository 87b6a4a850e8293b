/** `npm run docs:screenshots`: runs the journeys that photograph the pages and puts the pictures, made small, into docs/gambar. */
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { kecilkan, terlaluBesar } from "./docs/screenshots.js";
import { fromRoot } from "./system/addresses.js";
import type { Tools } from "./tools.js";

const DARI = "tests/artefacts/pictures";
const KE = "docs/gambar";
/** One after another, so that the lists in the pictures are the same each time. */
const JEST = ["--selectProjects", "journeys", "--runInBand", "--"];
const PERJALANAN = ["tests/journeys/docs-pictures", "tests/journeys/into-force"];

/** Resolves with the exit code; `-- tests/journeys/docs-pictures-admin` takes these journeys' pictures only and leaves the others. */
export async function main(args: readonly string[], { browser }: Tools): Promise<number> {
  rmSync(fromRoot(DARI), { recursive: true, force: true });
  const perjalanan = args.length > 0 ? args : PERJALANAN;
  const jest = spawnSync(process.execPath, ["node_modules/jest/bin/jest.js", ...JEST, ...perjalanan], {
    cwd: fromRoot("."),
    stdio: "inherit",
    env: {
      ...process.env,
      CHROMIUM_PATH: await browser(),
      NODE_OPTIONS: "--experimental-vm-modules --no-warnings",
    },
  });
  if (jest.status !== 0) return jest.status ?? 1;
  if (args.length === 0) rmSync(fromRoot(KE), { recursive: true, force: true });
  mkdirSync(fromRoot(KE), { recursive: true });
  for (const nama of readdirSync(fromRoot(DARI)))
    writeFileSync(fromRoot(join(KE, nama)), await kecilkan(readFileSync(fromRoot(join(DARI, nama)))));
  return lapor();
}

function lapor(): number {
  const ukuran = new Map(
    readdirSync(fromRoot(KE)).map((nama) => [nama, readFileSync(fromRoot(join(KE, nama))).length]),
  );
  const jumlah = [...ukuran.values()].reduce((a, b) => a + b, 0);
  console.log(`${ukuran.size} pictures in ${KE}, ${Math.round(jumlah / 1000)} kB.`);
  const salah = terlaluBesar(ukuran);
  for (const satu of salah) console.error(satu);
  return salah.length === 0 ? 0 : 1;
}
