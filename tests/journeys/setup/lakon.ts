/** The people of the journeys, and what they do again and again. */
import { randomInt, randomUUID } from "node:crypto";
import { appendFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { z } from "zod";
import { masuk, type Pengguna, type Saksi, type Tugas } from "../../../scripts/drive/pengguna.js";
import { letterPdf } from "../../../scripts/drive/surat-contoh.js";
import { tunggu } from "../../../scripts/tunggu.js";
import type { NamaFormulir } from "../../../src/proses/tugas.js";
import type { Akun } from "../../../src/proses/variabel.js";
import { adminEngine, testSystem } from "./system.js";

/** Who acts in each lane; `dewi`, `rudi` and `tono` (no e-Pesan) are clerks of three different Satker. */
export type Orang = "dewi" | "rudi" | "tono" | "hendra" | "ratna" | "andi" | "maya" | "wahyu" | "sari";

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
