import { describe, expect, it } from "@jest/globals";
import { addressesOf } from "../../scripts/system/addresses.js";
import { openSecrets } from "../../scripts/system/secrets.js";
import { welcome } from "../../scripts/welcome.js";
import { readConfig, systemOptions } from "../../src/config.js";
import { readOrganisasi } from "../../src/organisasi.js";
import { temporaryFolder } from "./system/helpers.js";

function greet(options: Record<string, string>, isFirstStart: boolean) {
  const config = readConfig(systemOptions, options);
  const { secrets } = openSecrets(temporaryFolder(), config);
  const system = { secrets, addresses: addressesOf(config, secrets), isFirstStart };
  return { text: welcome({ config, system, tookMs: 9_870 }), secrets };
}

describe("the greeting of npm start", () => {
  it("names the one address, every demo account with its role, and their password", () => {
    const { text, secrets } = greet({}, false);
    expect(text).toContain("Ready after 9.9 s: http://localhost:3000");
    expect(text).toContain(secrets.DEMO_PASSWORD);
    for (const { id, nama } of readOrganisasi("bpmn/organisasi.json").akunDemo)
      expect(text).toMatch(new RegExp(`${id} +${nama}`));
    expect(text).toMatch(/dewi +Dewi Lestari +Satuan Kerja, Biro Keuangan/);
  });

  it("shows the administrator's password at the first start only, and only if it was generated", () => {
    const first = greet({}, true);
    expect(first.text).toContain(first.secrets.ENGINE_ADMIN_PASSWORD);
    const second = greet({}, false);
    expect(second.text).not.toContain(second.secrets.ENGINE_ADMIN_PASSWORD);
    const given = greet({ ENGINE_ADMIN_PASSWORD: "dari-lingkungan-luar" }, true);
    expect(given.text).not.toContain("dari-lingkungan-luar");
  });

  it("speaks of no demo accounts where there are none", () => {
    const { text, secrets } = greet({ DEMO: "false" }, true);
    expect(text).not.toContain(secrets.DEMO_PASSWORD);
    expect(text).not.toContain("simulator");
  });
});
