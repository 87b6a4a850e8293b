/** What the one-shot containers read of their environment, beside what every start of the system reads. */
import { z } from "zod";
import { systemOptions } from "../../src/config.js";

/** For `readConfig`; what ends in `_SEBELUM` is set only while a rotation is under way. */
export const options = z.object({
  ...systemOptions.shape,
  APP_DATABASE_PASSWORD: z.string().min(12).optional().describe("password of the application's database role"),
  DEMO_PASSPHRASE: z.string().optional().describe("passphrase of the demo account that signs"),
  GRAFANA_ADMIN_PASSWORD: z.string().optional().describe("password of Grafana's admin at its first start"),
  POSTGRES_HOST: z.string().default("postgres").describe("name of the database server among the containers"),
  SECRETS_DIR: z
    .string()
    .default("/rahasia")
    .describe("folder that holds one folder (volume) of secrets per container"),
  POSTGRES_DATA: z.string().default("/postgres").describe("PostgreSQL's data folder, where a backup is restored"),
  POSTGRES_PASSWORD_SEBELUM: z.string().optional().describe("password that the database may still have"),
  ENGINE_ADMIN_PASSWORD_SEBELUM: z
    .string()
    .optional()
    .describe("password that the engine's administrator may still have"),
  POSTGRES_GID: z.coerce.number().int().default(999).describe("group that PostgreSQL's container runs under"),
});
