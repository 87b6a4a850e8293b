/** The engine's REST as a trial run uses it: one instance, what it waits for, and how each wait is ended. */
import { z } from "zod";
import { type Engine, EngineError, nothing } from "../../engine/client.js";
import type { Nilai } from "./syarat.js";

const Id = z.object({ id: z.string() });
const Tugas = Id.extend({ taskDefinitionKey: z.string() });
const Otomatis = Id.extend({ activityId: z.string() });
const Pekerjaan = Id.extend({ jobDefinitionId: z.string().nullable() });
const DefinisiPekerjaan = Id.extend({ activityId: z.string(), jobType: z.string() });
const Langganan = Id.extend({
  activityId: z.string().nullable(),
  eventType: z.string(),
  eventName: z.string().nullable(),
});
const Kejadian = z.object({ activityId: z.string(), endTime: z.string().nullable(), canceled: z.boolean() });
const Pemasangan = Id.extend({ deploymentTime: z.string().transform((t) => Date.parse(t)) });

/** Something the instance waits for; `id` is the task, external task, job or subscription. */
export interface Tunggu {
  readonly jenis: "tugas" | "otomatis" | "pekerjaan" | "pewaktu" | "langganan";
  readonly id: string;
  readonly aktivitas: string;
  /** Of a subscription: the name of its message or signal. */
  readonly nama?: string;
}

const PEKERJA = "uji-coba";
const enkode = encodeURIComponent;
const variabel = (nilai: Nilai) => Object.fromEntries(Object.entries(nilai).map(([n, value]) => [n, { value }]));

/** The calls, for trial runs of one definition; every method throws EngineError where the engine refuses. */
export function createMesinUji(engine: Engine, definisi: string) {
  let pekerjaan: Promise<ReadonlyMap<string, { aktivitas: string; pewaktu: boolean }>> | undefined;
  const definisiPekerjaan = () => {
    pekerjaan ??= engine
      .call("GET", "/job-definition", { query: { processDefinitionId: definisi }, schema: z.array(DefinisiPekerjaan) })
      .then((d) => new Map(d.map((j) => [j.id, { aktivitas: j.activityId, pewaktu: j.jobType.startsWith("timer") }])));
    return pekerjaan;
  };
  const post = (jalur: string, body: object = {}) => engine.call("POST", jalur, { body, schema: nothing });
  return {
    mulai: (variables: object): Promise<string> =>
      engine
        .call("POST", `/process-definition/${enkode(definisi)}/start`, {
          body: { businessKey: PEKERJA, variables },
          schema: Id,
        })
        .then(({ id }) => id),

    /** Everything the instance waits for; empty when it is over (or hangs). */
    async tunggu(processInstanceId: string): Promise<Tunggu[]> {
      const query = { processInstanceId };
      const [tugas, otomatis, antrean, langganan, kenal] = await Promise.all([
        engine.call("GET", "/task", { query, schema: z.array(Tugas) }),
        engine.call("GET", "/external-task", { query, schema: z.array(Otomatis) }),
        engine.call("GET", "/job", { query, schema: z.array(Pekerjaan) }),
        engine.call("GET", "/event-subscription", { query, schema: z.array(Langganan) }),
        definisiPekerjaan(),
      ]);
      return [
        ...antrean.map(({ id, jobDefinitionId }): Tunggu => {
          const milik = kenal.get(jobDefinitionId ?? "");
          return { jenis: milik?.pewaktu ? "pewaktu" : "pekerjaan", id, aktivitas: milik?.aktivitas ?? "" };
        }),
        ...otomatis.map(({ id, activityId }): Tunggu => ({ jenis: "otomatis", id, aktivitas: activityId })),
        ...tugas.map(({ id, taskDefinitionKey }): Tunggu => ({ jenis: "tugas", id, aktivitas: taskDefinitionKey })),
        ...langganan.map(
          (l): Tunggu => ({ jenis: "langganan", id: l.id, aktivitas: l.activityId ?? "", nama: l.eventName ?? "" }),
        ),
      ];
    },

    /** How often each element was entered. */
    async kejadian(processInstanceId: string): Promise<Map<string, number>> {
      const query = { processInstanceId };
      const baris = await engine.call("GET", "/history/activity-instance", { query, schema: z.array(Kejadian) });
      const kali = new Map<string, number>();
      for (const { activityId } of baris) {
        const id = activityId.replace("#multiInstanceBody", "");
        kali.set(id, (kali.get(id) ?? 0) + 1);
      }
      return kali;
    },

    hidup: async (processInstanceId: string): Promise<boolean> => {
      try {
        await engine.call("GET", `/process-instance/${processInstanceId}`, { schema: nothing });
        return true;
      } catch (error) {
        if (error instanceof EngineError && error.status === 404) return false;
        throw error;
      }
    },

    selesaikan: (id: string, nilai: Nilai) => post(`/task/${enkode(id)}/complete`, { variables: variabel(nilai) }),
    galatTugas: (id: string, errorCode: string) => post(`/task/${enkode(id)}/bpmnError`, { errorCode }),

    async kerjakan(id: string, nilai: Nilai, errorCode?: string): Promise<void> {
      const jalur = `/external-task/${enkode(id)}`;
      await post(`${jalur}/lock`, { workerId: PEKERJA, lockDuration: 60_000 });
      const isi = { workerId: PEKERJA, variables: variabel(nilai) };
      if (errorCode === undefined) await post(`${jalur}/complete`, isi);
      else await post(`${jalur}/bpmnError`, { ...isi, errorCode, errorMessage: "Galat yang dipicu uji coba" });
    },

    isiVariabel: (processInstanceId: string, nilai: Nilai) =>
      post(`/process-instance/${processInstanceId}/variables`, { modifications: variabel(nilai) }),

    jalankan: (job: string) => post(`/job/${enkode(job)}/execute`),
    pesan: (processInstanceId: string, messageName: string, nilai: Nilai) =>
      post("/message", { messageName, processInstanceId, processVariables: variabel(nilai) }),
    sinyal: (name: string, tenantId: string) => post("/signal", { name, tenantId }),
  };
}
/** Bound to one trial definition, of the tenant `uji-coba`. */
export type MesinUji = ReturnType<typeof createMesinUji>;

/** Deletes a trial's deployment with everything that came of it. */
export const bersihkan = (engine: Engine, deployment: string): Promise<unknown> =>
  engine.call("DELETE", `/deployment/${enkode(deployment)}`, {
    query: { cascade: true, skipCustomListeners: true, skipIoMappings: true },
    schema: nothing,
  });

/** Trials' deployments made before a moment (epoch ms): a gateway that died in the middle left them. */
export async function sisaUji(engine: Engine, penyewa: string, sebelum: number): Promise<string[]> {
  const query = { tenantIdIn: penyewa };
  const semua = await engine.call("GET", "/deployment", { query, schema: z.array(Pemasangan) });
  return semua.filter(({ deploymentTime }) => deploymentTime < sebelum).map(({ id }) => id);
}
