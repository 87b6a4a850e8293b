/** What people answer in each user task of a request. */
import { z } from "zod";
import type { Pengguna } from "../drive/pengguna.js";
import { openEngine } from "./engine.js";
import type { People, Person } from "./people.js";
import { type SoakRequest, signedLetter } from "./request.js";
import { callSimulator } from "./simulator.js";
import type { Running } from "./system.js";

interface Task {
  readonly id: string;
  readonly taskDefinitionKey: string;
}

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
const RETURN = { keputusanDisposisi: "kembalikan", alasan: "Lampiran belum lengkap" };

const ANSWERS: Readonly<Record<string, Answer>> = {
  "kirim-permohonan": {
    by: ({ clerk }) => clerk,
    jawaban: ({ request }) => ({ keputusanPemohon: "kirim", ...request.isi }),
  },
  "disposisi-permohonan": { by: KEPALA_UKPBJ, jawaban: disposition },
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
  "sampaikan-penolakan": {
    by: TIM,
    jawaban: ({ request }) => {
      request.refusalByHand = true;
      return { catatan: "Diantar kurir" };
    },
  },
  "kirim-surat-manual": {
    by: TIM,
    jawaban: ({ request }) => {
      request.letterByHand = true;
      return { catatan: "Diantar kurir" };
    },
  },
};

/** Does a user task as its request's fate wants it; throws where that fails, or nobody expects the task. */
export async function answerTask(at: Running, people: People, request: SoakRequest, task: Task): Promise<void> {
  const answer = ANSWERS[task.taskDefinitionKey];
  if (answer === undefined)
    throw new Error(`${request.nomor} stands in ${task.taskDefinitionKey}, which nobody expects`);
  await people.as(answer.by(request), async (person) => {
    await person.klaim(task.id);
    await person.selesaikan(task.id, await answer.jawaban({ at, request, person, taskId: task.id }));
  });
}

const Visits = z.array(z.unknown());

/** How often it was sent back already is asked of the engine: an answer may have arrived although its reply did not. */
async function disposition({ at, request: { instans, fate } }: Visit): Promise<object> {
  const query = { processInstanceId: instans, activityId: "pengembalian-kirim" };
  const returns = await openEngine(at).call("GET", "/history/activity-instance", { query, schema: Visits });
  if (returns.length < fate.returned) return RETURN;
  return fate.refused ? REFUSAL : { keputusanDisposisi: "disposisi" };
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
