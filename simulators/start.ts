import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { join } from "node:path";
import type { Express } from "express";
import { z } from "zod";
import { createBsreApp } from "./bsre/app.js";
import { createEpesanApp } from "./epesan/app.js";
import { openMailbox } from "./epesan/mailbox.js";
import { createFaults } from "./faults.js";
import { openAccounts } from "./spse/accounts.js";
import { createSpseApp } from "./spse/app.js";
import { AkunSimulator } from "./spse/schema.js";

const MEMORY_LIMIT_BYTES = 64 * 1_048_576;

/** Where the simulators listen (port 0: any free one), what they ask for, where they keep data (unset: memory only). */
export interface SimulatorOptions {
  host: string;
  spsePort: number;
  epesanPort: number;
  spseToken?: string | undefined;
  epesanToken?: string | undefined;
  bsrePort: number;
  bsreUser?: string | undefined;
  bsrePassword?: string | undefined;
  bsrePassphrase?: string | undefined;
  dataDir?: string | undefined;
  seedFile: string;
  onDefect: (error: unknown) => void;
}

/** All simulators, listening. `close` cuts what hangs, lets the rest end, and resolves when nothing listens any more. */
export interface Simulators {
  readonly spseUrl: string;
  readonly epesanUrl: string;
  readonly bsreUrl: string;
  close(): Promise<void>;
}

/** Starts all simulators; throws when a port is taken, leaving nothing open. */
export async function startSimulators(options: SimulatorOptions): Promise<Simulators> {
  const [spse, epesan, bsre] = [createFaults(), createFaults(), createFaults()];
  const common = { onDefect: options.onDefect };
  const accounts = await openAccounts({ ...stored(options, "spse.json"), seed: await readSeed(options.seedFile), now });
  const newId = () => `EP-${randomUUID()}`;
  const mailbox = await openMailbox({
    ...stored(options, "epesan.jsonl"),
    memoryLimit: MEMORY_LIMIT_BYTES,
    now,
    newId,
  });
  const spseApp = createSpseApp({ ...common, accounts, faults: spse, token: options.spseToken });
  const epesanApp = createEpesanApp({ ...common, mailbox, faults: epesan, token: options.epesanToken });
  const bsreApp = createBsreApp({
    ...common,
    faults: bsre,
    now,
    user: options.bsreUser,
    password: options.bsrePassword,
    passphrase: options.bsrePassphrase,
  });
  const [first, second, third] = await listenAll([
    [spseApp, options.spsePort, options.host],
    [epesanApp, options.epesanPort, options.host],
    [bsreApp, options.bsrePort, options.host],
  ]);
  const close = async () => {
    for (const faults of [spse, epesan, bsre]) faults.clear();
    await Promise.all([shut(first), shut(second), shut(third)]);
  };
  let closed: Promise<void> | undefined;
  return {
    spseUrl: urlOf(first),
    epesanUrl: urlOf(second),
    bsreUrl: urlOf(third),
    close: () => {
      closed ??= close();
      return closed;
    },
  };
}

/** The accounts of a seed file (JSON array); throws when it is not one. */
export async function readSeed(file: string): Promise<AkunSimulator[]> {
  return z.array(AkunSimulator).parse(JSON.parse(await readFile(file, "utf8")));
}

const now = () => new Date();

function stored({ dataDir }: SimulatorOptions, name: string): { file?: string } {
  return dataDir ? { file: join(dataDir, name) } : {};
}

type Listening = [app: Express, port: number, host: string];

/** One after another; when one cannot, those before it are closed again. */
async function listenAll(wanted: [Listening, Listening, Listening]): Promise<[Server, Server, Server]> {
  const open: Server[] = [];
  try {
    for (const each of wanted) open.push(await listen(...each));
  } catch (error) {
    await Promise.all(open.map(shut));
    throw error;
  }
  return open as [Server, Server, Server];
}

async function listen(app: Express, port: number, host: string): Promise<Server> {
  const server = createServer(app).listen(port, host);
  await once(server, "listening");
  return server;
}

/** Requests under way get a second to end; a client that keeps its connection open must not hold the process. */
async function shut(server: Server): Promise<void> {
  const closed = once(server, "close");
  server.close();
  const timer = setTimeout(() => server.closeAllConnections(), 1_000);
  await closed;
  clearTimeout(timer);
}

function urlOf(server: Server): string {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  const host = address.family === "IPv6" ? `[${address.address}]` : address.address;
  return `http://${host}:${address.port}`;
}
