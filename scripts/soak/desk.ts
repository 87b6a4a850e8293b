/** Carries a request through its user tasks, whatever the system suffers meanwhile: what fails is simply done again. */
import { z } from "zod";
import type { NamaFormulir } from "../../src/proses/tugas.js";
import { tunggu } from "../tunggu.js";
import { answerTask } from "./answers.js";
import { openEngine } from "./engine.js";
import { awaitsReminder } from "./limit.js";
import type { People } from "./people.js";
import type { SoakRequest } from "./request.js";
import type { Running } from "./system.js";

/** Each call throws after 90 s, with what the request waits for and the last trouble on the way. */
export interface Desk {
  /** Works until no user task but `stopAt` is left to do and that one is open. */
  until(request: SoakRequest, stopAt: NamaFormulir): Promise<void>;
  /** Does one task that is open or will be. */
  doTask(request: SoakRequest, step: NamaFormulir): Promise<void>;
  /** Works until the request is over. */
  finish(request: SoakRequest): Promise<void>;
}

/** The longest that anything may take; a limit against hanging, far above a lock and the pauses between attempts. */
const LIMIT_MS = 90_000;
const POLL_MS = 100;

const Task = z.object({ id: z.string(), taskDefinitionKey: z.string() });
type Task = z.infer<typeof Task>;
const Instance = z.object({ state: z.string() });

/** `onTrouble` hears of what failed and is tried again. */
export function createDesk(at: Running, people: People, onTrouble: (error: unknown) => void = () => undefined): Desk {
  const engine = openEngine(at);
  const open = ({ instans }: SoakRequest): Promise<Task[]> =>
    engine.call("GET", "/task", { query: { processInstanceId: instans }, schema: z.array(Task) });
  const isOver = async ({ instans }: SoakRequest) =>
    (await engine.call("GET", `/history/process-instance/${instans}`, { schema: Instance })).state !== "ACTIVE";
  let trouble: unknown;
  const note = (error: unknown): void => {
    trouble = error;
    onTrouble(error);
  };
  const answer = async (request: SoakRequest, task: Task): Promise<boolean> => {
    if (await awaitsReminder(at, request, task.taskDefinitionKey)) return false;
    await answerTask(at, people, request, task);
    return true;
  };
  const attempt = (request: SoakRequest, task: Task) => answer(request, task).catch(note);

  /** Looks at the request again and again; what the look itself meets is trouble like any other. */
  async function watch(what: string, { instans }: SoakRequest, look: () => Promise<boolean>): Promise<void> {
    const tryLook = () =>
      look().then(
        (done) => done || undefined,
        (error) => void note(error),
      );
    try {
      await tunggu(what, tryLook, { batasMs: LIMIT_MS, jedaMs: POLL_MS });
    } catch (error) {
      const stands = await whereItStands(engine, instans);
      throw new Error(`${messageOf(error)}; ${stands}; the last trouble on the way: ${messageOf(trouble)}`);
    }
  }

  return {
    until: (request, stopAt) =>
      watch(`${stopAt} of ${request.nomor}`, request, async () => {
        const tasks = await open(request);
        if (tasks.some((t) => t.taskDefinitionKey === stopAt)) return true;
        for (const task of tasks) await attempt(request, task);
        return false;
      }),
    doTask: (request, step) =>
      watch(`${step} of ${request.nomor} done`, request, async () => {
        const task = (await open(request)).find((t) => t.taskDefinitionKey === step);
        return task !== undefined && answer(request, task);
      }),
    finish: (request) =>
      watch(`the end of ${request.nomor}`, request, async () => {
        for (const task of await open(request)) await attempt(request, task);
        return isOver(request);
      }),
  };
}

const Waiting = z.object({
  activityId: z.string(),
  retries: z.number().nullable(),
  workerId: z.string().nullable(),
  lockExpirationTime: z.string().nullable(),
  errorMessage: z.string().nullable(),
});

/** What a request that does not go on is waiting for; without variables, so without secrets. */
async function whereItStands(engine: ReturnType<typeof openEngine>, processInstanceId: string): Promise<string> {
  const waiting = await engine.call("GET", "/external-task", {
    query: { processInstanceId },
    schema: z.array(Waiting),
  });
  return `its workers' tasks: ${JSON.stringify(waiting)}`;
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : "none");
