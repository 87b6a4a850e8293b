/** Who is in a group, which run of a step a timer belongs to, what the diagram says of it: all asked of the engine. */
import { z } from "zod";
import { type Engine, EngineError } from "../src/engine/client.js";
import { diagramOf } from "../src/engine/diagram.js";
import { bacaLangkahTerbuka } from "../src/sla/langkah-terbuka.js";
import { setelTenggat } from "../src/sla/setel-tenggat.js";
import { readSop, type Sop } from "../src/sop/diagram.js";
import { AdapterError } from "./adapters/index.js";
import type { Direktori } from "./deps.js";
import { bacaLangkahBerjalan } from "./langkah-berjalan.js";

const Users = z.array(z.object({ email: z.string().nullish() }));

/** A directory over the engine's REST; definitions never change, so each one's SOP is read once. */
export function createDirektori(engine: Engine): Direktori {
  const dikenal = new Map<string, Sop>();
  return {
    async penerima(grup, signal) {
      const query = { memberOfGroup: grup, maxResults: 500 };
      const users = await ask(engine.call("GET", "/user", { query, schema: Users, signal }));
      return users.flatMap(({ email }) => (email ? [email] : []));
    },
    async alamat(pengguna, signal) {
      const query = { id: pengguna };
      const [satu] = await ask(engine.call("GET", "/user", { query, schema: Users, signal }));
      return satu?.email || undefined;
    },
    langkahBerjalan: (tanya, signal) => ask(bacaLangkahBerjalan(engine, tanya, signal)),
    async setelTenggat(eksekusi, baru, signal) {
      const langkah = await ask(bacaLangkahTerbuka(engine, eksekusi, signal));
      if (langkah) await ask(setelTenggat(engine, langkah, baru, signal));
    },
    async sop(definisi, signal) {
      const ada = dikenal.get(definisi);
      if (ada) return ada;
      const sop = await readSop(await ask(diagramOf(engine, definisi, signal)));
      dikenal.set(definisi, sop);
      return sop;
    },
  };
}

/** An engine that refuses needs a person (a missing permission, say); one that does not answer, another attempt. */
async function ask<T>(call: Promise<T>): Promise<T> {
  try {
    return await call;
  } catch (error) {
    if (!(error instanceof EngineError)) throw new AdapterError("unavailable", "the engine did not answer as expected");
    throw new AdapterError(error.status >= 500 ? "unavailable" : "malformed", error.message);
  }
}
