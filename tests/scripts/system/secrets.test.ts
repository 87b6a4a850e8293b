import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { openSecrets } from "../../../scripts/system/secrets.js";
import { temporaryFolder } from "./helpers.js";

describe("openSecrets", () => {
  it("makes them at the first start, for the owner's eyes only, and keeps them", () => {
    const folder = temporaryFolder();
    const first = openSecrets(folder);
    expect(first.isNew).toBe(true);
    expect(statSync(join(folder, "rahasia.json")).mode & 0o777).toBe(0o600);
    expect(openSecrets(folder)).toEqual({ secrets: first.secrets, isNew: false });
    expect(new Set(Object.values(first.secrets)).size).toBe(Object.keys(first.secrets).length);
  });

  it("adds what a file of an earlier version lacks and leaves the rest", () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "rahasia.json"), JSON.stringify({ POSTGRES_PASSWORD: "dari-versi-lama" }));
    const { secrets } = openSecrets(folder);
    expect(secrets.POSTGRES_PASSWORD).toBe("dari-versi-lama");
    expect(JSON.parse(readFileSync(join(folder, "rahasia.json"), "utf8"))).toEqual(secrets);
  });

  it("prefers what is given, without writing it", () => {
    const folder = temporaryFolder();
    const { secrets } = openSecrets(folder, { DEMO_PASSWORD: "dari-lingkungan", POSTGRES_PASSWORD: undefined });
    expect(secrets.DEMO_PASSWORD).toBe("dari-lingkungan");
    expect(readFileSync(join(folder, "rahasia.json"), "utf8")).not.toContain("dari-lingkungan");
  });

  it.each(["", "{", '{"KREDENSIAL_KEY":"pendek"}', "[1]"])(
    "says what to do about a damaged file (%j), and does not touch or quote it",
    (content) => {
      const folder = temporaryFolder();
      const file = join(folder, "rahasia.json");
      writeFileSync(file, content);
      expect(() => openSecrets(folder)).toThrow(
        /rahasia\.json is damaged.*restore it from a backup.*delete the whole folder/,
      );
      expect(() => openSecrets(folder)).not.toThrow("pendek");
      expect(readFileSync(file, "utf8")).toBe(content);
    },
  );

  it("makes engine passwords that the engine's policy takes: all four kinds of characters, none of a name", () => {
    const accounts = ["ENGINE_ADMIN", "GATEWAY_ENGINE", "MODELER_ENGINE", "WORKERS_ENGINE", "DEMO"] as const;
    for (let i = 0; i < 20; i += 1) {
      const { secrets } = openSecrets(temporaryFolder());
      for (const account of accounts)
        for (const kind of [/[a-z]/, /[A-Z]/, /\d/, /[-_]/, /^.{10,}$/])
          expect({ account, made: kind.test(secrets[`${account}_PASSWORD`]) }).toEqual({ account, made: true });
    }
  });

  it("makes a demo password that can be read aloud", () => {
    for (let i = 0; i < 50; i += 1)
      expect(openSecrets(temporaryFolder()).secrets.DEMO_PASSWORD).toMatch(
        /^[A-HJ-NP-Z][a-hjkmnp-z][2-9][a-hjkmnp-z](-[a-hjkmnp-z]{2}[2-9][a-hjkmnp-z]){2}$/,
      );
  });
});
