/** SOP row 6: sends User ID and password to their owner by e-Pesan, then destroys what the password is derived from. */
import { z } from "zod";
import { bacaNonce, hancurkanNonce, kredensialDari } from "../../src/kredensial/index.js";
import { bacaPesan, kunciPesan } from "../../src/pesan-keluar/index.js";
import { type Akun, Hasil, variabel } from "../../src/proses/variabel.js";
import { denganPenolakan } from "../dengan-penolakan.js";
import type { Deps } from "../deps.js";
import { kendalaEpesan } from "../kirim/kendala-epesan.js";
import { kirimPesan } from "../kirim/kirim-pesan.js";
import { pesanKredensial } from "../kirim/pesan/kredensial.js";
import { BRIDGE_CONCURRENCY, bridge } from "../retry-policies.js";
import { BpmnError, defineTopic } from "../runtime/index.js";

const HasilReset = Hasil.extend({ userId: z.string().min(1) });
const input = z.object({
  akunDiproses: variabel.akunDiproses,
  hasil: HasilReset,
  namaSatker: variabel.namaSatker,
  nomorPermohonan: variabel.nomorPermohonan,
});
const output = z.object({ hasil: Hasil });

const TUJUAN = "kredensial";

/** Raises EPESAN_TIDAK_TERSEDIA, also where the nonce is gone without delivery: the Tim delivers by hand. */
export const epesanKirimKredensial = defineTopic<Deps, typeof input, typeof output>({
  topic: "epesan-kirim-kredensial",
  input,
  output,
  errorCodes: ["EPESAN_TIDAK_TERSEDIA"],
  adapter: "epesan",
  concurrency: BRIDGE_CONCURRENCY,
  retry: bridge,
  fallback: {
    code: "EPESAN_TIDAK_TERSEDIA",
    message: "e-Pesan tidak dapat dihubungi setelah beberapa kali percobaan. Sampaikan kredensial secara manual.",
  },
  async handle({ akunDiproses: akun, hasil, namaSatker, nomorPermohonan }, { deps, task, signal }) {
    const { instans } = task;
    const berhasil = { hasil: { status: "berhasil", userId: hasil.userId, cara: hasil.cara } } as const;
    const nonce = await bacaNonce(deps.db, { instans, akun: akun.id });
    if (nonce === undefined) throw tanpaNonce(akun);
    const kunci = kunciPesan({ instans, tujuan: TUJUAN, pembeda: [akun.id, nonce.percobaan] });
    if (nonce.keadaan === "hancur") {
      // A retry after a crash between delivery and report.
      if ((await bacaPesan(deps.db, kunci))?.terkirim) return berhasil;
      throw tanpaNonce(akun);
    }
    const { kataSandi } = kredensialDari(deps.kunci, { instans, akun: akun.id }, nonce);
    const { percobaan } = nonce;
    const teks = pesanKredensial({ akun, userId: hasil.userId, kataSandi, namaSatker, nomorPermohonan, percobaan });
    const pesan = { kunci, tujuan: TUJUAN, nomorPermohonan, kepada: akun.epesan, ...teks };
    await denganPenolakan(
      kirimPesan(deps, pesan, signal),
      (kode) =>
        new BpmnError(
          "EPESAN_TIDAK_TERSEDIA",
          `${kendalaEpesan(kode, akun.epesan)} Sampaikan kredensial secara manual.`,
        ),
    );
    await hancurkanNonce(deps.db, instans, akun.id);
    return berhasil;
  },
});

const tanpaNonce = ({ nama }: Akun): BpmnError =>
  new BpmnError(
    "EPESAN_TIDAK_TERSEDIA",
    `Password akun ${nama} tidak dibuat oleh sistem ini atau tidak dapat dibuat lagi. Sampaikan kredensial secara manual.`,
  );
