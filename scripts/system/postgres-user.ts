/** PostgreSQL refuses to run as root: where the system is started by root, a user of lesser rights runs the database. */
import { spawnSync } from "node:child_process";
import { chownSync, existsSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { SystemError } from "./error.js";

const NAME = "postgres";
const S_IXOTH = 0o001;

/** As `id -u` and `id -g` tell them. */
export interface PostgresUser {
  readonly uid: number;
  readonly gid: number;
}

const idOf = (flag: "-u" | "-g"): number | undefined => {
  const { status, stdout } = spawnSync("id", [flag, NAME], { encoding: "utf8" });
  return status === 0 ? Number(stdout) : undefined;
};

const lookUp = (): PostgresUser | undefined => {
  const [uid, gid] = [idOf("-u"), idOf("-g")];
  return uid === undefined || gid === undefined ? undefined : { uid, gid };
};

/** The user to run PostgreSQL as: undefined (oneself) except for root, for whom the user `postgres` is made if missing. */
export function postgresUser(): PostgresUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const known = lookUp();
  if (known) return known;
  spawnSync("useradd", ["--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin", NAME]);
  const made = lookUp();
  if (made) return made;
  throw new SystemError(
    `PostgreSQL does not run as root, and the user "${NAME}" cannot be made. Make it, or start as another user than root.`,
  );
}

/** Gives a file or folder to the user. */
export function giveTo(user: PostgresUser | undefined, folder: string): void {
  if (user) chownSync(folder, user.uid, user.gid);
}

/** What to spawn, and as whom. */
export interface Launch {
  readonly command: string;
  readonly args: readonly string[];
  readonly user?: PostgresUser;
}

/**
 * How to run a program as this user where it has to reach the paths. A project below a folder that only root may enter
 * (such as /root) is reached with one privilege of root's left; throws a SystemError where that cannot be given.
 */
export function launchAs(
  user: PostgresUser | undefined,
  command: string,
  paths: readonly string[],
): (args: readonly string[]) => Launch {
  if (!user) return (args) => ({ command, args });
  const barred = [command, ...paths].flatMap(foldersAbove).find(isClosedToOthers);
  if (barred === undefined) return (args) => ({ command, args, user });
  if (spawnSync("setpriv", [...privileges(user), "--", "true"]).status !== 0) throw new SystemError(barredFrom(barred));
  return (args) => ({ command: "setpriv", args: [...privileges(user), "--", command, ...args] });
}

const privileges = ({ uid, gid }: PostgresUser): string[] => [
  `--reuid=${uid}`,
  `--regid=${gid}`,
  "--clear-groups",
  // initdb asks by access(2), which would drop the privilege again for every user but root.
  "--securebits=+no_setuid_fixup",
  "--inh-caps=+dac_override",
  "--ambient-caps=+dac_override",
];

const barredFrom = (folder: string) =>
  `PostgreSQL does not run as root, and the user "${NAME}" may not enter ${folder}. Start as another user than root, move the project elsewhere, or allow the way: chmod o+x ${folder}`;

const foldersAbove = (path: string): string[] => {
  const parent = dirname(path);
  return parent === path ? [] : [...foldersAbove(parent), parent];
};
const isClosedToOthers = (folder: string) => existsSync(folder) && (statSync(folder).mode & S_IXOTH) === 0;
