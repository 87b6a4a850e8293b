/** The only file that reads the environment. Every option has a default for a developer's machine, or is a secret. */
import { readFileSync } from "node:fs";
import { config as loadDotenv } from "dotenv";
import { z } from "zod";
import { bacaKunciLama } from "./kredensial/kunci.js";
import { bacaDaftarNik } from "./tanda-tangan/bsre/schema.js";

const port = (fallback: number, what: string) =>
  z.coerce.number().int().min(1).max(65535).default(fallback).describe(what);
const secret = (what: string) => z.string().min(12, "must have at least 12 characters").describe(what);
const optionalUrl = (what: string) =>
  z.preprocess((v) => (v === "" ? undefined : v), z.url().optional()).describe(what);
const publicUrl = optionalUrl(
  "address that people type: in messages to staff, in QR codes, and the origin that calls must come from; default: the local gateway",
);
const flag = (fallback: boolean, what: string) => z.stringbool().default(fallback).describe(what);

const whole = (fallback: number, from: number, to: number, what: string) =>
  z.coerce.number().int().min(from).max(to).default(fallback).describe(what);

/** The keys of new SPSE passwords: one for what is made now, older ones for what is on its way. */
const kredensial = {
  KREDENSIAL_KEY: secret("key from which new SPSE passwords are derived"),
  KREDENSIAL_KEY_ID: z.string().default("k1").describe("name of KREDENSIAL_KEY, kept beside each nonce for rotation"),
  KREDENSIAL_KEYS_LAMA: z
    .string()
    .refine((text) => bacaKunciLama(text) !== undefined, 'must be JSON like {"k1":"at least 12 characters"}')
    .optional()
    .describe('keys before the current one, as JSON `{"id":"key"}`, until no request made under them is on its way'),
};

/** Signing the letter in step 9. */
const tandaTangan = {
  TANDA_TANGAN: z
    .enum(["tidak", "bsre", "lokal"])
    .default("tidak")
    .describe(
      "electronic signing in step 9: `bsre`, `lokal` (a key on this server, not BSrE), or `tidak` (upload only)",
    ),
  TANDA_TANGAN_P12: z.string().optional().describe("PKCS #12 file of the local signer"),
  TANDA_TANGAN_TUNGGU_MS: whole(
    20_000,
    10,
    600_000,
    "how long the signer's screen waits before it says unknown, in ms",
  ),
  BSRE_URL: optionalUrl("address of BSrE's E-Sign Client Service"),
  BSRE_USER: z.string().optional().describe("user of this application at BSrE"),
  BSRE_PASSWORD: z.string().optional().describe("password of this application at BSrE"),
  BSRE_NIK: z
    .string()
    .refine((text) => bacaDaftarNik(text) !== undefined, 'must be JSON like {"account":"16 digits"}')
    .default("{}")
    .describe('NIK of those who sign, by account, as JSON `{"account":"16 digits"}`'),
  BSRE_AKAR: z
    .string()
    .optional()
    .describe("PEM file with BSrE's root certificates; unset: no signature counts as BSrE's"),
  BSRE_TIMEOUT_MS: whole(120_000, 100, 600_000, "how long one signing call may take at most, in ms"),
  VERIFIKASI_PER_MENIT: whole(120, 1, 100_000, "most requests a minute from one address to the verification page"),
};

/** What every process of the product needs to know. */
const shared = {
  HOST: z.string().default("127.0.0.1").describe("address that everything binds to"),
  DATA_DIR: z.string().default(".data").describe("folder of the embedded database, logs and generated secrets"),
  LOG_LEVEL: z
    .enum(["trace", "debug", "info", "warn", "error", "silent"])
    .default("info")
    .describe("least level that is logged"),
  GATEWAY_PORT: port(3000, "port of the gateway: the one address people use"),
  ENGINE_PORT: port(8080, "port of the Camunda engine"),
  POSTGRES_PORT: port(5433, "port of the embedded PostgreSQL"),
  SPSE_SIMULATOR_PORT: port(4001, "port of the SPSE simulator"),
  EPESAN_SIMULATOR_PORT: port(4002, "port of the e-Pesan simulator"),
  BSRE_SIMULATOR_PORT: port(4004, "port of the BSrE simulator"),
  WORKERS_PORT: port(4003, "port of the workers' health and metrics"),
  ENGINE_URL: optionalUrl("base address of the engine; default: the local one on ENGINE_PORT"),
  DATABASE_URL: optionalUrl("PostgreSQL of the gateway and the workers; default: the embedded one"),
  SURAT_DIR: z.string().default("surat").describe("folder of letter templates and letterhead"),
  MEREK_DIR: z.string().default("merek").describe("folder of the ministry's name, colours and logo in the web apps"),
  KALENDER_DIR: z.string().default("bpmn/kalender").describe("folder of working hours and holidays"),
  OTEL_EXPORTER_OTLP_ENDPOINT: optionalUrl("OTLP/HTTP collector for traces of gateway and workers; unset: no traces"),
  ARSIP_SIMPAN_TAHUN: whole(5, 1, 100, "years for which an archived copy has to be kept"),
  ORGANISASI_FILE: z.string().default("bpmn/organisasi.json").describe("file of units, superiors and demo accounts"),
} as const;

