import { describe, expect, it } from "@jest/globals";
import { addressesOf } from "../../../scripts/system/addresses.js";
import { engineSpec, toJdbc } from "../../../scripts/system/engine.js";
import { childEnvironment, gatewaySpec, simulatorsSpec, workersSpec } from "../../../scripts/system/node-services.js";
import { openSecrets } from "../../../scripts/system/secrets.js";
import { readConfig, systemOptions } from "../../../src/config.js";
import { temporaryFolder } from "./helpers.js";

function setting(options: Record<string, string> = {}, inherited: NodeJS.ProcessEnv = {}) {
  const config = readConfig(systemOptions, options);
  const { secrets } = openSecrets(temporaryFolder(), config);
  const addresses = addressesOf(config, secrets);
  const env = childEnvironment({ config, addresses }, Object.keys(secrets), inherited);
  return { config, secrets, addresses, env };
}

const secretsIn = (env: NodeJS.ProcessEnv, secrets: object) =>
  Object.entries(secrets).flatMap(([name, value]) =>
    Object.values(env).some((v) => v?.includes(value)) ? [name] : [],
  );

describe("the environment of the parts", () => {
  it("holds only those secrets that the part needs", () => {
    const inherited = { PATH: "/bin", KREDENSIAL_KEY: "dari-lingkungan-luar", NODE_OPTIONS: "--inspect" };
    const input = setting({ KREDENSIAL_KEY: "dari-lingkungan-luar" }, inherited);
    const { secrets } = input;
    const ofEngine = engineSpec({
      java: "java",
      host: "127.0.0.1",
      port: 8080,
      databaseUrl: input.addresses.engineDatabase,
      adminPassword: secrets.ENGINE_ADMIN_PASSWORD,
      targetOrigin: "http://localhost:3000",
      kalenderDir: "bpmn/kalender",
      dataDir: ".data",
      env: input.env,
    });
    const found = {
      gateway: secretsIn(gatewaySpec(input).env, secrets),
      workers: secretsIn(workersSpec(input).env, secrets),
      simulators: secretsIn(simulatorsSpec(input).env, secrets),
    };
    expect(found).toEqual({
      // Not POSTGRES_PASSWORD: the application's role owns no table.
      gateway: [
        "GATEWAY_ENGINE_PASSWORD",
        "MODELER_ENGINE_PASSWORD",
        "KREDENSIAL_KEY",
        "ARSIP_KEY",
        "APP_DATABASE_PASSWORD",
        "BSRE_SIMULATOR_PASSWORD",
      ],
      workers: [
        "WORKERS_ENGINE_PASSWORD",
        "KREDENSIAL_KEY",
        "APP_DATABASE_PASSWORD",
        "SPSE_SIMULATOR_TOKEN",
        "EPESAN_SIMULATOR_TOKEN",
      ],
      simulators: ["SPSE_SIMULATOR_TOKEN", "EPESAN_SIMULATOR_TOKEN", "BSRE_SIMULATOR_PASSWORD", "DEMO_PASSPHRASE"],
    });
    expect(secretsIn(ofEngine.env, secrets)).toEqual(["POSTGRES_PASSWORD", "ENGINE_ADMIN_PASSWORD"]);
    expect(ofEngine.args.join(" ")).not.toContain(secrets.ENGINE_ADMIN_PASSWORD);
    expect(input.env.NODE_OPTIONS).toBeUndefined();
  });

  it("leads the workers to the simulators in a demonstration, unless a bridge is set", () => {
    expect(workersSpec(setting()).env).toMatchObject({ SPSE_URL: "http://127.0.0.1:4001" });
    const real = setting({}, { SPSE_URL: "https://spse.example" });
    expect(workersSpec(real).env).toMatchObject({
      SPSE_URL: "https://spse.example",
      EPESAN_URL: "http://127.0.0.1:4002",
    });
    expect(workersSpec(real).env.SPSE_TOKEN).toBeUndefined();
    expect(workersSpec(setting({ DEMO: "false" })).env.SPSE_URL).toBeUndefined();
  });

  it("uses a given database server, with a database of its own for the engine", () => {
    const input = setting({
      DATABASE_URL: "postgresql://u:p%40ss@db.example:6000/permohonan?sslmode=require",
    });
    expect(gatewaySpec(input).env.DATABASE_URL).toBe(
      "postgresql://u:p%40ss@db.example:6000/permohonan?sslmode=require",
    );
    expect(toJdbc(input.addresses.engineDatabase)).toEqual({
      jdbcUrl: "jdbc:postgresql://db.example:6000/camunda?sslmode=require",
      user: "u",
      password: "p@ss",
    });
  });

  it("reaches a system that listens everywhere by the local address", () => {
    expect(setting({ HOST: "0.0.0.0" }).addresses.gateway).toBe("http://127.0.0.1:3000");
  });

  it("gives earlier credential keys to gateway and workers, and to nobody else", () => {
    const KREDENSIAL_KEYS_LAMA = '{"k0":"kunci-lama-yang-panjang"}';
    const input = setting({ KREDENSIAL_KEYS_LAMA }, { KREDENSIAL_KEYS_LAMA });
    const holds = (env: NodeJS.ProcessEnv) => env.KREDENSIAL_KEYS_LAMA === KREDENSIAL_KEYS_LAMA;
    expect([gatewaySpec(input).env, workersSpec(input).env].map(holds)).toEqual([true, true]);
    expect([input.env, simulatorsSpec(input).env].map((env) => "KREDENSIAL_KEYS_LAMA" in env)).toEqual([false, false]);
  });
});
