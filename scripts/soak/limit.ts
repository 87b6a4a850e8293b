/** A step's time limit that passes now, without anybody waiting for it. */
import { z } from "zod";
import { nothing } from "../../src/engine/client.js";
import type { NamaFormulir } from "../../src/proses/tugas.js";
import { externalTasks, openEngine } from "./engine.js";
import type { SoakRequest } from "./request.js";
import type { Running } from "./system.js";

/** The SOP's number of the steps that people do. */
const STEPS = {
  "disposisi-permohonan": 2,
  "perintah-reset": 3,
  "verifikasi-permohonan": 4,
  "koreksi-draf": 8,
  "tanda-tangan-surat": 9,
} as const satisfies Partial<Record<NamaFormulir, number>>;
const stepOf = new Map<string, number>(Object.entries(STEPS));

/** Those whose limit may pass; a refused request comes no further than the first. */
export const LATE_STEPS: readonly [number, ...number[]] = [2, 3, 4, 8, 9];

const Jobs = z.array(z.object({ id: z.string() }));

/** Lets the timer of the step that the request stands in go off; throws where it does not stand there. */
export async function passLimit(at: Running, request: SoakRequest, step: number): Promise<void> {
  const query = { processInstanceId: request.instans, timers: true, activityId: `tenggat-langkah-${step}` };
  const engine = openEngine(at);
  const [job] = await engine.call("GET", "/job", { query, schema: Jobs });
  if (job === undefined) throw new Error(`step ${step} of ${request.nomor} has no timer`);
  await engine.call("POST", `/job/${job.id}/execute`, { schema: nothing });
  request.limitPassed = true;
}

/** Whether a task is to be left alone until its reminder is out; lets its limit pass where the request's fate wants that. */
export async function awaitsReminder(at: Running, request: SoakRequest, task: string): Promise<boolean> {
  const { late } = request.fate;
  if (late === undefined || stepOf.get(task) !== late) return false;
  if (!request.limitPassed) await passLimit(at, request, late);
  const open = await externalTasks(at, [request.instans]);
  return open.some(({ topicName }) => topicName === "sla-eskalasi");
}
