/** What the modeler asks of the engine about definitions and deployments, as its own service account. */
import { z } from "zod";
import { type Engine, EngineError } from "../engine/client.js";
import { diagramOf } from "../engine/diagram.js";

const Definisi = z.object({
  id: z.string(),
  key: z.string(),
  name: z.string().nullable(),
  version: z.number(),
  versionTag: z.string().nullable(),
  deploymentId: z.string(),
  tenantId: z.string().nullish(),
});
/** A process definition of the engine. */
export type Definisi = z.infer<typeof Definisi>;

const Deployment = z.object({
  id: z.string(),
  name: z.string().nullable(),
  source: z.string().nullable(),
  deploymentTime: z.string().transform((teks) => new Date(teks).toISOString()),
});
/** `source` is `modeler` for what process owners brought into force; the time is an ISO instant in UTC. */
export type Deployment = z.infer<typeof Deployment>;

const Sumber = z.object({ id: z.string(), name: z.string() });
const Terpasang = z.object({
  id: z.string(),
  deployedProcessDefinitions: z.record(z.string(), Definisi).nullish(),
});
const Jumlah = z.array(z.object({ id: z.string(), instances: z.number() }));

/** A file of a deployment. */
export interface Berkas {
  readonly nama: string;
  readonly isi: string;
}

/** What is deployed: `sumber` tells the engine's lists who made it; `penyewa` keeps trial runs apart. */
export interface Pemasangan {
  readonly nama: string;
  readonly sumber: string;
  readonly penyewa?: string;
  readonly berkas: readonly Berkas[];
}

const enkode = encodeURIComponent;

/** The queries, each checked; all throw EngineError where the engine refuses. Trial runs (their tenant) are left out. */
export function createMesinModeler(engine: Engine) {
  const tanpaUji = { withoutTenantId: true } as const;
  const definisi = (query: Record<string, string | number | boolean>) =>
    engine.call("GET", "/process-definition", { query: { ...tanpaUji, ...query }, schema: z.array(Definisi) });
  return {
    /** The definitions in force, one per process. */
    berlaku: () => definisi({ latestVersion: true, sortBy: "key", sortOrder: "asc" }),

    /** The definition of this process in force. */
    berlakuUntuk: async (key: string): Promise<Definisi | undefined> =>
      (await definisi({ key, latestVersion: true }))[0],

    /** Does this key belong to somebody else's tenant, as far as this account sees? */
    dipakaiPenyewa: async (key: string): Promise<boolean> => {
      const query = { key, latestVersion: true };
      const semua = await engine.call("GET", "/process-definition", { query, schema: z.array(Definisi) });
      return semua.some(({ tenantId }) => typeof tenantId === "string");
    },

    /** All versions of a process, newest first. */
    versi: (key: string) => definisi({ key, sortBy: "version", sortOrder: "desc" }),

    satu: async (id: string): Promise<Definisi | undefined> => (await definisi({ processDefinitionId: id }))[0],

    xml: async (id: string): Promise<string | undefined> => {
      try {
        return await diagramOf(engine, id);
      } catch (error) {
        if (error instanceof EngineError && error.status < 500) return undefined;
        throw error;
      }
    },

    /** All deployments but those of trial runs. */
    deployment: () => engine.call("GET", "/deployment", { query: tanpaUji, schema: z.array(Deployment) }),

    /** Running requests by definition id; definitions without any may be missing. */
    berjalan: async (): Promise<Map<string, number>> => {
      const baris = await engine.call("GET", "/process-definition/statistics", { schema: Jumlah });
      return new Map(baris.map(({ id, instances }) => [id, instances]));
    },

    /** Names of a deployment's files. */
    namaBerkas: async (deployment: string): Promise<string[]> => {
      const jalur = `/deployment/${enkode(deployment)}/resources`;
      return (await engine.call("GET", jalur, { schema: z.array(Sumber) })).map(({ name }) => name);
    },

    /** The files of a deployment whose names pass, with their contents. */
    async berkas(deployment: string, pilih: (nama: string) => boolean): Promise<Berkas[]> {
      const jalur = `/deployment/${enkode(deployment)}/resources`;
      const semua = await engine.call("GET", jalur, { schema: z.array(Sumber) });
      return Promise.all(
        semua
          .filter(({ name }) => pilih(name))
          .map(async ({ id, name }) => ({ nama: name, isi: await engine.text(`${jalur}/${enkode(id)}/data`) })),
      );
    },

    /** Deploys the files; answers the definitions made of them. */
    async pasang(p: Pemasangan): Promise<{ deployment: string; definisi: Definisi[] }> {
      const body = new FormData();
      body.append("deployment-name", p.nama);
      body.append("deployment-source", p.sumber);
      if (p.penyewa !== undefined) body.append("tenant-id", p.penyewa);
      for (const { nama, isi } of p.berkas) body.append(nama, new Blob([isi]), nama);
      const hasil = await engine.call("POST", "/deployment/create", { body, schema: Terpasang });
      return { deployment: hasil.id, definisi: Object.values(hasil.deployedProcessDefinitions ?? {}) };
    },
  };
}
/** What the modeler's routes and its migrations share, in the name of `layanan-modeler`. */
export type MesinModeler = ReturnType<typeof createMesinModeler>;
