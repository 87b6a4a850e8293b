/** Completing a task with a form's answer, in the person's own session. */
import type { IncomingHttpHeaders } from "node:http";
import type { Db } from "../../db/open.js";
import { ikatDokumen, periksaDokumen } from "../../dokumen/ikat.js";
import { tandaiDisebut } from "../../dokumen/sapu.js";
import { EngineError } from "../../engine/client.js";
import { Galat } from "../../galat.js";
import { hancurkanNonce } from "../../kredensial/index.js";
import { jawabanKeVariabel, type NilaiVariabel } from "../../proses/jawaban.js";
import { type GalatIsian, periksaJawaban } from "../../proses/periksa-jawaban.js";
import { type BarisVariabel, bacaVariabel } from "../../proses/permohonan.js";
import type { Jawaban, NamaFormulir } from "../../proses/tugas.js";
import { API_MESIN, type Balasan, type TugasMesin, tugasPengguna } from "../../sesi/mesin-pengguna.js";
import { type Pengguna, satkerPengguna } from "../../sesi/pengguna.js";
import { terbitkan } from "../../tanda-tangan/index.js";
import { traced } from "../../tracing.js";
import type { Konteks } from "../konteks.js";
import { tolakanMesin } from "../mesin/tolakan-mesin.js";
import { isianTidakSah, periksa } from "../validasi.js";
import { dokumenDisebut, gantiDokumen } from "./dokumen-jawaban.js";
import { keadaanKredensial } from "./kredensial-tugas.js";
import { periksaSuratJawaban } from "./surat-tugas.js";
import { alasanDitolak, jelaskanTugasHilang, tolakBilaDiambil } from "./tugas-hilang.js";

/** An answer to a task: who gives it with which session, and the engine's path it was sent to. */
export interface Penyelesaian {
  readonly pengguna: Pengguna;
  readonly dari: IncomingHttpHeaders;
  readonly jalur: string;
  readonly tugas: TugasMesin;
  readonly masukan: unknown;
}

const DILARANG = "Tugas ini bukan untuk Anda.";

/** Checks the answer, binds its documents and completes the task; answers the engine's reply, or throws a Galat. */
export async function selesaikanTugas(k: Konteks, p: Penyelesaian): Promise<Balasan> {
  const nama = await namaFormulir(k, p.tugas);
  await tolakBilaDiambil(k, p.tugas, p.pengguna);
  const { nilai } = bacaVariabel(await variabelTugas(k, p));
  const jawaban = periksa<Jawaban>(k.formulir[nama], p.masukan);
  const { terbit, galat: galatSurat } = await periksaSuratJawaban(k, p.pengguna, p.tugas, jawaban, nilai);
  const galatKredensial = await periksaKredensial(k.db, p.tugas, jawaban, nilai);
  const galat = [...periksaJawaban(nama, jawaban, nilai), ...galatKredensial, ...galatSurat];
  if (galat.length > 0) throw isianTidakSah(galat);
  await tandaiDisebut(
    k.db,
    dokumenDisebut(jawaban).map(({ dokumen }) => dokumen.id),
  );
  const sela = { name: `jawab ${nama}`, businessKey: nilai.nomorPermohonan };
  const kerjakan = () =>
    k.db.transaction(async (tx) => {
      const siap = await siapkanDokumen(tx, p.pengguna, jawaban, nilai);
      await buangNonce(tx, p.tugas, jawaban, nilai);
      if (terbit && "suratDitandatangani" in siap)
        await terbitkan(tx, terbit.surat, siap.suratDitandatangani, terbit.laporan, k.jam());
      const variables = jawabanKeVariabel(nama, siap, {
        langkah: p.tugas.name ?? nama,
        pelaku: p.pengguna,
        waktu: k.jam().toISOString(),
        keadaan: nilai,
      });
      await ambilTugas(k, p);
      return kirim(k, p, p.jalur, { variables });
    });
  return traced(sela, kerjakan);
}

