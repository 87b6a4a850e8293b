import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pino } from "pino";
import { z } from "zod";
import { startSimulators } from "./start.js";

const Port = z.coerce.number().int().min(0).max(65_535);
const Environment = z.object({
  HOST: z.string().min(1).default("127.0.0.1"),
  SPSE_SIMULATOR_PORT: Port.default(4001),
  EPESAN_SIMULATOR_PORT: Port.default(4002),
  BSRE_SIMULATOR_PORT: Port.default(4004),
  SIMULATOR_DATA: z.string().min(1).default(".data/simulators"),
  SPSE_TOKEN: z.string().optional(),
  SPSE_TOKEN_FILE: z.string().optional(),
  EPESAN_TOKEN: z.string().optional(),
  EPESAN_TOKEN_FILE: z.string().optional(),
  BSRE_USER: z.string().optional(),
  BSRE_PASSWORD: z.string().optional(),
  BSRE_PASSWORD_FILE: z.string().optional(),
  BSRE_PASSPHRASE: z.string().optional(),
  BSRE_PASSPHRASE_FILE: z.string().optional(),
});

const logger = pino({ name: "simulators" });
const env = Environment.parse(process.env);

const simulators = await startSimulators({
  host: env.HOST,
  spsePort: env.SPSE_SIMULATOR_PORT,
  epesanPort: env.EPESAN_SIMULATOR_PORT,
  spseToken: env.SPSE_TOKEN || content(env.SPSE_TOKEN_FILE),
  epesanToken: env.EPESAN_TOKEN || content(env.EPESAN_TOKEN_FILE),
  bsrePort: env.BSRE_SIMULATOR_PORT,
  bsreUser: env.BSRE_USER,
  bsrePassword: env.BSRE_PASSWORD || content(env.BSRE_PASSWORD_FILE),
  bsrePassphrase: env.BSRE_PASSPHRASE || content(env.BSRE_PASSPHRASE_FILE),
  dataDir: env.SIMULATOR_DATA,
  seedFile: join(packageRoot(import.meta.dirname), "simulators/spse/akun.json"),
  onDefect: (error) => logger.error({ err: error }, "request failed"),
}).catch((error: unknown) => {
  logger.fatal({ reason: startFailure(error) }, "simulators cannot start");
  process.exit(1);
});
logger.info(
  { spse: simulators.spseUrl, epesan: simulators.epesanUrl, bsre: simulators.bsreUrl },
  "simulators listening",
);

for (const signal of ["SIGTERM", "SIGINT"] as const) {
  process.once(signal, async () => {
    await simulators.close();
    logger.info({ signal }, "simulators stopped");
  });
}

/** Containers hand out secrets as files. */
function content(file: string | undefined): string | undefined {
  return file ? readFileSync(file, "utf8").trim() : undefined;
}

/** The seed is data beside the sources; compiled code runs from another folder. */
function packageRoot(from: string): string {
  if (existsSync(join(from, "package.json"))) return from;
  if (dirname(from) === from) throw new Error("package.json is not above the simulators' code");
  return packageRoot(dirname(from));
}

function startFailure(error: unknown): string {
  const taken = error instanceof Error && "code" in error && error.code === "EADDRINUSE" && "port" in error;
  if (taken)
    return `port ${error.port} is taken; set SPSE_SIMULATOR_PORT, EPESAN_SIMULATOR_PORT or BSRE_SIMULATOR_PORT to a free one`;
  return error instanceof Error ? error.message : String(error);
}
