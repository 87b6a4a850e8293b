/** Drives one request through all steps of the SOP, each by the person whose step it is. */
import { z } from "zod";
import type { NamaFormulir } from "../../src/proses/tugas.js";
import { Dokumen } from "../../src/proses/variabel.js";
import type { Pengguna } from "../drive/pengguna.js";
import { letterPdf } from "../drive/surat-contoh.js";
import { tunggu } from "../tunggu.js";
import { prepareRequest } from "./request.js";
import { type Langkah, readStatus, type Status } from "./status.js";

/** The longest that the automated steps between two tasks may take, retries of a busy machine included. */
const PATIENCE = { batasMs: 120_000, jedaMs: 150 };

/** One person of each actor, signed in. */
export interface Cast {
  readonly satker: Pengguna;
  readonly kepalaUkpbj: Pengguna;
  readonly kepalaLpse: Pengguna;
  readonly tim: Pengguna;
  /** Of the head of UKPBJ; undefined where the system under way has none for demonstrations. */
  readonly passphrase?: string | undefined;
}

/** `tookMs` begins before the request is filled in. */
export interface Finished {
  readonly status: Status;
  readonly tookMs: number;
}

/** Resolves when the letter is archived and sent; `onStep` is told each row of the SOP when it is done. */
export async function runRequest(cast: Cast, onStep?: (langkah: Langkah) => void): Promise<Finished> {
  const began = performance.now();
  const isi = await prepareRequest(cast.satker, new Date());
  const { nomor, instans } = await cast.satker.mulai(isi);
  const tell = teller(cast.satker, nomor, onStep);
  const answer = async (
    person: Pengguna,
    langkah: NamaFormulir,
    jawaban: (idTugas: string) => Promise<object> | object,
  ) => {
    const task = await tunggu(
      `task ${langkah} of ${nomor}`,
      async () => {
        await tell();
        return (await person.tugas({ instans, langkah }))[0];
      },
      PATIENCE,
    );
    if (task.assignee === null) await person.klaim(task.id);
    await person.selesaikan(task.id, await jawaban(task.id));
  };

  await answer(cast.satker, "kirim-permohonan", () => ({ keputusanPemohon: "kirim", ...isi }));
  await answer(cast.kepalaUkpbj, "disposisi-permohonan", () => ({
    keputusanDisposisi: "disposisi",
    catatan: "Mohon ditindaklanjuti.",
  }));
  await answer(cast.kepalaLpse, "perintah-reset", () => ({ keputusanPerintah: "perintahkan" }));
  await answer(cast.tim, "verifikasi-permohonan", () => ({
    keputusanVerifikasi: "lengkap",
    akunDisetujui: isi.akun,
    akunDicoret: [],
  }));
  await answer(cast.kepalaLpse, "koreksi-draf", () => ({ keputusanKoreksi: "setuju" }));
  await answer(cast.kepalaUkpbj, "tanda-tangan-surat", (idTugas) => sign(cast, idTugas, nomor));
  const isOver = async () => {
    const now = await readStatus(cast.satker, nomor);
    await tell();
    return now.keadaan === "berjalan" ? undefined : now;
  };
  const status = await tunggu(`the end of ${nomor}`, isOver, PATIENCE);
  return { status, tookMs: performance.now() - began };
}

const Signed = z.object({ keadaan: z.literal("berhasil"), dokumen: Dokumen });

/** Electronically where that is set up; else a page that stands for printing, signing and scanning. */
async function sign({ kepalaUkpbj, passphrase }: Cast, idTugas: string, nomor: string): Promise<object> {
  const path = `/api/tugas/${idTugas}/tanda-tangan`;
  const reply = passphrase ? await kepalaUkpbj.panggil("POST", path, { passphrase }) : undefined;
  const signed = Signed.safeParse(reply?.isi);
  if (signed.success) return { keputusanTandaTangan: "tandaTangan", suratDitandatangani: signed.data.dokumen };
  const scan = letterPdf(["Surat Pemberitahuan", nomor, "(ditandatangani)"]);
  const suratDitandatangani = await kepalaUkpbj.unggah("surat-pemberitahuan-bertanda-tangan.pdf", scan);
  return { keputusanTandaTangan: "tandaTangan", suratDitandatangani, peringatanDibaca: true };
}

/** Reads the request and passes on the rows that are done since the last time; does nothing where nobody listens. */
function teller(person: Pengguna, nomor: string, onStep?: (langkah: Langkah) => void): () => Promise<void> {
  const told = new Set<number>();
  return async () => {
    if (!onStep) return;
    const { langkah } = await readStatus(person, nomor);
    for (const row of langkah.filter(({ keadaan }) => keadaan === "selesai")) {
      if (told.has(row.nomor)) continue;
      told.add(row.nomor);
      onStep(row);
    }
  };
}
