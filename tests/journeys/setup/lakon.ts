/** The people of the journeys, and what they do again and again. */
import { randomInt, randomUUID } from "node:crypto";
import { appendFileSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { z } from "zod";
import { masuk, type Pengguna, type Saksi, type Tugas } from "../../../scripts/drive/pengguna.js";
import { letterPdf } from "../../../scripts/drive/surat-contoh.js";
import { tunggu } from "../../../scripts/drive/tunggu.js";
import { type Tingkat, tingkatPada } from "../../../src/calendar/escalation.js";
import { muatKalender } from "../../../src/calendar/load.js";
import { EngineError, nothing } from "../../../src/engine/client.js";
import type { NamaFormulir } from "../../../src/proses/tugas.js";
import type { Akun } from "../../../src/proses/variabel.js";
import { adminEngine, testSystem } from "./system.js";

/** Who acts in each lane; `dewi`, `rudi` and `tono` (no e-Pesan) are clerks of three different Satker. */
export type Orang = "dewi" | "rudi" | "tono" | "hendra" | "ratna" | "andi" | "maya" | "wahyu" | "sari";

const kalender = await muatKalender("bpmn/kalender");

const sessions = new Map<Orang, Promise<Pengguna>>();

/** Every reply anybody got is kept in a file beside the system's address, for the leak test. */
export const repliesFile = () => join(dirname(process.env.SISTEM_UJI ?? ""), "balasan.jsonl");
const witness: Saksi = (method, path, status, body) =>
  appendFileSync(repliesFile(), `${JSON.stringify({ method, path, status, body })}\n`);

/** A signed-in person; the session is shared within a test file. */
export function sebagai(orang: Orang): Promise<Pengguna> {
  const { addresses, secrets } = testSystem();
  const known = sessions.get(orang) ?? masuk(addresses.gateway, orang, secrets.DEMO_PASSWORD, witness);
  sessions.set(orang, known);
  return known;
}

export interface AkunUji extends Akun {
  readonly userId: string;
}

/** Calls a simulator's own routes (not the contract). */
export async function simulator(
  which: "spse" | "epesan",
  method: string,
  path: string,
  body?: unknown,
): Promise<unknown> {
  const init =
    body === undefined ? {} : { body: JSON.stringify(body), headers: { "content-type": "application/json" } };
  const response = await fetch(testSystem().addresses[which] + path, { method, ...init });
  if (!response.ok)
    throw new Error(`simulator ${which}: ${method} ${path}: ${response.status} ${await response.text()}`);
  const text = await response.text();
  return text === "" ? undefined : JSON.parse(text);
}

const newAkun = (): AkunUji => {
  const nip = `19850101${String(randomInt(1e9)).padStart(10, "0")}`;
  const userId = `UJI.${nip.slice(8)}`;
  return {
    id: randomUUID(),
    nama: `Pejabat Uji ${nip.slice(-4)}`,
    nip,
    userId,
    peran: "PPK",
    epesan: `${userId.toLowerCase()}@kemenperin.go.id`,
  };
};

/** Accounts that SPSE knows; `aktif: false` ones it refuses to reset. */
export async function akunDiSpse(jumlah: number, aktif = true): Promise<AkunUji[]> {
  const akun = Array.from({ length: jumlah }, newAkun);
  await simulator("spse", "POST", "/simulator/akun", {
    akun: akun.map(({ userId, nip, nama, peran }) => ({ userId, nip, nama, peran, aktif })),
  });
  return akun;
}

/** An account that SPSE has never heard of. */
export const akunAsing = newAkun;

export interface Permohonan {
  readonly nomor: string;
  readonly instans: string;
}

export const hariIni = () => new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);

/** What the clerk fills in, with the documents uploaded. */
export async function isiPermohonan(pemohon: Pengguna, akun: readonly Akun[]) {
  const surat = await pemohon.unggah(
    "surat-permohonan.pdf",
    letterPdf(["Surat Permohonan Reset Password", randomUUID()]),
  );
  const sk = await pemohon.unggah("sk-ppk.pdf", letterPdf(["Surat Keputusan", randomUUID()]));
  return {
    nomorSuratPermohonan: `B/${randomInt(1000)}/UJI/11/2026`,
    tanggalSuratPermohonan: hariIni(),
    suratPermohonan: surat,
    lampiran: [sk],
    akun: [...akun],
  };
}

/** A new request, standing in step 1. */
export async function ajukan(orang: Orang, akun: readonly Akun[]): Promise<Permohonan> {
  const pemohon = await sebagai(orang);
  return pemohon.mulai(await isiPermohonan(pemohon, akun));
}

/** The open task of a step, as soon as this person sees it; `pilih` chooses among several accounts' tasks. */
export const tugasDi = async (
  orang: Orang,
  { instans }: Permohonan,
  langkah: NamaFormulir,
  pilih = (_: Tugas) => true,
) => {
  const pengguna = await sebagai(orang);
  return tunggu(`${langkah} for ${orang}`, async () => (await pengguna.tugas({ instans, langkah })).find(pilih));
};

/** Takes the task of a step and sends the form's answer. */
export async function kerjakan(
  orang: Orang,
  permohonan: Permohonan,
  langkah: NamaFormulir,
  jawaban: unknown,
): Promise<void> {
  const pengguna = await sebagai(orang);
  const tugas = await tugasDi(orang, permohonan, langkah);
  if (tugas.assignee === null) await pengguna.klaim(tugas.id);
  await pengguna.selesaikan(tugas.id, jawaban);
}

