import type { SystemConfig } from "../../src/config.js";
import type { PortUse } from "./ports.js";

/** The ports that these parts of the system are about to open. */
export function portUses(config: SystemConfig, parts: ReadonlySet<string>): PortUse[] {
  const all: (PortUse & { part: string })[] = [
    { part: "gateway", what: "the gateway", option: "GATEWAY_PORT", port: config.GATEWAY_PORT },
    { part: "engine", what: "the engine", option: "ENGINE_PORT", port: config.ENGINE_PORT },
    { part: "postgres", what: "PostgreSQL", option: "POSTGRES_PORT", port: config.POSTGRES_PORT },
    {
      part: "simulators",
      what: "the SPSE simulator",
      option: "SPSE_SIMULATOR_PORT",
      port: config.SPSE_SIMULATOR_PORT,
    },
    {
      part: "simulators",
      what: "the e-Pesan simulator",
      option: "EPESAN_SIMULATOR_PORT",
      port: config.EPESAN_SIMULATOR_PORT,
    },
    {
      part: "simulators",
      what: "the BSrE simulator",
      option: "BSRE_SIMULATOR_PORT",
      port: config.BSRE_SIMULATOR_PORT,
    },
    { part: "workers", what: "the workers' health page", option: "WORKERS_PORT", port: config.WORKERS_PORT },
  ];
  return all.filter(({ part }) => parts.has(part));
}
