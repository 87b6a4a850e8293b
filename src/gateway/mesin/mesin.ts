/** What the gateway's own service account reads of the engine, and the little it writes: withdrawals, tasks given back. */
import { z } from "zod";
import { type Engine, nothing } from "../../engine/client.js";
import { diagramInForce, diagramOf } from "../../engine/diagram.js";
import { semuaBaris } from "../../engine/halaman.js";
import { fullName, Instant, orUndefined404, Person } from "../../engine/shapes.js";
import { enkode } from "../../proses/jawaban.js";
import { KUNCI_PROSES } from "../../proses/kunci.js";
import { BarisVariabel } from "../../proses/permohonan.js";
import type { Riwayat } from "../../proses/variabel.js";
import { type KriteriaDaftar, kueriDaftar } from "./kueri-daftar.js";

const Instans = z.object({
  id: z.string(),
  businessKey: z.string().nullable(),
  processDefinitionId: z.string(),
  startTime: Instant,
  endTime: Instant.nullable(),
  startUserId: z.string().nullable(),
  state: z.string(),
});
/** A request in the engine's history. */
export type Instans = z.infer<typeof Instans>;

// Null where a variable was set between two activities; it belongs to no step then.
const kejadian = z
  .string()
  .nullable()
  .transform((id) => id ?? "");
const VariabelRiwayat = BarisVariabel.extend({
  id: z.string(),
  processInstanceId: z.string(),
  activityInstanceId: kejadian,
});
/** A variable in history; `activityInstanceId` equals the instance's id for variables of the request itself. */
export type VariabelRiwayat = z.infer<typeof VariabelRiwayat>;

const Aktivitas = z.object({
  id: z.string(),
  activityId: z.string(),
  activityType: z.string(),
  startTime: Instant,
  endTime: Instant.nullable(),
  canceled: z.boolean(),
  assignee: z.string().nullable(),
});

const TugasTerbuka = z.object({
  id: z.string(),
  processInstanceId: z.string(),
  taskDefinitionKey: z.string(),
  name: z.string().nullable(),
  due: Instant.nullable(),
});

const TugasOtomatis = z.object({
  id: z.string(),
  processInstanceId: z.string(),
  activityId: z.string(),
  activityInstanceId: z.string(),
});

const RiwayatTugas = z.object({
  processDefinitionKey: z.string().nullable(),
  assignee: z.string().nullable(),
  endTime: Instant.nullable(),
  deleteReason: z.string().nullable(),
});

const Akhir = z.object({
  id: z.string(),
  state: z.string(),
  endTime: Instant.nullable(),
  deleteReason: z
    .string()
    .nullish()
    .transform((alasan) => alasan ?? null),
});
const Penghapusan = z.object({ userId: z.string().nullable() });

const Jumlah = z.object({ count: z.number() });
const Kaitan = z.object({ groupId: z.string().nullable() });

const tanpaDeserialisasi = { deserializeValues: false } as const;

