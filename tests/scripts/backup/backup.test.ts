/** Backup and restore of a real server with both databases; what is restored is compared with what was committed when. */
import { randomUUID } from "node:crypto";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, jest, test } from "@jest/globals";
import pg from "pg";
import { placeFiles, unpackInto } from "../../../scripts/backup/place.js";
import { openBackupFile } from "../../../scripts/backup/read.js";
import { writeBackupFile } from "../../../scripts/backup/write.js";
import { restoreSystem } from "../../../scripts/restore.js";
import { camundaHash } from "../../../scripts/system/admin-password.js";
import { makeDataDir } from "../../../scripts/system/data-dir.js";
import { findFreePorts } from "../../../scripts/system/ports.js";
import { createDatabases, databaseUrl, preparePostgres } from "../../../scripts/system/postgres.js";
import { openSecrets, type Secrets, writeSecrets } from "../../../scripts/system/secrets.js";
import { createService, type Service } from "../../../scripts/system/service.js";
import { readConfig, type SystemConfig, systemOptions } from "../../../src/config.js";
import { migrateDb, openDb } from "../../../src/db/open.js";
import { ambilAtauBuatNonce } from "../../../src/kredensial/index.js";
import { beriNomor } from "../../../src/nomor-urut.js";
import { temporaryFolder } from "../system/helpers.js";

jest.setTimeout(180_000);

let config: SystemConfig;
let secrets: Secrets;
let server: Service;
let file: string;
const milik = { instans: randomUUID(), akun: randomUUID(), idKunci: "k1" };

const folder = mkdtempSync(join(tmpdir(), "uji-cadangan-"));
const options = () => ({
  dataDir: config.DATA_DIR,
  host: "127.0.0.1",
  port: config.POSTGRES_PORT,
  password: secrets.POSTGRES_PASSWORD,
});
const url = (name = "permohonan") => databaseUrl(options(), name);

async function start(): Promise<void> {
  server = createService(await preparePostgres(options()), { onChange: () => undefined, onDeath: () => undefined });
  await server.start();
}

async function query<R extends pg.QueryResultRow>(name: string, sql: string): Promise<R[]> {
  const client = new pg.Client({ connectionString: url(name) });
  await client.connect();
  return client
    .query<R>(sql)
    .then(({ rows }) => rows)
    .finally(() => client.end());
}

const withDb = async <T>(work: (db: ReturnType<typeof openDb>["db"]) => Promise<T>): Promise<T> => {
  const { db, close } = openDb(url(), () => undefined, 2);
  return work(db).finally(close);
};

/** Writes to both databases, one after the other, until told to stop: the second never has a number the first lacks. */
async function scribble(signal: AbortSignal): Promise<number> {
  const [first, second] = [url("permohonan"), url("camunda")].map((u) => new pg.Client({ connectionString: u }));
  if (!first || !second) throw new Error("no clients");
  await Promise.all([first.connect(), second.connect()]);
  let n = 0;
  while (!signal.aborted) {
    n += 1;
    await first.query("insert into uji values ($1, repeat('x', 2000))", [n]);
    await second.query("insert into uji values ($1, repeat('x', 2000))", [n]);
  }
  await Promise.all([first.end(), second.end()]);
  return n;
}

beforeAll(async () => {
  const dataDir = join(folder, "data");
  chmodSync(folder, 0o711);
  makeDataDir(dataDir);
  const [port = 0] = await findFreePorts(1);
  config = readConfig(systemOptions, { DATA_DIR: dataDir, POSTGRES_PORT: String(port) });
  secrets = openSecrets(dataDir).secrets;
  await start();
  await createDatabases(url("postgres"), ["permohonan", "camunda"]);
  await migrateDb(url());
  for (const name of ["permohonan", "camunda"]) await query(name, "create table uji (n int primary key, isi text)");
  await query("camunda", "create table spring_session (id text)");
  await query("camunda", "insert into spring_session values ('masuk')");
  await query(
    "camunda",
    "create table act_id_user (id_ text, pwd_ text, salt_ text, rev_ int, attempts_ int, lock_exp_time_ timestamp)",
  );
  await query(
    "camunda",
    "insert into act_id_user values ('admin', 'dari-dahulu', '', 1, 3, now()), ('dewi', 'tetap', '', 1, 0, null)",
  );
  await withDb(async (db) => {
    await beriNomor(db, { jenis: "surat", tahun: new Date().getFullYear(), kunci: "sebelum" });
    await ambilAtauBuatNonce(db, milik);
  });
  file = join(folder, "cadangan.tar.gz");
});

