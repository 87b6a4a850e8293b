import { describe, expect, test } from "@jest/globals";
import { gatewayOptions, readConfig, workersOptions } from "../../../src/config.js";
import { gantunganDari, kunciDenganId } from "../../../src/kredensial/index.js";

const opsi = { KREDENSIAL_KEY: "kunci baru yang rahasia", KREDENSIAL_KEY_ID: "k2" };
const lama = JSON.stringify({ k1: "kunci lama yang rahasia", k0: "kunci tertua, dengan koma: dan {}" });
const lingkungan = {
  ARSIP_KEY: "kunci arsip untuk uji",
  ...opsi,
  GATEWAY_ENGINE_PASSWORD: "rahasia gateway",
  MODELER_ENGINE_PASSWORD: "rahasia modeler",
  WORKERS_ENGINE_PASSWORD: "rahasia workers",
};

describe("the keys from the configuration", () => {
  test("are the current one first, then the older ones by their ids", () => {
    const gantungan = gantunganDari({ ...opsi, KREDENSIAL_KEYS_LAMA: lama });
    expect(gantungan.map(({ id }) => id)).toEqual(["k2", "k1", "k0"]);
    expect(kunciDenganId(gantungan, "k0").rahasia).toBe("kunci tertua, dengan koma: dan {}");
  });

  test.each([undefined, "", " "])(
    "are the current one alone where no older ones are set (%j)",
    (KREDENSIAL_KEYS_LAMA) => {
      expect(gantunganDari({ ...opsi, KREDENSIAL_KEYS_LAMA })).toEqual([{ id: "k2", rahasia: opsi.KREDENSIAL_KEY }]);
    },
  );

  test("refuse one id for two keys: nonces would be read with the wrong one", () => {
    const KREDENSIAL_KEYS_LAMA = JSON.stringify({ k2: "kunci lama yang rahasia" });
    expect(() => gantunganDari({ ...opsi, KREDENSIAL_KEYS_LAMA })).toThrow("both name a key k2");
  });

  test.each([
    ["gateway", gatewayOptions],
    ["workers", workersOptions],
  ] as const)("are read alike by the %s, which refuses unreadable ones without quoting them", (_process, schema) => {
    const config = readConfig(schema, { ...lingkungan, KREDENSIAL_KEYS_LAMA: lama });
    expect(gantunganDari(config)).toHaveLength(3);
    for (const salah of ['{"k1":"sangat-rahasia"', '{"k1":"pendek"}', '["sangat-rahasia"]', "k1:sangat-rahasia"]) {
      const baca = () => readConfig(schema, { ...lingkungan, KREDENSIAL_KEYS_LAMA: salah });
      expect(baca).toThrow(/KREDENSIAL_KEYS_LAMA: must be JSON/);
      expect(baca).not.toThrow(/sangat-rahasia|pendek/);
    }
  });
});
