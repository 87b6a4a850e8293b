import { join } from "node:path";
import { answersOk } from "./answers.js";
import { root } from "./root.js";
import type { ServiceSpec } from "./service.js";

/**
 * A small heap with the simplest collector and the fast compiler only: the engine of one agency is idle most of the
 * time, boots in two thirds of the time so, and stays within the memory the whole system may take.
 */
const JVM_OPTIONS = [
  "-Xmx384m",
  "-XX:+UseSerialGC",
  "-XX:TieredStopAtLevel=1",
  "-Xshare:auto",
  "-Dfile.encoding=UTF-8",
];

/** Gateway and workers are stopped before the engine: all it could wait for is a poll that nobody listens to any more. */
const STOP_AT_ONCE = "--server.shutdown=immediate";

/** What the engine's command line and environment are made from; `java` is the executable. */
export interface EngineStart {
  readonly java: string;
  readonly host: string;
  readonly port: number;
  /** The engine's own database as postgresql://user:password@host:port/name. */
  readonly databaseUrl: string;
  readonly adminPassword: string;
  /** The gateway's outer address as an origin: what modifying calls to the web apps have to name. */
  readonly targetOrigin: string;
  readonly kalenderDir: string;
  readonly dataDir: string;
  /** More options of the JVM, parted by spaces; of two that contradict each other the JVM takes the later one. */
  readonly jvmOptions?: string | undefined;
  readonly env: NodeJS.ProcessEnv;
}

/** How to start the Camunda engine. */
export function engineSpec(start: EngineStart): ServiceSpec {
  const jar = join(root, "engine", "target", "engine.jar");
  return {
    name: "engine",
    command: start.java,
    args: [...JVM_OPTIONS, ...(start.jvmOptions ?? "").split(" ").filter(Boolean), "-jar", jar, STOP_AT_ONCE],
    cwd: root,
    env: { ...start.env, ...engineEnvironment(start) },
    logFile: join(start.dataDir, "logs", "engine.log"),
    ending: { signal: "SIGTERM", graceMs: 20_000 },
    isReady: () => answersOk(`http://${start.host}:${start.port}/actuator/health`),
    readyTimeoutMs: 180_000,
  };
}

function engineEnvironment(start: EngineStart): NodeJS.ProcessEnv {
  const { jdbcUrl, user, password } = toJdbc(start.databaseUrl);
  return {
    ENGINE_PORT: String(start.port),
    ENGINE_ADDRESS: start.host,
    ENGINE_DATABASE_URL: jdbcUrl,
    ENGINE_DATABASE_USER: user,
    ENGINE_DATABASE_PASSWORD: password,
    ENGINE_ADMIN_PASSWORD: start.adminPassword,
    ENGINE_TARGET_ORIGIN: start.targetOrigin,
    SLA_BUNDLE: join(root, "dist", "engine", "kalender.js"),
    SLA_KALENDER: start.kalenderDir,
  };
}

/** A postgresql:// address in the three parts that Java's driver wants. */
export function toJdbc(address: string): { jdbcUrl: string; user: string; password: string } {
  const url = new URL(address);
  return {
    jdbcUrl: `jdbc:postgresql://${url.host}${url.pathname}${url.search}`,
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
  };
}
