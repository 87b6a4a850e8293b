/** Carries a request through its user tasks, whatever the system suffers meanwhile: what fails is simply done again. */
import { z } from "zod";
import type { NamaFormulir } from "../../src/proses/tugas.js";
import type { Pengguna } from "../drive/pengguna.js";
import { tunggu } from "../drive/tunggu.js";
import { openEngine } from "./engine.js";
import type { People, Person } from "./people.js";
import { type SoakRequest, signedLetter } from "./request.js";
import { callSimulator } from "./simulator.js";
import type { Running } from "./system.js";

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
  const attempt = (request: SoakRequest, task: Task) => answerTask(at, people, request, task).catch(note);

  /** Looks at the request again and again; what the look itself meets is trouble like any other. */
  async function watch(what: string, { instans }: SoakRequest, look: () => Promise<boolean>): Promise<void> {
    const tryLook = () =>
      look().then(
        (done) => done || undefined,
        (error) => void note(error),
      );
    try {
      await tunggu(what, tryLook, LIMIT_MS, POLL_MS);
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
        if (task === undefined) return false;
        await answerTask(at, people, request, task);
        return true;
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

interface Answer {
  readonly by: (request: SoakRequest) => Person;
  readonly jawaban: (visit: Visit) => Promise<object> | object;
}
interface Visit {
  readonly at: Running;
  readonly request: SoakRequest;
  readonly person: Pengguna;
  readonly taskId: string;
}

const KEPALA_UKPBJ = (): Person => "hendra";
const KEPALA_LPSE = (): Person => "ratna";
const TIM = (): Person => "andi";

const REFUSAL = { keputusanDisposisi: "tolak", alasan: "Surat tidak ditandatangani kepala Satuan Kerja" };

const ANSWERS: Readonly<Record<string, Answer>> = {
  "kirim-permohonan": {
    by: ({ clerk }) => clerk,
    jawaban: ({ request }) => ({ keputusanPemohon: "kirim", ...request.isi }),
  },
  "disposisi-permohonan": {
    by: KEPALA_UKPBJ,
    jawaban: ({ request: { refused } }) => (refused ? REFUSAL : { keputusanDisposisi: "disposisi" }),
  },
  "perintah-reset": { by: KEPALA_LPSE, jawaban: () => ({ keputusanPerintah: "perintahkan" }) },
  "verifikasi-permohonan": {
    by: TIM,
    jawaban: ({ request }) => ({
      keputusanVerifikasi: "lengkap",
      akunDisetujui: request.isi.akun,
      akunDicoret: [],
    }),
  },
  "reset-manual": { by: TIM, jawaban: resetByHand },
  "sampaikan-kredensial": { by: TIM, jawaban: handOver },
  "koreksi-draf": { by: KEPALA_LPSE, jawaban: () => ({ keputusanKoreksi: "setuju" }) },
  "tanda-tangan-surat": { by: KEPALA_UKPBJ, jawaban: sign },
  "kirim-surat-manual": {
    by: TIM,
    jawaban: ({ request }) => {
      request.letterByHand = true;
      return { catatan: "Diantar kurir" };
    },
  },
};

async function answerTask(at: Running, people: People, request: SoakRequest, task: Task): Promise<void> {
  const answer = ANSWERS[task.taskDefinitionKey];
  if (answer === undefined)
    throw new Error(`${request.nomor} stands in ${task.taskDefinitionKey}, which nobody expects`);
  await people.as(answer.by(request), async (person) => {
    await person.klaim(task.id);
    await person.selesaikan(task.id, await answer.jawaban({ at, request, person, taskId: task.id }));
  });
}

async function sign({ request, person }: Visit): Promise<object> {
  const suratDitandatangani = await person.unggah("surat-bertanda-tangan.pdf", signedLetter(request.nomor));
  return { keputusanTandaTangan: "tandaTangan", suratDitandatangani, peringatanDibaca: true };
}

const AccountTask = z.object({ akunDiproses: z.object({ id: z.string() }) });
const Shown = z.object({ kataSandi: z.string() });

const accountOf = async ({ request, person, taskId }: Visit) => {
  const { isi } = await person.panggil("GET", `/api/tugas/${taskId}`);
  const { akunDiproses } = AccountTask.parse(isi);
  const akun = request.akun.find(({ id }) => id === akunDiproses.id);
  if (akun === undefined) throw new Error(`${request.nomor} has no account ${akunDiproses.id}`);
  return akun;
};

const view = async ({ person, taskId }: Visit, baru: boolean): Promise<string | undefined> => {
  const { status, isi } = await person.panggil("POST", `/api/tugas/${taskId}/kredensial`, baru ? { baru } : {});
  return status === 200 ? Shown.parse(isi).kataSandi : undefined;
};

/** The person types the password into SPSE; delivery follows by e-Pesan. */
async function resetByHand(visit: Visit): Promise<object> {
  const { userId } = await accountOf(visit);
  const kataSandi = (await view(visit, false)) ?? (await view(visit, true));
  if (kataSandi === undefined) return { keputusanResetManual: "gagal", alasan: "Kredensial tidak dapat dilihat" };
  await callSimulator(visit.at, "spse", {
    method: "PUT",
    path: `/akun/${userId}/kata-sandi`,
    body: { kataSandi },
    headers: {
      authorization: `Bearer ${visit.at.secrets.SPSE_SIMULATOR_TOKEN}`,
      "idempotency-key": `manual-${visit.taskId}-${Date.now()}`,
    },
    schema: z.unknown(),
  });
  return { keputusanResetManual: "selesai", userId };
}

async function handOver(visit: Visit): Promise<object> {
  const { id } = await accountOf(visit);
  const kataSandi = visit.request.handedOver.get(id) ?? (await view(visit, false));
  if (kataSandi === undefined) return { keputusanSampaikan: "gagal", alasan: "Kredensial tidak dapat dilihat" };
  visit.request.handedOver.set(id, kataSandi);
  return { keputusanSampaikan: "tersampaikan", catatan: "Diserahkan langsung" };
}