async function namaFormulir(
  k: Konteks,
  { taskDefinitionKey: kunci, processDefinitionId }: TugasMesin,
): Promise<NamaFormulir> {
  const nama = await k.formulirTugas(processDefinitionId ?? "", kunci ?? "");
  if (nama !== undefined) return nama;
  throw new Error(`task ${kunci} has no form schema`);
}

/** The engine knows no variables of a task that went away a moment ago. */
async function variabelTugas(k: Konteks, p: Penyelesaian): Promise<BarisVariabel[]> {
  try {
    return await k.mesin.variabelTugas(p.tugas.id);
  } catch (error) {
    if (!(error instanceof EngineError) || (await tugasPengguna(k.pengguna, p.dari, p.tugas.id))) throw error;
    throw await jelaskanTugasHilang(k, p.tugas.id, p.pengguna);
  }
}

/** What nobody has taken becomes this person's first, so that history names who did it. */
async function ambilTugas(k: Konteks, p: Penyelesaian): Promise<void> {
  if (p.tugas.assignee !== null) return;
  const jalur = `${API_MESIN}/task/${encodeURIComponent(p.tugas.id)}/claim`;
  await kirim(k, p, jalur, { userId: p.pengguna.id });
}

/** A modifying call in the person's session. */
async function kirim(k: Konteks, p: Penyelesaian, jalur: string, isi: object): Promise<Balasan> {
  try {
    const balasan = await k.pengguna(p.dari, "POST", jalur, isi);
    if (balasan.status < 300) return balasan;
    throw tolakanMesin(balasan, DILARANG);
  } catch (error) {
    throw error instanceof Galat ? await alasanDitolak(k, p, error) : error;
  }
}

async function siapkanDokumen<J extends Jawaban>(
  tx: Db,
  pengguna: Pengguna,
  jawaban: J,
  { nomorPermohonan = "" }: NilaiVariabel,
): Promise<J> {
  const satker = satkerPengguna(pengguna).map((s) => s.id);
  const oleh = { pengguna: pengguna.id, satker, nomorPermohonan };
  const { acuan, galat } = await periksaDokumen(tx, dokumenDisebut(jawaban), oleh);
  if (galat.length > 0) throw isianTidakSah(galat);
  await ikatDokumen(tx, [...acuan.keys()], nomorPermohonan);
  return gantiDokumen(jawaban, acuan);
}

/** Whoever says "set by hand in SPSE" must have seen the password: the next step sends this one to the owner. */
async function periksaKredensial(
  db: Db,
  { id, processInstanceId: instans }: TugasMesin,
  jawaban: Jawaban,
  { akunDiproses }: NilaiVariabel,
): Promise<GalatIsian[]> {
  if (!("keputusanResetManual" in jawaban) || jawaban.keputusanResetManual !== "selesai") return [];
  const pemilik = { instans: instans ?? "", akun: akunDiproses?.id ?? "" };
  if ((await keadaanKredensial(db, id, pemilik)).sudahDilihat) return [];
  return [{ jalur: "keputusanResetManual", pesan: "Tampilkan dahulu password baru, lalu pasang di SPSE." }];
}

/** Once an account is settled by hand, nobody needs its password again. */
async function buangNonce(tx: Db, tugas: TugasMesin, jawaban: Jawaban, nilai: NilaiVariabel): Promise<void> {
  const tuntas =
    "keputusanSampaikan" in jawaban ||
    ("keputusanResetManual" in jawaban && jawaban.keputusanResetManual === "gagal") ||
    ("keputusanPerbaikan" in jawaban && jawaban.keputusanPerbaikan === "gagal");
  if (!tuntas || !nilai.akunDiproses || tugas.processInstanceId === null) return;
  await hancurkanNonce(tx, tugas.processInstanceId, nilai.akunDiproses.id);
}