/** The gateway: one origin for browser and API. */
export const gatewayOptions = z.object({
  ...shared,
  GATEWAY_ENGINE_PASSWORD: secret("password of the engine account layanan-gateway"),
  MODELER_ENGINE_PASSWORD: secret("password of the engine account layanan-modeler"),
  ...kredensial,
  ARSIP_KEY: secret("secret behind the key that signs the archive's daily anchor"),
  UPLOAD_MAX_BYTES: z.coerce.number().int().positive().default(10_485_760).describe("largest upload in bytes"),
  UNGGAHAN_SIMPAN_HARI: whole(30, 1, 3_650, "days after which an upload that went into no request is deleted"),
  DEMO: flag(false, "show links to the simulators on the landing page"),
  MODELER_EMPAT_MATA: flag(true, "whoever has edited or submitted a draft may not approve it"),
  MODELER_UJI_WAJIB: flag(true, "a draft can be submitted only after a trial run without a fault"),
  MODELER_UJI_BATAS_MS: whole(180_000, 1_000, 3_600_000, "time limit of one trial run in ms"),
  PUBLIC_URL: publicUrl,
  PERMINTAAN_PER_MENIT: whole(
    12_000,
    1,
    1_000_000,
    "most requests a minute from one address (a whole office, perhaps)",
  ),
  UNGGAHAN_PER_MENIT: whole(300, 1, 100_000, "most uploads a minute of one account"),
  MASUK_PERCOBAAN: whole(5, 1, 1_000, "wrong passwords of an account from one address before the first pause (30 s)"),
  MASUK_GAGAL_SELURUHNYA: whole(
    60,
    1,
    100_000,
    "wrong passwords in 15 minutes from one address, or for one account, before those who have not signed in there wait",
  ),
  ...tandaTangan,
});

/** The external-task workers. */
export const workersOptions = z.object({
  ...shared,
  WORKERS_ENGINE_PASSWORD: secret("password of the engine account layanan-workers"),
  ...kredensial,
  SPSE_URL: optionalUrl("address of the SPSE bridge; unset: every reset becomes a manual task"),
  SPSE_TOKEN: z.string().optional().describe("bearer token for the SPSE bridge"),
  EPESAN_URL: optionalUrl("address of the e-Pesan bridge; unset: every message becomes a manual task"),
  EPESAN_TOKEN: z.string().optional().describe("bearer token for the e-Pesan bridge"),
  ADAPTER_TIMEOUT_MS: z.coerce
    .number()
    .int()
    .positive()
    .default(10_000)
    .describe("time limit of one SPSE or e-Pesan call in ms"),
  PUBLIC_URL: publicUrl,
  WORKERS_MAX_TASKS: whole(100, 1, 1000, "most external tasks under way at a time in one process"),
  WORKERS_GRACE_MS: whole(10_000, 0, 600_000, "how long tasks under way may take to end at a stop, in ms"),
  BREAKER_FAILURES: whole(5, 1, 1000, "failures in a row after which SPSE or e-Pesan counts as away"),
  BREAKER_OPEN_MS: whole(5_000, 100, 600_000, "pause before the first probe of a service that is away, in ms"),
  BREAKER_MAX_OPEN_MS: whole(30_000, 100, 600_000, "longest pause between two probes, in ms"),
});