afterAll(async () => {
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const restore = (given: Partial<Parameters<typeof restoreSystem>[1]> = {}) => {
  const said: string[] = [];
  const all = { file, replace: false, numbers: {}, ...given };
  return { said, done: restoreSystem(config, all, (line) => said.push(line)) };
};

describe("a backup made while both databases are written to", () => {
  let written: number;
  let before: number;

  beforeAll(async () => {
    const stop = new AbortController();
    const writing = scribble(stop.signal);
    for (before = 0; before < 20; )
      before = (await query<{ n: number }>("camunda", "select max(n) as n from uji"))[0]?.n ?? 0;
    await writeBackupFile(url(), file);
    stop.abort();
    written = await writing;
    await withDb((db) => beriNomor(db, { jenis: "surat", tahun: new Date().getFullYear(), kunci: "sesudah" }));
  });

  test("is for its owner's eyes only and holds no secret", () => {
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const bytes = gunzipSync(readFileSync(file));
    for (const secret of Object.values(secrets)) expect(bytes.includes(secret)).toBe(false);
    expect(bytes.includes("x".repeat(2_000))).toBe(true);
  });

  test("never replaces another", async () => {
    await expect(writeBackupFile(url(), file)).rejects.toThrow("never replaces another");
  });

  test("is not restored over a database unasked", async () => {
    await server.stop();
    await expect(restore().done).rejects.toThrow(/holds a database already.*--replace/);
    expect(existsSync(join(config.DATA_DIR, "postgres.pulih"))).toBe(false);
  });

  test("comes back complete after everything is gone, both databases at one point", async () => {
    rmSync(join(config.DATA_DIR, "postgres"), { recursive: true });
    const { said, done } = restore();
    expect(await done).toBe(0);
    expect(said.join("\n")).toContain("The archive is intact: 0 entries, 0 anchors.");
    await start();
    const rows = "select count(*)::int as n, max(n) as max from uji";
    const [[own], [engine]] = await Promise.all([
      query<{ n: number; max: number }>("permohonan", rows),
      query<{ n: number; max: number }>("camunda", rows),
    ]);
    // No hole, everything from before the backup, and the two no more than the one write under way apart.
    expect(own).toMatchObject({ n: own?.max });
    expect(engine).toMatchObject({ n: engine?.max });
    expect(engine?.max).toBeGreaterThanOrEqual(before);
    expect(own?.max).toBeLessThanOrEqual(written);
    expect([0, 1]).toContain((own?.max ?? 0) - (engine?.max ?? 0));
  });

  test("signs everybody out, lets the administrator in with today's password, and skips every number that may have been given since", async () => {
    expect(await query("camunda", "select * from spring_session")).toEqual([]);
    const users = await query<{ pwd_: string; salt_: string }>(
      "camunda",
      "select pwd_, salt_ from act_id_user order by id_",
    );
    expect(users[0]?.pwd_).toBe(camundaHash(secrets.ENGINE_ADMIN_PASSWORD, users[0]?.salt_ ?? ""));
    expect(users[1]?.pwd_).toBe("tetap");
    const [row] = await query<{ nomor_dilewati: unknown }>("permohonan", "select nomor_dilewati from pemulihan");
    const next = await withDb((db) =>
      beriNomor(db, { jenis: "surat", tahun: new Date().getFullYear(), kunci: "sesudah" }),
    );
    expect(next).toBeGreaterThan(1_000);
    expect(row?.nomor_dilewati).toContainEqual(expect.objectContaining({ jenis: "surat", dari: 2, sampai: next - 1 }));
  });

  test("keeps a nonce as it was, and begins new ones behind every attempt that may have been used", async () => {
    const akun = randomUUID();
    expect(await withDb((db) => ambilAtauBuatNonce(db, milik))).toMatchObject({ percobaan: 1, idKunci: "k1" });
    const baru = await withDb((db) => ambilAtauBuatNonce(db, { ...milik, akun }));
    expect(baru.percobaan).toBeGreaterThan(1_000_000);
  });

  test("takes the number that somebody names and today's password, and says which key is missing", async () => {
    await server.stop();
    secrets = { ...secrets, POSTGRES_PASSWORD: "sandi-sesudah-diganti'\\" };
    writeSecrets(config.DATA_DIR, { ...secrets, KREDENSIAL_KEY_ID: "k2" });
    const { said, done } = restore({ replace: true, numbers: { surat: 2, permohonan: 0 } });
    expect(await done).toBe(1);
    expect(said.join("\n")).toContain("1 passwords on their way need the key k1");
    expect(said.find((line) => /The database that was there is now .*postgres\.sebelum-/.test(line))).toBeDefined();
    expect(said.filter((line) => line.startsWith("Numbers"))).toEqual([
      expect.stringMatching(/^Numbers 2 to 2 of letters/),
    ]);
    await start();
    const next = await withDb((db) =>
      beriNomor(db, { jenis: "surat", tahun: new Date().getFullYear(), kunci: "sesudah" }),
    );
    expect(next).toBe(3);
  });
});

describe("a file that is not what it should be", () => {
  const broken = join(folder, "rusak.tar.gz");
  const target = () => join(temporaryFolder(), "data");
  const place = async (content: Buffer) => {
    writeFileSync(broken, content);
    return placeFiles(target(), false, await openBackupFile(broken), {});
  };

  test("is refused when a bit of the compressed bytes has changed", async () => {
    const bytes = readFileSync(file);
    bytes.writeUInt8(bytes.readUInt8(bytes.length >> 1) ^ 1, bytes.length >> 1);
    await expect(place(bytes)).rejects.toThrow(/^The backup is damaged/);
  });

  test("is refused when a bit inside has changed and the rest was made to fit", async () => {
    const bytes = gunzipSync(readFileSync(file));
    const at = bytes.indexOf("x".repeat(100));
    bytes.write("y", at);
    await expect(place(gzipSync(bytes, { level: 1 }))).rejects.toThrow(
      /damaged: postgres\/.* is not as it was backed up/,
    );
  });

  test("is refused when its end is missing, and leaves nothing", async () => {
    writeFileSync(broken, readFileSync(file).subarray(0, 100_000));
    const into = target();
    await expect(unpackInto(into, await openBackupFile(broken), {})).rejects.toThrow(/damaged/);
    expect(existsSync(into)).toBe(false);
  });

  test("is refused when it is something else", async () => {
    await expect(place(Buffer.from("bukan cadangan"))).rejects.toThrow(/damaged/);
    await expect(place(gzipSync(Buffer.alloc(1_024)))).rejects.toThrow("no backup of this product");
  });

  test("is refused when another version made it", async () => {
    const text = gunzipSync(readFileSync(file));
    text.write("9", text.indexOf('"format": 1') + '"format": '.length);
    await expect(place(gzipSync(text, { level: 1 }))).rejects.toThrow(/made by a newer version.*Install that version/);
  });

  test("is refused without the secrets that belong to it", async () => {
    const elsewhere = { ...config, DATA_DIR: target() };
    const all = { file, replace: false, numbers: {} };
    await expect(restoreSystem(elsewhere, all, () => undefined)).rejects.toThrow(/Put rahasia\.json back/);
  });
});