/** Step 1 again with the same letter and accounts. */
export async function kirim(orang: Orang, permohonan: Permohonan, akun: readonly Akun[]): Promise<void> {
  const isi = await isiPermohonan(await sebagai(orang), akun);
  await kerjakan(orang, permohonan, "kirim-permohonan", { keputusanPemohon: "kirim", ...isi });
}

/** From the start form to the end of step 3. */
export async function sampaiPerintah(orang: Orang, akun: readonly Akun[]): Promise<Permohonan> {
  const permohonan = await ajukan(orang, akun);
  await kirim(orang, permohonan, akun);
  await kerjakan("hendra", permohonan, "disposisi-permohonan", { keputusanDisposisi: "disposisi" });
  await kerjakan("ratna", permohonan, "perintah-reset", { keputusanPerintah: "perintahkan" });
  return permohonan;
}

/** From the start form to the end of step 4, every account approved. */
export async function sampaiVerifikasi(orang: Orang, akun: readonly Akun[]): Promise<Permohonan> {
  const permohonan = await sampaiPerintah(orang, akun);
  await kerjakan("andi", permohonan, "verifikasi-permohonan", {
    keputusanVerifikasi: "lengkap",
    akunDisetujui: akun,
    akunDicoret: [],
  });
  return permohonan;
}

/** Steps 8 and 9: approved and signed. */
export async function setujuiDanTandaTangani(permohonan: Permohonan): Promise<string> {
  await kerjakan("ratna", permohonan, "koreksi-draf", { keputusanKoreksi: "setuju" });
  return tandaTangani(permohonan);
}

/** Step 9: the signed letter is uploaded; answers its SHA-256. */
export async function tandaTangani(permohonan: Permohonan): Promise<string> {
  const kepala = await sebagai("hendra");
  await tugasDi("hendra", permohonan, "tanda-tangan-surat");
  const surat = await kepala.unggah(
    "surat-bertanda-tangan.pdf",
    letterPdf(["Surat Pemberitahuan, ditandatangani", permohonan.nomor]),
  );
  await kerjakan("hendra", permohonan, "tanda-tangan-surat", {
    keputusanTandaTangan: "tandaTangan",
    suratDitandatangani: surat,
    peringatanDibaca: true,
  });
  return surat.sha256;
}

const HistoricInstance = z.object({ state: z.string() });
const Activity = z.object({ activityId: z.string(), activityType: z.string(), canceled: z.boolean() });

/** Waits for the request's end; answers the ids of the end events it reached outside sub-processes. */
export async function selesai({ instans }: Permohonan): Promise<string[]> {
  await tunggu(`the end of ${instans}`, async () => {
    const { state } = await adminEngine().call("GET", `/history/process-instance/${instans}`, {
      schema: HistoricInstance,
    });
    return state === "COMPLETED" ? true : undefined;
  });
  const ends = await adminEngine().call("GET", "/history/activity-instance", {
    query: { processInstanceId: instans },
    schema: z.array(Activity),
  });
  return ends.flatMap((a) => (a.activityId.startsWith("akhir-") ? [a.activityId] : []));
}

export interface Status {
  readonly keadaan: string;
  readonly nomorSurat: string | null;
  readonly arsip: { nomorSurat: string; sha256: string } | null;
  readonly langkah: {
    nomor: number;
    keadaan: string;
    mulai: string | null;
    selesai: string | null;
    tenggat: string | null;
    kali: number;
  }[];
  readonly akun: { nip: string; status: string; cara: string | null }[];
  readonly riwayat: { keputusan: string; alasan?: string; oleh: string }[];
  readonly surat: { jenis: string; nomor: string; dokumen: { id: string; sha256: string } }[];
}

/** What the status page shows this person. */
export async function status(orang: Orang, { nomor }: Permohonan): Promise<Status> {
  const { isi } = await (await sebagai(orang)).panggil("GET", `/api/permohonan/${nomor}`);
  return isi as Status;
}

const Pesan = z.object({
  kepada: z.string(),
  perihal: z.string(),
  isi: z.string().nullable(),
  lampiran: z.array(z.object({ sha256: z.string() })),
});
export type Pesan = z.infer<typeof Pesan>;

/** The e-Pesan inbox of one address. */
export const kotakMasuk = async (kepada: string): Promise<Pesan[]> =>
  z.array(Pesan).parse(await simulator("epesan", "GET", `/simulator/kotak-masuk?kepada=${encodeURIComponent(kepada)}`));

/** Every message e-Pesan got. */
export const semuaPesan = async (): Promise<Pesan[]> =>
  z.array(Pesan).parse(await simulator("epesan", "GET", "/simulator/kotak-masuk"));

/** The password in a credential message. */
export const kataSandiDari = (pesan?: Pesan): string => /Password : (\S+)/.exec(pesan?.isi ?? "")?.[1] ?? "";

/** Whether SPSE lets this account in with this password. */
export async function cocok(userId: string, kataSandi: string): Promise<boolean> {
  const reply = await simulator("spse", "POST", "/simulator/verifikasi", { userId, kataSandi });
  return z.object({ cocok: z.boolean() }).parse(reply).cocok;
}

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
export async function hapusPermohonan({ instans }: Permohonan): Promise<void> {
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