/** The queries, each checked; every method throws EngineError or a network error where the engine does not answer. */
export function createMesin(engine: Engine) {
  return {
    versi: () => engine.call("GET", "/version", { schema: z.object({ version: z.string() }) }),

    /** The diagram in force; undefined before the first deployment. */
    diagramTerpasang: () => orUndefined404(diagramInForce(engine, KUNCI_PROSES)),

    /** The BPMN XML of a definition. */
    diagram: (definisi: string) => diagramOf(engine, definisi),

    /** All variables a task sees, those of its account included. */
    variabelTugas: (id: string) =>
      engine
        .call("GET", `/task/${encodeURIComponent(id)}/variables`, {
          query: tanpaDeserialisasi,
          schema: z.record(z.string(), BarisVariabel.omit({ name: true })),
        })
        .then((isi) => Object.entries(isi).map(([name, v]): BarisVariabel => ({ name, ...v }))),

    /** Ids of the groups whose members may act on an open task. */
    grupTugas: (id: string) =>
      engine
        .call("GET", `/task/${encodeURIComponent(id)}/identity-links`, {
          query: { type: "candidate" },
          schema: z.array(Kaitan),
        })
        .then((kaitan) => kaitan.flatMap((k) => k.groupId ?? [])),

    /** A task that was, and the groups that could act on it; undefined where there never was one. */
    async tugasLampau(taskId: string) {
      // Both in any case: whoever asks for somebody else's task must not notice that there was one.
      const [[tugas], kaitan] = await Promise.all([
        engine.call("GET", "/history/task", { query: { taskId }, schema: z.array(RiwayatTugas) }),
        engine.call("GET", "/history/identity-link-log", {
          query: { taskId, operationType: "add" },
          schema: z.array(Kaitan),
        }),
      ]);
      return tugas && { ...tugas, grup: kaitan.flatMap((k) => k.groupId ?? []) };
    },

    /** The request of that number; undefined where there is none, or none of these units. */
    instans: (nomor: string, satker?: readonly string[]): Promise<Instans | undefined> =>
      engine
        .call("POST", "/history/process-instance", {
          body: { ...kueriDaftar({ satker }), processInstanceBusinessKey: nomor },
          schema: z.array(Instans),
        })
        .then(([pertama]) => pertama),

    /** One page of requests, newest first, and how many there are. */
    async daftar(kriteria: KriteriaDaftar, firstResult: number, maxResults: number) {
      const body = kueriDaftar(kriteria);
      const urut = { sorting: [{ sortBy: "startTime", sortOrder: "desc" }] };
      const [{ count }, instans] = await Promise.all([
        engine.call("POST", "/history/process-instance/count", { body, schema: Jumlah }),
        engine.call("POST", "/history/process-instance", {
          query: { firstResult, maxResults },
          body: { ...body, ...urut },
          schema: z.array(Instans),
        }),
      ]);
      return { total: count, instans };
    },

    /** Variables of these requests, all or only those named, local ones included. */
    variabel: (
      processInstanceIdIn: readonly string[],
      variableNameIn?: readonly string[],
    ): Promise<VariabelRiwayat[]> =>
      processInstanceIdIn.length === 0
        ? Promise.resolve([])
        : semuaBaris(engine, "POST", "/history/variable-instance", {
            query: tanpaDeserialisasi,
            body: { processInstanceIdIn, ...(variableNameIn ? { variableNameIn } : {}) },
            schema: VariabelRiwayat,
          }),

    /** How these instances stand or ended, those that history still knows. */
    akhir: (processInstanceIds: readonly string[]) =>
      semuaBaris(engine, "POST", "/history/process-instance", { body: { processInstanceIds }, schema: Akhir }),

    /** Who deleted an instance; null where nobody did, or the engine does not tell. */
    penghapus: (processInstanceId: string) =>
      engine
        .call("GET", "/history/user-operation", {
          query: { processInstanceId, operationType: "Delete", entityType: "ProcessInstance", maxResults: 1 },
          schema: z.array(Penghapusan),
        })
        .then(([satu]) => satu?.userId ?? null),

    aktivitas: (processInstanceId: string) =>
      semuaBaris(engine, "GET", "/history/activity-instance", { query: { processInstanceId }, schema: Aktivitas }),

    /** Open tasks of people in these requests. */
    tugasTerbuka: (processInstanceIdIn: readonly string[]) =>
      semuaBaris(engine, "POST", "/task", { body: { processInstanceIdIn }, schema: TugasTerbuka }),

    /** Open work of the workers in these requests. */
    tugasOtomatis: (processInstanceIdIn: readonly string[]) =>
      semuaBaris(engine, "POST", "/external-task", { body: { processInstanceIdIn }, schema: TugasOtomatis }),

    /** Full names by user id; ids without a user are left out. */
    async nama(ids: readonly string[]): Promise<Map<string, string>> {
      const idIn = [...new Set(ids)];
      if (idIn.length === 0) return new Map();
      const query = { idIn: idIn.join(","), maxResults: idIn.length };
      const orang = await engine.call("GET", "/user", { query, schema: z.array(Person) });
      return new Map(orang.map((o) => [o.id, fullName(o)]));
    },

    /** Full names of the members of these groups, by user id. */
    async anggota(grup: readonly string[]): Promise<Map<string, string>> {
      const daftar = await Promise.all(
        grup.map((memberOfGroup) => semuaBaris(engine, "GET", "/user", { query: { memberOfGroup }, schema: Person })),
      );
      return new Map(daftar.flat().map((o) => [o.id, fullName(o)]));
    },

    /** Gives a task back to its group. The caller has made sure that it is its assignee who wants it. */
    lepas: (id: string) => engine.call("POST", `/task/${encodeURIComponent(id)}/unclaim`, { schema: nothing }),

    /** Withdraws a request; the engine refuses (EngineError) where no step listens for it. */
    tarik: (processInstanceId: string, riwayat: Riwayat[]) =>
      engine.call("POST", "/message", {
        body: { messageName: "tarik-permohonan", processInstanceId, processVariables: enkode({ riwayat }) },
        schema: nothing,
      }),
  };
}
/** Made once per gateway; replies are checked, and times come out as epoch milliseconds. */
export type Mesin = ReturnType<typeof createMesin>;
