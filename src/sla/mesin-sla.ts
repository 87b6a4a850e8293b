/** What the SLA views read of the engine as the gateway's service account, every list paged. Community edition only. */
import { z } from "zod";
import type { Engine } from "../engine/client.js";
import { diagramOf } from "../engine/diagram.js";
import { perKelompok, semuaBaris } from "../engine/halaman.js";
import { fullName, Instant, orUndefined404, Person } from "../engine/shapes.js";
import { KUNCI_PROSES } from "../proses/kunci.js";
import { BarisVariabel } from "../proses/permohonan.js";

const Tugas = z.object({
  id: z.string(),
  assignee: z.string().nullable(),
  created: Instant,
  due: Instant.nullable(),
  executionId: z.string(),
  processInstanceId: z.string(),
  processDefinitionId: z.string(),
  taskDefinitionKey: z.string(),
});
/** Open work of a person; times in epoch milliseconds. */
export type TugasBuka = z.infer<typeof Tugas>;

const Otomatis = z.object({
  id: z.string(),
  activityId: z.string(),
  executionId: z.string(),
  processInstanceId: z.string(),
  processDefinitionId: z.string(),
  createTime: Instant.nullable(),
});
/** Open work of the workers. */
export type OtomatisBuka = z.infer<typeof Otomatis>;

const Variabel = BarisVariabel.extend({
  id: z.string(),
  processInstanceId: z.string(),
  // Null where it was set between two activities; it belongs to no step then.
  activityInstanceId: z
    .string()
    .nullable()
    .transform((id) => id ?? ""),
});
/** A variable in history. */
export type VariabelSla = z.infer<typeof Variabel>;

const VariabelJalan = z.object({ id: z.string(), executionId: z.string(), value: z.unknown() });

const Kejadian = z.object({
  id: z.string(),
  activityId: z.string(),
  activityType: z.string(),
  processDefinitionId: z.string(),
  processDefinitionKey: z.string(),
  processInstanceId: z.string(),
  executionId: z.string(),
  startTime: Instant,
  endTime: Instant.nullable(),
  canceled: z.boolean(),
  assignee: z.string().nullable(),
});
/** A run of an activity in history. */
export type KejadianSla = z.infer<typeof Kejadian>;

const TugasLampau = z.object({ id: z.string(), activityInstanceId: z.string(), due: Instant.nullable() });
const Timer = z.object({
  id: z.string(),
  executionId: z.string().nullable(),
  dueDate: Instant.nullable(),
});
/** A timer job that waits. */
export type TimerSla = z.infer<typeof Timer>;
const Instans = z.object({
  id: z.string(),
  businessKey: z.string().nullable(),
  processDefinitionId: z.string(),
  processDefinitionKey: z.string(),
  startTime: Instant,
});
const Beridentitas = z.object({ id: z.string() });

/** What a request is called and whose it is, for as long as it exists. */
const DATA_TETAP = ["nomorPermohonan", "satker", "namaSatker"];
/** Requests per query of variables: so many that their rows fit on one page. */
const INSTANS_SEKALI = 300;

const pada = (saat: number): string => new Date(saat).toISOString().replace("Z", "+0000");
const id = (baris: { readonly id: string }) => baris.id;

