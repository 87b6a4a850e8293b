/** SOP row 5: sets a derived password on one account in SPSE. */
import { z } from "zod";
import { ambilKredensial } from "../../src/kredensial/index.js";
import { type Akun, Hasil, variabel } from "../../src/proses/variabel.js";
import type { AkunSpse } from "../adapters/index.js";
import { denganPenolakan, type Terjemah } from "../dengan-penolakan.js";
import type { Deps } from "../deps.js";
import { BRIDGE_CONCURRENCY, bridge } from "../retry-policies.js";
import { BpmnError, defineTopic } from "../runtime/index.js";

const input = z.object({ akunDiproses: variabel.akunDiproses });
const output = z.object({ hasil: Hasil });

/** Raises AKUN_TIDAK_DIKENAL where SPSE knows no such account or several, else SPSE_TIDAK_TERSEDIA. */
export const spseResetPassword = defineTopic<Deps, typeof input, typeof output>({
  topic: "spse-reset-password",
  input,
  output,
  errorCodes: ["AKUN_TIDAK_DIKENAL", "SPSE_TIDAK_TERSEDIA"],
  adapter: "spse",
  concurrency: BRIDGE_CONCURRENCY,
  retry: bridge,
  fallback: {
    code: "SPSE_TIDAK_TERSEDIA",
    message: "Aplikasi SPSE tidak dapat dihubungi setelah beberapa kali percobaan. Lakukan reset secara manual.",
  },
  async handle({ akunDiproses: akun }, { deps, task, signal }) {
    const { spse } = deps.adapters;
    const terjemah = terjemahUntuk(akun);
    const akunSpse = await denganPenolakan(
      spse.cariAkun({ userId: akun.userId || undefined, nip: akun.nip }, signal),
      terjemah,
    );
    pastikanAktif(akunSpse);
    const { userId } = akunSpse;
    const { kataSandi, percobaan } = await ambilKredensial(deps.db, deps.kunci, {
      instans: task.instans,
      akun: akun.id,
    });
    const kunci = `${task.instans}.${akun.id}.reset.${percobaan}`;
    await denganPenolakan(spse.setelKataSandi({ userId, kataSandi, kunci }, signal), terjemah);
    return { hasil: { status: "direset", userId, cara: "otomatis" } };
  },
});

function pastikanAktif({ aktif, userId }: AkunSpse): void {
  if (!aktif) throw new BpmnError("SPSE_TIDAK_TERSEDIA", kendala("AKUN_NONAKTIF", userId));
}

const terjemahUntuk =
  (akun: Akun): Terjemah =>
  (kode) => {
    const dicari = akun.userId ? `User ID ${akun.userId} dengan NIP ${akun.nip}` : `NIP ${akun.nip}`;
    if (kode === "AKUN_TIDAK_DIKENAL")
      return new BpmnError(
        kode,
        `Akun ${akun.nama} (${dicari}) tidak ditemukan di Aplikasi SPSE. Periksa User ID dan NIP-nya.`,
      );
    if (kode === "AKUN_GANDA")
      return new BpmnError(
        "AKUN_TIDAK_DIKENAL",
        `NIP ${akun.nip} (${akun.nama}) mempunyai lebih dari satu akun di Aplikasi SPSE. Isi User ID yang dimaksud.`,
      );
    return new BpmnError("SPSE_TIDAK_TERSEDIA", kendala(kode, akun.userId || `dengan NIP ${akun.nip}`));
  };

function kendala(kode: string, akun: string): string {
  switch (kode) {
    case "SPSE_TANPA_API":
      return "Aplikasi SPSE belum terhubung dengan sistem ini. Lakukan reset secara manual.";
    case "AKUN_NONAKTIF":
      return `Akun ${akun} nonaktif di Aplikasi SPSE. Aktifkan dahulu, lalu lakukan reset secara manual.`;
    default:
      return `Aplikasi SPSE menolak reset akun ${akun}${kode ? ` (${kode})` : ""}. Lakukan reset secara manual.`;
  }
}
