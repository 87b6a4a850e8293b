/** Everything of ours is killed and its data destroyed in the middle of the work; SPSE and e-Pesan keep what they have. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { z } from "zod";
import { writeBackupFile } from "../../scripts/backup/write.js";
import { restoreSystem } from "../../scripts/restore.js";
import { withDatabase } from "../../scripts/soak/facts.js";
import { judge, type Verdict } from "../../scripts/soak/invariants.js";
import type { SoakRequest } from "../../scripts/soak/request.js";
import { allMessages, healSimulators, injectFault } from "../../scripts/soak/simulator.js";
import { jangkarkan, kunciJangkar, periksaArsip } from "../../src/arsip/index.js";
import { readConfig, systemOptions } from "../../src/config.js";
import { openDb } from "../../src/db/open.js";
import { at, control, desk, finishAll, newRequest, onlyWorkers, taskOf } from "./setup/system.js";

/** How far each request had come when the backup was made; all but the last went on to their end before the disaster. */
interface Scene {
  readonly finished: SoakRequest;
  readonly signing: SoakRequest;
  readonly delivering: SoakRequest;
  /** Its password was made and delivered after the backup, which knows nothing of it. */
  readonly verifying: SoakRequest;
  readonly untouched: SoakRequest;
}

const Number_ = z.object({ jenis: z.string(), tahun: z.number(), urut: z.number(), kunci: z.string() });
type Number_ = z.infer<typeof Number_>;
const numbers = (): Promise<Number_[]> =>
  withDatabase(at.addresses.database, async (client) =>
    z.array(Number_).parse((await client.query("select jenis, tahun, urut, kunci from nomor_urut")).rows),
  );

const withDb = <T>(work: (db: ReturnType<typeof openDb>["db"]) => Promise<T>): Promise<T> => {
  const { db, close } = openDb(at.addresses.database, () => undefined, 2);
  return work(db).finally(close);
};

