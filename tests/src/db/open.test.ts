/** What a pool with limits does when network, server or other transactions keep it waiting. */
import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { sql } from "drizzle-orm";
import { type Db, type DbLimits, openDb } from "../../../src/db/open.js";
import { databaseError } from "../../../workers/database-error.js";
import { startTestDatabase, type TestDatabase } from "../../support/postgres.js";

let database: TestDatabase;
let network: Server;
/** Nothing comes through, and nobody is told. */
let silent = false;
const sockets = new Set<Socket>();

beforeAll(async () => {
  database = await startTestDatabase();
  const port = Number(new URL(database.url).port);
  network = createServer((near) => {
    const far = connect(port, "127.0.0.1");
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from);
      from.on("data", (chunk) => !silent && to.write(chunk));
      from.on("error", () => undefined);
      from.on("close", () => to.destroy());
    }
  }).listen(0, "127.0.0.1");
  await once(network, "listening");
});
afterAll(async () => {
  network.close();
  for (const socket of sockets) socket.destroy();
  await database.stop();
});

async function withPool<T>(limits: DbLimits, work: (db: Db) => Promise<T>): Promise<T> {
  const url = new URL(database.url);
  url.port = String((network.address() as AddressInfo).port);
  const { db, close } = openDb(url.href, () => undefined, 1, limits);
  return work(db).finally(close);
}

const select = sql`select 1 as satu`;
const failure = (work: Promise<unknown>) => work.then(() => undefined, databaseError);

describe("a pool with limits", () => {
  test("cuts off a connection that falls silent within a transaction, and works on with another one", async () => {
    await withPool({ silenceMs: 300 }, async (db) => {
      const lost = failure(
        db.transaction(async (tx) => {
          await tx.execute(select);
          silent = true;
          await tx.execute(select);
        }),
      );
      expect(await lost).toMatchObject({ transient: true });
      silent = false;
      expect((await db.execute(select)).rows).toEqual([{ satu: 1 }]);
    });
  });

  test("leaves a connection alone on which nothing was asked", async () => {
    await withPool({ silenceMs: 100 }, (db) =>
      db.transaction(async (tx) => {
        await tx.execute(select);
        await database.db.execute(sql`select pg_sleep(0.4)`);
        expect((await tx.execute(select)).rows).toEqual([{ satu: 1 }]);
      }),
    );
  });

  test("ends a statement that takes too long, for another attempt", async () => {
    const slow = (limits: DbLimits) => withPool(limits, (db) => failure(db.execute(sql`select pg_sleep(0.4)`)));
    expect(await slow({ statementMs: 100 })).toMatchObject({
      reason: expect.stringContaining("57014"),
      transient: true,
    });
    expect(await slow({})).toBeUndefined();
  });

  test("ends a transaction whose client does nothing, and so frees its locks", async () => {
    const idle = (limits: DbLimits) =>
      withPool(limits, (db) =>
        failure(
          db.transaction(async (tx) => {
            await tx.execute(select);
            await database.db.execute(sql`select pg_sleep(0.4)`);
            await tx.execute(select);
          }),
        ),
      );
    expect(await idle({ idleMs: 100 })).toMatchObject({ transient: true });
    expect(await idle({})).toBeUndefined();
  });

  test("waits for a connection no longer than it may", async () => {
    await withPool({ connectMs: 100 }, (db) =>
      db.transaction(async () => {
        expect(await failure(Promise.resolve(db.execute(select)))).toMatchObject({ transient: true });
      }),
    );
  });
});
