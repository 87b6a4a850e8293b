/** One running step in the engine, with all that carries its due date. */
import { z } from "zod";
import type { Engine } from "../engine/client.js";
import { Instant } from "../engine/shapes.js";
import { TugasUtuh } from "../engine/tugas.js";

/** A running step; times in epoch ms. `eksekusi` is its execution, `putaran` its activity instance in history. */
export interface LangkahTerbuka {
  readonly eksekusi: string;
  readonly putaran: string;
  readonly instans: string;
  readonly aktivitas: string;
  readonly mulai: number;
  /** Null where the calendar could not tell when the step began. */
  readonly tenggat: number | null;
  readonly perpanjangan: number;
  /** Its task with everything that the engine wants back when one field is set; null for automated work. */
  readonly tugas: { readonly id: string; readonly isi: Record<string, unknown> } | null;
  /** Its timer's jobs. */
  readonly timer: readonly string[];
}

const Variabel = z.object({
  name: z.string(),
  value: z.unknown(),
  /** Null for an execution between two activities. */
  activityInstanceId: z.string().nullable(),
  processInstanceId: z.string(),
});
const Putaran = z.object({ activityId: z.string(), startTime: Instant, endTime: Instant.nullable() });
const Job = z.object({ id: z.string() });
const Tugas = TugasUtuh.extend({ taskDefinitionKey: z.string() });

/** The step that runs in this execution; undefined where it is done, or has no due date of its own. */
export async function bacaLangkahTerbuka(
  engine: Engine,
  eksekusi: string,
  signal?: AbortSignal,
): Promise<LangkahTerbuka | undefined> {
  const variabel = await engine.call("GET", "/variable-instance", {
    query: { executionIdIn: eksekusi },
    schema: z.array(Variabel),
    signal,
  });
  const tenggat = variabel.find(({ name }) => name === "tenggat");
  const putaran = tenggat?.activityInstanceId ?? null;
  if (tenggat === undefined || putaran === null) return undefined;
  const instans = tenggat.processInstanceId;
  const [[berjalan], timer, semuaTugas] = await Promise.all([
    engine.call("GET", "/history/activity-instance", {
      query: { activityInstanceId: putaran },
      schema: z.array(Putaran),
      signal,
    }),
    engine.call("GET", "/job", { query: { executionId: eksekusi, timers: true }, schema: z.array(Job), signal }),
    engine.call("GET", "/task", { query: { activityInstanceIdIn: putaran }, schema: z.array(Tugas), signal }),
  ]);
  if (berjalan === undefined || berjalan.endTime !== null) return undefined;
  const [tugas] = semuaTugas;
  return {
    ...{ eksekusi, putaran, instans, aktivitas: berjalan.activityId, mulai: berjalan.startTime },
    tenggat: tenggat.value === null ? null : Date.parse(String(tenggat.value)),
    perpanjangan: Number(variabel.find(({ name }) => name === "perpanjangan")?.value ?? 0),
    tugas: tugas === undefined ? null : lepasId(tugas),
    timer: timer.map(({ id }) => id),
  };
}

function lepasId({ id, taskDefinitionKey: _, ...isi }: z.infer<typeof Tugas>): LangkahTerbuka["tugas"] {
  return { id, isi };
}
