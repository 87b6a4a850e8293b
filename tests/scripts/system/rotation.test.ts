import { randomUUID } from "node:crypto";
import { statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { taken, takenRound, wantedRound, watchSecrets } from "../../../scripts/system/reload.js";
import { rotated, withoutUnusedKeys } from "../../../scripts/system/rotation.js";
import {
  keyIdsOf,
  keyRing,
  openSecrets,
  SECRET_NAMES,
  type StoredSecrets,
  storedSecrets,
  writeSecrets,
} from "../../../scripts/system/secrets.js";
import { buatJangkar, jangkarSah, kunciJangkar } from "../../../src/arsip/jangkar.js";
import { gantunganDari, kredensialDari } from "../../../src/kredensial/index.js";
import { temporaryFolder } from "./helpers.js";

const folderWithSecrets = () => {
  const folder = temporaryFolder();
  openSecrets(folder);
  return { folder, stored: storedSecrets(folder) };
};
const environment = { KREDENSIAL_KEY: undefined, KREDENSIAL_KEY_ID: "k1", KREDENSIAL_KEYS_LAMA: undefined };

describe("rotating a secret", () => {
  it.each(SECRET_NAMES)("gives %s a new value and leaves all others, for the owner's eyes only", (name) => {
    const { folder, stored } = folderWithSecrets();
    writeSecrets(folder, rotated(stored, name));
    const { secrets } = openSecrets(folder);
    expect(SECRET_NAMES.filter((one) => secrets[one] !== stored[one])).toEqual([name]);
    expect(statSync(join(folder, "rahasia.json")).mode & 0o777).toBe(0o600);
    expect(wantedRound(folder)).toBe(1);
  });

  it("keeps what a server still knows until it has the new value, over two rotations that it missed", () => {
    const { stored } = folderWithSecrets();
    const twice = rotated(rotated(stored, "POSTGRES_PASSWORD"), "POSTGRES_PASSWORD");
    expect(twice.SEBELUM).toEqual({ POSTGRES_PASSWORD: stored.POSTGRES_PASSWORD });
    expect(rotated(stored, "DEMO_PASSWORD").SEBELUM).toBeUndefined();
  });

  it("forgets the value before when the system has the new one, and not one round too early", () => {
    const { folder, stored } = folderWithSecrets();
    writeSecrets(folder, rotated(stored, "ENGINE_ADMIN_PASSWORD"));
    const first = wantedRound(folder);
    writeSecrets(folder, rotated(storedSecrets(folder), "POSTGRES_PASSWORD"));
    taken(folder, first);
    expect(Object.keys(storedSecrets(folder).SEBELUM ?? {})).toHaveLength(2);
    taken(folder, wantedRound(folder));
    expect(storedSecrets(folder).SEBELUM).toBeUndefined();
    expect(takenRound(folder)).toBe(2);
  });
});

describe("the credential key", () => {
  const milik = { instans: randomUUID(), akun: randomUUID() };
  const nonce = { keadaan: "hidup", percobaan: 1, nonce: Buffer.alloc(32, 7), idKunci: "k1" } as const;
  const ringOf = (stored: StoredSecrets) =>
    gantunganDari({
      KREDENSIAL_KEY: stored.KREDENSIAL_KEY ?? "",
      KREDENSIAL_KEY_ID: stored.KREDENSIAL_KEY_ID ?? "k1",
      KREDENSIAL_KEYS_LAMA: JSON.stringify(stored.KREDENSIAL_KEYS_LAMA ?? {}),
    });

  it("still gives a password on its way after two rotations, and makes new ones under a new name", () => {
    const { stored } = folderWithSecrets();
    const before = kredensialDari(ringOf(stored), milik, nonce);
    const after = rotated(rotated(stored, "KREDENSIAL_KEY"), "KREDENSIAL_KEY");
    expect(kredensialDari(ringOf(after), milik, nonce)).toEqual(before);
    expect(ringOf(after).map(({ id }) => id)).toEqual(["k3", "k1", "k2"]);
  });

  it("takes no name that a nonce has, even where the key of that name is gone", () => {
    const { stored } = folderWithSecrets();
    expect(rotated(stored, "KREDENSIAL_KEY", ["k5"]).KREDENSIAL_KEY_ID).toBe("k6");
  });

  it("goes for good when no password on its way needs it", () => {
    const { stored } = folderWithSecrets();
    const after = rotated(rotated(stored, "KREDENSIAL_KEY"), "KREDENSIAL_KEY");
    const { stored: left, dropped } = withoutUnusedKeys(after, ["k1", "k3"]);
    expect(dropped).toEqual(["k2"]);
    expect(left.KREDENSIAL_KEYS_LAMA).toEqual({ k1: stored.KREDENSIAL_KEY });
    expect(() => kredensialDari(ringOf(left), milik, { ...nonce, idKunci: "k2" })).toThrow("not configured");
  });

  it("reaches the processes with its name and the keys before it; the environment's own keys stay", () => {
    const { folder, stored } = folderWithSecrets();
    writeSecrets(folder, rotated(stored, "KREDENSIAL_KEY"));
    const given = { ...environment, KREDENSIAL_KEYS_LAMA: '{"k0":"kunci-dari-lingkungan"}' };
    expect(keyRing(folder, given)).toEqual({
      id: "k2",
      lama: { k1: stored.KREDENSIAL_KEY, k0: "kunci-dari-lingkungan" },
    });
    expect(keyIdsOf(folder, environment)).toEqual(["k2", "k1"]);
    expect(keyRing(folder, { ...environment, KREDENSIAL_KEY: "dari-lingkungan" }).id).toBe("k1");
  });
});

it("an anchor signed with the archive's key before still holds beside one signed with the new key", () => {
  const { stored } = folderWithSecrets();
  const head = { tanggal: "2026-11-23", urut: 3, hash: "ab".repeat(32) };
  const [before, after] = [stored, rotated(stored, "ARSIP_KEY")].map(({ ARSIP_KEY = "" }) =>
    buatJangkar(kunciJangkar(ARSIP_KEY), head),
  );
  if (!before || !after) throw new Error("no anchors");
  expect([before, after].map(jangkarSah)).toEqual([true, true]);
  expect(after.kunciPublik).not.toBe(before.kunciPublik);
});

it("a running system hears of each round once, and of a change that is none not at all", async () => {
  const { folder, stored } = folderWithSecrets();
  const heard: number[] = [];
  let done: () => void = () => undefined;
  const twice = new Promise<void>((resolve) => {
    done = resolve;
  });
  const reload = async (round: number) => {
    heard.push(round);
    taken(folder, round);
    if (heard.length === 2) done();
    else writeSecrets(folder, rotated(storedSecrets(folder), "ARSIP_KEY"));
  };
  const watch = watchSecrets(folder, reload, done);
  writeSecrets(folder, rotated(stored, "DEMO_PASSWORD"));
  await twice;
  await watch.stop();
  expect(heard).toEqual([1, 2]);
});
