import { existsSync } from "node:fs";
import { join } from "node:path";
import { SetupError } from "./error.mjs";
import { run } from "./run.mjs";

const LEAST = 17;
const HOW =
  "Install a JDK (Debian, Ubuntu: apt-get install openjdk-17-jdk-headless; macOS: brew install openjdk@17; Windows: winget install EclipseAdoptium.Temurin.17.JDK) or set JAVA_HOME to one.";

/**
 * The Java that runs the engine: that of JAVA_HOME, else `java` on the PATH. Resolves with its executable, its home and
 * its version; throws a SetupError that says what to install when there is none or it is too old.
 */
export async function findJava(env = process.env) {
  const where = env.JAVA_HOME ? `JAVA_HOME (${env.JAVA_HOME})` : "the PATH";
  const executable = env.JAVA_HOME ? join(env.JAVA_HOME, "bin", "java") : "java";
  const settings = await run(executable, ["-XshowSettings:properties", "-version"], { env }).catch(() => "");
  const version = Number(/java\.specification\.version = (?:1\.)?(\d+)/.exec(settings)?.[1] ?? 0);
  const home = /java\.home = (.+)/.exec(settings)?.[1]?.trim();
  if (home === undefined)
    throw new SetupError(`The engine needs Java ${LEAST} or newer; none was found by ${where}. ${HOW}`);
  if (version < LEAST)
    throw new SetupError(`The engine needs Java ${LEAST} or newer; ${where} has Java ${version}. ${HOW}`);
  return { executable: join(home, "bin", "java"), home, version };
}

/** Throws a SetupError when this Java can run programs but not compile them. */
export function requireCompiler(java) {
  const compiler = join(java.home, "bin", process.platform === "win32" ? "javac.exe" : "javac");
  if (existsSync(compiler)) return;
  throw new SetupError(`The Java in ${java.home} is a JRE; building the engine once needs a JDK. ${HOW}`);
}
