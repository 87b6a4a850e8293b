/** What an administrator can do to a request from outside: its timers, its end, its automated tasks, the workers. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { tunggu } from "../../../scripts/tunggu.js";
import { type Tingkat, tingkatPada } from "../../../src/calendar/escalation.js";
import { muatKalender } from "../../../src/calendar/load.js";
import { EngineError, nothing } from "../../../src/engine/client.js";
import type { Permohonan } from "./lakon.js";
import { adminEngine, testSystem } from "./system.js";

const kalender = await muatKalender("bpmn/kalender");

const Job = z.object({ id: z.string(), executionId: z.string(), dueDate: z.string().transform((t) => Date.parse(t)) });
export type TimerJob = z.infer<typeof Job>;

/** The timer of a step: its next firing. */
export const timerLangkah = ({ instans }: Permohonan, nomor: number): Promise<TimerJob> =>
  tunggu(`the timer of step ${nomor}`, async () => {
    const [job] = await adminEngine().call("GET", "/job", {
      query: {
        processInstanceId: instans,
        timers: true,
        activityId: `tenggat-langkah-${nomor}`,
        sortBy: "jobDueDate",
        sortOrder: "asc",
      },
      schema: z.array(Job),
    });
    return job;
  });

/**
 * Makes a step's timer go off now, at the level that is asked for: the step's reminder or due date is moved into the past,
 * and the job executed as the engine would, once more where another transaction of the same request came between. Answers
 * the due date that the step had then.
 */
export async function lewatkanTenggat(
  permohonan: Permohonan,
  nomor: number,
  jenis: Tingkat["jenis"] = "lewat",
): Promise<number | undefined> {
  const tenggat = { pengingat: undefined, lewat: Date.now() - 1_000, ulang: sehariKerjaLalu() }[jenis];
  const saat = (epoch: number) => ({ type: "Date", value: new Date(epoch).toISOString().replace("Z", "+0000") });
  const modifications = {
    pengingat: saat(Math.min(tenggat ?? Number.POSITIVE_INFINITY, Date.now()) - 1_000),
    ...(tenggat === undefined ? {} : { tenggat: saat(tenggat) }),
  };
  await tunggu(`step ${nomor}'s timer to go off`, async () => {
    const { id, executionId } = await timerLangkah(permohonan, nomor);
    const path = `/execution/${executionId}/localVariables`;
    const setAndExecute = async () => {
      await adminEngine().call("POST", path, { body: { modifications }, schema: nothing });
      await adminEngine().call("POST", `/job/${id}/execute`, { schema: nothing });
      return true;
    };
    return setAndExecute().catch(unlessConcurrent);
  });
  return tenggat;
}

/** A due date that was one working day ago, and not yet two. */
function sehariKerjaLalu(): number {
  const jam = 3_600_000;
  let saat = Date.now() - jam;
  while (tingkatPada({ tenggat: saat }, Date.now(), kalender).hari === 0) saat -= jam;
  return saat;
}

/** Ends a request as an administrator does, though a worker may be ending a step of it at this very moment. */
export async function hapusPermohonan({ instans }: Pick<Permohonan, "instans">): Promise<void> {
  const hapus = () => adminEngine().call("DELETE", `/process-instance/${instans}`, { schema: nothing });
  await tunggu("the request to be deleted", () => hapus().then(() => true, unlessConcurrent));
}

function unlessConcurrent(error: unknown): undefined {
  // Optimistic locking, and an execution whose parent ended between two reads.
  if (!(error instanceof EngineError) || !/ENGINE-(03005|03077)/.test(error.message)) throw error;
  return undefined;
}

const ExternalTask = z.object({ id: z.string(), retries: z.number().nullable() });

/** Ends the pause after a failed attempt of this topic, as an admin may do in Cockpit, so that nobody waits for it. */
export async function cobaLagiSekarang({ instans }: Permohonan, topic: string): Promise<void> {
  const task = await tunggu(`a failed attempt of ${topic}`, async () => {
    const query = { processInstanceId: instans, topicName: topic };
    const tasks = await adminEngine().call("GET", "/external-task", { query, schema: z.array(ExternalTask) });
    return tasks.find(({ retries }) => retries !== null);
  });
  await adminEngine().call("POST", `/external-task/${task.id}/unlock`, { schema: nothing });
}

/** Takes an automated task away from the workers, so that its step stays open; `lepaskan` gives it back. */
export async function tahan({ instans }: Permohonan, topic: string): Promise<{ lepaskan(): Promise<void> }> {
  const { id } = await tunggu(`a task of ${topic}`, async () => {
    const query = { processInstanceId: instans, topicName: topic };
    return (await adminEngine().call("GET", "/external-task", { query, schema: z.array(ExternalTask) }))[0];
  });
  const lepaskan = async () => {
    await adminEngine().call("POST", `/external-task/${id}/unlock`, { schema: nothing });
  };
  // A worker that stands still may hold it by the poll it left open.
  await lepaskan();
  const body = { workerId: "uji", lockDuration: 300_000 };
  await adminEngine().call("POST", `/external-task/${id}/lock`, { body, schema: nothing });
  return { lepaskan };
}

const Children = z.object({ children: z.array(z.object({ name: z.string(), pid: z.number() })) });

/** Sends a signal to the worker process. */
export function sinyalWorkers(signal: "SIGSTOP" | "SIGCONT" | "SIGKILL"): void {
  const { children } = Children.parse(JSON.parse(readFileSync(join(testSystem().dataDir, "sistem.json"), "utf8")));
  const workers = children.find((c) => /worker/i.test(c.name));
  if (!workers) throw new Error(`no workers among ${children.map((c) => c.name).join(", ")}`);
  process.kill(workers.pid, signal);
}
