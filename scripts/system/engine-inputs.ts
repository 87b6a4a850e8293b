/** What the engine's start and its provisioning need, by the options of a system: one list for every way to start one. */
import { outerOrigin } from "../../src/config.js";
import { readOrganisasi } from "../../src/organisasi.js";
import { openAdmin, type ProvisionInput, readProcessFiles } from "../../src/provisioning/index.js";
import { fromRoot } from "./addresses.js";
import type { EngineStart } from "./engine.js";
import type { NodeServicesInput } from "./node-services.js";
import { storedSecrets } from "./secrets.js";

/** The engine's start; `java` is the executable of Java 17 or newer. */
export const engineStart = ({
  config,
  secrets,
  addresses,
  java,
  env,
}: NodeServicesInput & { readonly java: string }): EngineStart => ({
  java,
  env,
  host: config.HOST,
  port: config.ENGINE_PORT,
  databaseUrl: addresses.engineDatabase,
  adminPassword: secrets.ENGINE_ADMIN_PASSWORD,
  targetOrigin: outerOrigin(config),
  kalenderDir: fromRoot(config.KALENDER_DIR),
  dataDir: fromRoot(config.DATA_DIR),
  jvmOptions: config.ENGINE_JVM_OPTIONS,
});

/** What makes a running engine ready; resolves when the administrator's account opens it, with the new or the last password. */
export const provisionInput = async ({
  config,
  secrets,
  addresses,
}: Omit<NodeServicesInput, "env">): Promise<ProvisionInput> => ({
  engine: await openAdmin(
    addresses.engine,
    secrets.ENGINE_ADMIN_PASSWORD,
    storedSecrets(fromRoot(config.DATA_DIR)).SEBELUM?.ENGINE_ADMIN_PASSWORD,
  ),
  adminPassword: secrets.ENGINE_ADMIN_PASSWORD,
  organisasi: readOrganisasi(fromRoot(config.ORGANISASI_FILE)),
  passwords: {
    gateway: secrets.GATEWAY_ENGINE_PASSWORD,
    modeler: secrets.MODELER_ENGINE_PASSWORD,
    workers: secrets.WORKERS_ENGINE_PASSWORD,
  },
  ...(config.DEMO ? { demoPassword: secrets.DEMO_PASSWORD } : {}),
  files: readProcessFiles(fromRoot("bpmn")),
});
