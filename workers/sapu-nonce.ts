/**
 * Destroys the nonces of requests that ended without passing their last step: deleted in Cockpit, say. Nobody will deliver
 * their passwords any more, so nobody may be able to compute them.
 */
import { z } from "zod";
import { catatAudit } from "../src/audit/index.js";
import type { Db } from "../src/db/open.js";
import type { Engine } from "../src/engine/client.js";
import { hancurkanNonce, instansBernonce } from "../src/kredensial/index.js";
import type { Logger } from "../src/log.js";
import { KUNCI_PROSES } from "../src/proses/kunci.js";

/** What a sweep works on; `oleh` is the account in the audit. */
export interface SapuDeps {
  readonly db: Db;
  readonly engine: Engine;
  readonly logger: Logger;
  readonly oleh: string;
  readonly now: () => Date;
}

/** Younger nonces are left alone: the engine's database may be back from a copy, and somebody at work on it. */
export const UMUR_MIN_MS = 3_600_000;
const SEKALI = 100;

const Instances = z.array(z.object({ id: z.string() }));
const Check = z.object({ authorized: z.boolean() });

/** One sweep; answers how many nonces it destroyed. Safe while others sweep: of each nonce one of them tells the audit. */
export async function sapuNonce(deps: SapuDeps): Promise<number> {
  const lama = await instansBernonce(deps.db, new Date(deps.now().getTime() - UMUR_MIN_MS));
  if (lama.length === 0) return 0;
  if (!(await mayRead(deps.engine))) {
    // Without the right the engine shows no instance at all, which looks like all of them being gone.
    deps.logger.warn("the nonces of ended requests cannot be swept: this account may not read all requests");
    return 0;
  }
  let jumlah = 0;
  for (let i = 0; i < lama.length; i += SEKALI)
    for (const instans of await ended(deps.engine, lama.slice(i, i + SEKALI))) jumlah += await hancurkan(deps, instans);
  if (jumlah > 0) deps.logger.info({ nonces: jumlah }, "nonces of ended requests destroyed");
  return jumlah;
}

async function mayRead(engine: Engine): Promise<boolean> {
  const resource = { resourceName: "ProcessDefinition", resourceType: 6, resourceId: KUNCI_PROSES };
  const query = { permissionName: "READ_INSTANCE", ...resource };
  return (await engine.call("GET", "/authorization/check", { query, schema: Check })).authorized;
}

async function ended(engine: Engine, instances: readonly string[]): Promise<string[]> {
  const body = { processInstanceIds: instances };
  const query = { maxResults: instances.length };
  const running = await engine.call("POST", "/process-instance", { query, body, schema: Instances });
  const ids = new Set(running.map(({ id }) => id));
  return instances.filter((instans) => !ids.has(instans));
}

/** Nonces and audit in one transaction. */
const hancurkan = ({ db, oleh }: SapuDeps, instans: string): Promise<number> =>
  db.transaction(async (tx) => {
    const akun = await hancurkanNonce(tx, instans);
    for (const objek of akun)
      await catatAudit(tx, { oleh, tindakan: "kredensial.hancurkan", objek, rincian: { instans } });
    return akun.length;
  });

/** Sweeps now and every so many milliseconds; answers how to stop. A sweep that fails is repeated with the next. */
export function startSapuNonce(deps: SapuDeps, everyMs: number): () => void {
  const sapu = () =>
    sapuNonce(deps).catch((error: unknown) => {
      const name = error instanceof Error ? error.name : "unknown";
      deps.logger.warn({ name }, "the nonces of ended requests could not be swept");
    });
  void sapu();
  const timer = setInterval(sapu, everyMs);
  timer.unref();
  return () => clearInterval(timer);
}
