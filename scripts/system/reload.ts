/** A running system takes the secrets that `npm run rotate` has written: what needs them is stopped, settled, started. */
import { existsSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { storedSecrets, writeSecrets } from "./secrets.js";

const POLL_MS = 500;
const TAKEN = "rahasia.berlaku";

/** The round of rotation that the file stands at, and the one that the system works with. */
export const wantedRound = (dataDir: string): number => storedSecrets(dataDir).PUTARAN ?? 0;
/** 0 where the system has not taken any. */
export function takenRound(dataDir: string): number {
  const file = join(dataDir, TAKEN);
  return existsSync(file) ? Number(readFileSync(file, "utf8")) : 0;
}

/** To be called when servers and parts all have the secrets of this round: what was before is forgotten. */
export function taken(dataDir: string, round: number): void {
  if (round === takenRound(dataDir)) return;
  const { SEBELUM, ...stored } = storedSecrets(dataDir);
  // A rotation that came meanwhile has its own value before, which it still needs.
  if (SEBELUM !== undefined && (stored.PUTARAN ?? 0) === round) writeSecrets(dataDir, stored);
  const file = join(dataDir, TAKEN);
  writeFileSync(`${file}.tmp`, String(round), { mode: 0o600 });
  renameSync(`${file}.tmp`, file);
}

/** Calls `reload` with each new round, one at a time; `stop` waits for one under way. A reload that fails ends the watch. */
export function watchSecrets(
  dataDir: string,
  reload: (round: number) => Promise<void>,
  onFailure: (error: unknown) => void,
): { stop(): Promise<void> } {
  const file = join(dataDir, "rahasia.json");
  // The first look compares the rounds: a rotation may have come while the system started.
  let seen = 0;
  let work: Promise<void> | undefined;
  const take = async () => {
    const round = wantedRound(dataDir);
    if (round !== takenRound(dataDir)) await reload(round);
  };
  const look = () => {
    const now = changed(file);
    if (work !== undefined || now === seen) return;
    seen = now;
    work = take().then(
      () => {
        work = undefined;
      },
      (error: unknown) => {
        clearInterval(timer);
        onFailure(error);
      },
    );
  };
  const timer = setInterval(look, POLL_MS);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      await work;
    },
  };
}

const changed = (file: string): number => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