const folder = mkdtempSync(join(tmpdir(), "uji-cadangan-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function setScene(): Promise<Scene> {
  const [finished, signing, delivering, untouched, verifying] = await Promise.all([
    newRequest(1),
    newRequest(1),
    newRequest(2),
    newRequest(1),
    newRequest(2),
  ]);
  await Promise.all([
    finishAll([finished]),
    desk.until(signing, "tanda-tangan-surat"),
    desk.until(untouched, "disposisi-permohonan"),
    desk.until(delivering, "verifikasi-permohonan"),
    desk.until(verifying, "verifikasi-permohonan"),
  ]);
  for (const { epesan } of delivering.akun) await injectFault(at, "epesan", { jenis: "503", untuk: epesan });
  await desk.doTask(delivering, "verifikasi-permohonan");
  await taskOf(delivering, "epesan-kirim-kredensial", ({ retries }) => retries !== null);
  return { finished, signing, delivering, untouched, verifying };
}

async function destroyAll(): Promise<void> {
  const parts = [...(await control.workers()), "gateway", "engine", "postgres"];
  await Promise.all(parts.map((part) => control.kill(part, "SIGKILL")));
  rmSync(join(at.dataDir, "postgres"), { recursive: true });
}

async function restore(file: string): Promise<string[]> {
  const POSTGRES_PORT = new URL(at.addresses.database).port;
  const config = readConfig(systemOptions, { DATA_DIR: at.dataDir, POSTGRES_PORT });
  const said: string[] = [];
  const code = await restoreSystem(config, { file, replace: false, numbers: {} }, (line) => said.push(line));
  if (code !== 0) throw new Error(said.join("\n"));
  return said;
}

describe("a backup made mid-run, after everything later has been destroyed", () => {
  let scene: Scene;
  let said: string[];
  let lost: readonly Number_[];
  let sentBefore: number;
  let verdict: Verdict;

  beforeAll(async () => {
    await onlyWorkers({ "worker-a": {}, "worker-b": {} });
    scene = await setScene();
    await withDb((db) => jangkarkan(db, kunciJangkar(at.secrets.ARSIP_KEY), new Date()));
    const file = join(folder, "cadangan.tar.gz");
    await writeBackupFile(at.addresses.database, file);
    await healSimulators(at);
    await finishAll(Object.values(scene).filter((request) => request !== scene.untouched));
    lost = await numbers();
    sentBefore = (await allMessages(at)).length;
    await destroyAll();
    said = await restore(file);
    await control.start("postgres");
    await control.start("engine");
    await control.start("gateway");
    await onlyWorkers({ "worker-a": {}, "worker-b": {} });
    await finishAll(Object.values(scene));
    verdict = await judge(at, Object.values(scene));
  });

  const of = ({ nomor }: SoakRequest) => verdict.violations.filter((sentence) => sentence.startsWith(`${nomor}: `));
  const factsOf = ({ nomor }: SoakRequest) => {
    const facts = verdict.facts.find((one) => one.nomor === nomor);
    if (facts === undefined) throw new Error(`no facts of ${nomor}`);
    return facts;
  };

  test.each(["finished", "signing", "delivering", "untouched"] as const)(
    "brings the request that was %s to its end without losing or doubling anything",
    (which) => {
      expect(of(scene[which])).toEqual([]);
      expect(factsOf(scene[which]).state).toBe("COMPLETED");
    },
  );

  test("gives the accounts it knows nothing of their newest password, which SPSE accepts, in one more message", () => {
    const { accounts, state } = factsOf(scene.verifying);
    expect(state).toBe("COMPLETED");
    for (const { messages, resets, hasil } of accounts) {
      expect(messages.map(({ accepted }) => accepted)).toEqual([false, true]);
      expect(new Set(messages.map(({ kataSandi }) => kataSandi)).size).toBe(2);
      expect({ resets, hasil: hasil?.status }).toEqual({ resets: 2, hasil: "berhasil" });
    }
    // These three follow from the second password; nothing else may be amiss.
    const expected = ["got 2 messages", "was given a password that SPSE does not accept", "was reset 2 times"];
    const strange = of(scene.verifying).filter((sentence) => !expected.some((words) => sentence.endsWith(words)));
    expect(strange).toEqual([]);
  });

  test("sends no message besides those", async () => {
    const reminders = verdict.facts.flatMap(({ reminded }) => reminded).length;
    expect(reminders).toBe(0);
    // The untouched one's password and letter, and the second passwords of the one that the backup knows nothing of.
    expect(await allMessages(at)).toHaveLength(sentBefore + 2 + scene.verifying.akun.length);
  });

  test("gives no number to anything but what had it before", async () => {
    const before = new Map(lost.map(({ jenis, tahun, urut, kunci }) => [`${jenis} ${tahun}/${urut}`, kunci]));
    const after = await numbers();
    const twice = after.filter(({ jenis, tahun, urut, kunci }) => {
      const had = before.get(`${jenis} ${tahun}/${urut}`);
      return had !== undefined && had !== kunci;
    });
    expect(twice).toEqual([]);
    const another = await newRequest(1);
    expect(lost.map(({ urut }) => `RP-${new Date().getFullYear()}-${String(urut).padStart(4, "0")}`)).not.toContain(
      another.nomor,
    );
    await finishAll([another]);
    expect((await judge(at, [another])).violations).toEqual([]);
  });

  test("keeps the archive's chain and its anchor", async () => {
    const { entri, jangkar, temuan } = await withDb(periksaArsip);
    expect(temuan).toEqual([]);
    expect(entri).toBeGreaterThanOrEqual(Object.keys(scene).length);
    expect(jangkar).toBeGreaterThanOrEqual(1);
  });

  test("tells the administrator what was skipped, and leaks nothing", () => {
    expect(said.filter((line) => /^Numbers \d+ to \d+ of letters/.test(line))).toHaveLength(1);
    const own = Object.values(scene).map(({ nomor }) => nomor);
    expect(verdict.violations.filter((sentence) => !own.some((nomor) => sentence.startsWith(nomor)))).toEqual([]);
  });
});