/** The queries, each checked; every method throws EngineError or a network error where the engine does not answer. */
export function createMesinSla(engine: Engine) {
  const daftar = <T extends { readonly id: string }>(path: string, body: object, schema: z.ZodType<T>) =>
    semuaBaris(engine, "POST", path, { query: { deserializeValues: false }, body, schema });
  const milikProses = { processDefinitionKey: KUNCI_PROSES };
  const kejadian = (saring: object): Promise<KejadianSla[]> =>
    daftar("/history/activity-instance", { ...saring }, Kejadian).then((semua) =>
      semua.filter((k) => k.processDefinitionKey === KUNCI_PROSES),
    );
  const variabel = (ids: readonly string[], variableNameIn?: readonly string[]): Promise<VariabelSla[]> =>
    perKelompok(ids, INSTANS_SEKALI, (processInstanceIdIn) => {
      const body = { processInstanceIdIn, ...(variableNameIn ? { variableNameIn } : {}) };
      return daftar("/history/variable-instance", body, Variabel);
    });

  return {
    tugas: (): Promise<TugasBuka[]> => daftar("/task", { ...milikProses }, Tugas),
    otomatis: (): Promise<OtomatisBuka[]> => daftar("/external-task", { ...milikProses }, Otomatis),

    /** A variable of these executions' own, as text by execution. */
    variabelEksekusi: async (
      variableName: string,
      eksekusi: readonly string[],
    ): Promise<ReadonlyMap<string, string>> => {
      const baris = await perKelompok(eksekusi, INSTANS_SEKALI, (executionIdIn) =>
        daftar("/variable-instance", { variableName, executionIdIn }, VariabelJalan),
      );
      return new Map(baris.map((b) => [b.executionId, String(b.value)]));
    },

    /** Number and unit of these requests, running or ended. */
    dataTetap: (instans: readonly string[]) => variabel(instans, DATA_TETAP),
    variabel,

    /** Runs of people's and workers' activities that ended after this instant. */
    selesaiSejak: async (sejak: number): Promise<KejadianSla[]> => {
      const jenis = (activityType: string) => kejadian({ activityType, finished: true, finishedAfter: pada(sejak) });
      return (await Promise.all([jenis("userTask"), jenis("serviceTask")])).flat();
    },
    kejadianInstans: (processInstanceId: string) => kejadian({ processInstanceId }),

    /** Due dates of people's finished tasks of these kinds, by activity instance: where no variable holds them. */
    tenggatTugas: async (kunci: readonly string[], saring: { readonly sejak?: number; readonly instans?: string }) => {
      const { sejak, instans } = saring;
      const body = {
        ...milikProses,
        taskDefinitionKeyIn: kunci,
        ...(sejak === undefined ? {} : { finishedAfter: pada(sejak) }),
        ...(instans === undefined ? {} : { processInstanceId: instans }),
      };
      const tugas = await daftar("/history/task", body, TugasLampau);
      return new Map(tugas.flatMap((t) => (t.due === null ? [] : [[t.activityInstanceId, t.due] as const])));
    },

    /** Timers that wait in these requests. */
    timer: (processInstanceIds: readonly string[]) =>
      perKelompok(processInstanceIds, INSTANS_SEKALI, (ids) =>
        daftar("/job", { processInstanceIds: ids, timers: true }, Timer),
      ),
    /** A request by its process instance; undefined where there is none. */
    instans: (satu: string) =>
      orUndefined404(engine.call("GET", `/history/process-instance/${encodeURIComponent(satu)}`, { schema: Instans })),

    /** The diagram of a definition as BPMN; undefined where there is none. */
    diagram: (definisi: string) => orUndefined404(diagramOf(engine, definisi)),

    /** Id of the definition that new requests run on; undefined before the first deployment. */
    definisiBerlaku: () =>
      orUndefined404(engine.call("GET", `/process-definition/key/${KUNCI_PROSES}`, { schema: Beridentitas }).then(id)),

    /** Full names by user id; ids without a user are left out. */
    nama: async (ids: readonly string[]): Promise<ReadonlyMap<string, string>> => {
      const orang = await perKelompok([...new Set(ids)], 100, (idIn) =>
        engine.call("GET", "/user", {
          query: { idIn: idIn.join(","), maxResults: idIn.length },
          schema: z.array(Person),
        }),
      );
      return new Map(orang.map((o) => [o.id, fullName(o)]));
    },

    grup: async (member: string): Promise<readonly string[]> => {
      const query = { member, maxResults: 200 };
      return (await engine.call("GET", "/group", { query, schema: z.array(Beridentitas) })).map(id);
    },
  };
}
/** Shared by picture, book and reports; times come out as epoch milliseconds. */
export type MesinSla = ReturnType<typeof createMesinSla>;