/** What `npm start`, provisioning and deployment need besides. */
export const systemOptions = z.object({
  ...shared,
  DEMO: flag(true, "create demo accounts and start the simulators"),
  PUBLIC_URL: publicUrl,
  JAVA_HOME: z.string().optional().describe("Java 17 or newer; default: java on the PATH"),
  ENGINE_JVM_OPTIONS: z
    .string()
    .default("")
    .describe("more options of the engine's JVM; -XX:TieredStopAtLevel=4: a third faster once warm, starts 5 s later"),
  ENGINE_ADMIN_PASSWORD: secret(
    "password of the engine's administrator: lower and upper case, digit, special character; default: generated",
  ).optional(),
  GATEWAY_ENGINE_PASSWORD: secret("password of the engine account layanan-gateway; default: generated").optional(),
  MODELER_ENGINE_PASSWORD: secret("password of the engine account layanan-modeler; default: generated").optional(),
  WORKERS_ENGINE_PASSWORD: secret("password of the engine account layanan-workers; default: generated").optional(),
  KREDENSIAL_KEY: secret("key from which new SPSE passwords are derived; default: generated").optional(),
  ARSIP_KEY: secret("secret behind the key that signs the archive's daily anchor; default: generated").optional(),
  DEMO_PASSWORD: secret("the one password of all demo accounts, by the same rule; default: generated").optional(),
  KREDENSIAL_KEY_ID: kredensial.KREDENSIAL_KEY_ID,
  KREDENSIAL_KEYS_LAMA: kredensial.KREDENSIAL_KEYS_LAMA,
});

/** The simulators. */
export const simulatorsOptions = z.object({ ...shared });

/** What `src/main.ts` runs on, frozen; durations are in the unit that ends their name, an upload's size in bytes. */
export type GatewayConfig = Readonly<z.infer<typeof gatewayOptions>>;
/** What `workers/main.ts` runs on, frozen; an undefined address of SPSE or e-Pesan makes that work a manual task. */
export type WorkersConfig = Readonly<z.infer<typeof workersOptions>>;
/** What starting, provisioning and the scripts run on, frozen; a secret that is undefined here is generated. */
export type SystemConfig = Readonly<z.infer<typeof systemOptions>>;
type SharedConfig = Pick<SystemConfig, keyof typeof shared>;

/**
 * Options read from the environment and `.env`, checked once and frozen; `NAME_FILE` names a file that holds the value
 * of NAME (Docker's custom for secrets). Throws one sentence per wrong option.
 */
export function readConfig<S extends z.ZodObject>(
  schema: S,
  env: NodeJS.ProcessEnv = withDotenv(),
): Readonly<z.infer<S>> {
  const parsed = schema.safeParse({ ...env, ...fromFiles(Object.keys(schema.shape), env) });
  if (parsed.success) return Object.freeze(parsed.data) as Readonly<z.infer<S>>;
  const lines = parsed.error.issues.map((i) => `  ${i.path.join(".")}: ${i.message}`);
  throw new Error(`The configuration is not valid; set these in the environment or in .env:\n${lines.join("\n")}`);
}

/** The options that are given by file; one given both ways is taken from the environment. */
function fromFiles(names: readonly string[], env: NodeJS.ProcessEnv): Record<string, string> {
  const given = names.flatMap((name) => {
    const file = env[`${name}_FILE`];
    return file === undefined || file === "" || (env[name] ?? "") !== ""
      ? []
      : [[name, readOption(name, file)] as const];
  });
  return Object.fromEntries(given);
}

function readOption(name: string, file: string): string {
  try {
    return readFileSync(file, "utf8").trim();
  } catch (error) {
    const reason = typeof error === "object" && error !== null && "code" in error ? error.code : "unreadable";
    throw new Error(
      `${name}_FILE names ${file}, which cannot be read (${reason}); it has to hold the value of ${name}`,
    );
  }
}

function withDotenv(): NodeJS.ProcessEnv {
  loadDotenv({ quiet: true });
  return process.env;
}

/** The product's address as people type it, without a slash at the end. */
export const outerAddress = (c: { readonly PUBLIC_URL?: string | undefined; readonly GATEWAY_PORT: number }): string =>
  (c.PUBLIC_URL ?? `http://localhost:${c.GATEWAY_PORT}`).replace(/\/$/, "");

/** The same as an origin: scheme, host, port. */
export const outerOrigin = (c: Parameters<typeof outerAddress>[0]): string => new URL(outerAddress(c)).origin;

/** Base address of the engine, without a slash at the end. */
export const engineUrl = (c: SharedConfig): string =>
  (c.ENGINE_URL ?? `http://${c.HOST}:${c.ENGINE_PORT}`).replace(/\/$/, "");
