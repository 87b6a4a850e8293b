/** The engine's own refusals of an answer, in Indonesian. Pure. */
import { z } from "zod";
import { Galat } from "./galat.js";
import { type Balasan, halamanUsang, sesiBerakhir } from "./mesin-pengguna.js";

const Tolakan = z.object({ type: z.string().optional(), message: z.string().nullish() });

/** What a refusal means where the engine does not say it by its status: `dilarang` is said for a missing right. */
export function tolakanMesin(balasan: Balasan, dilarang: string): Galat {
  const { type, message } = Tolakan.safeParse(balasan.json).data ?? {};
  if (balasan.status === 401) return sesiBerakhir();
  // The REST API names its refusals; the web apps' CSRF filter before it does not.
  if (balasan.status === 403) return type === undefined ? halamanUsang() : new Galat("BUKAN_UNTUK_ANDA", dilarang);
  if (/suspended/i.test(`${type} ${message}`))
    return new Galat(
      "PERMOHONAN_DITANGGUHKAN",
      "Permohonan ini sedang ditangguhkan oleh admin. Isian Anda belum terkirim.",
    );
  if (bertabrakan(`${type} ${message}`)) return permohonanBertabrakan();
  const cause = new Error(`the engine answered ${balasan.status} ${type ?? ""}: ${message ?? "no message"}`);
  return new Galat(
    "PROSES_MENOLAK",
    "Mesin proses tidak dapat melanjutkan. Isian Anda belum terkirim; hubungi Tim LPSE.",
    {
      cause,
    },
  );
}

/** The engine's words for two transactions on one request at once; the later one is rolled back and may be tried again. */
export const bertabrakan = (teks: string): boolean => /OptimisticLocking|ENGINE-03005/.test(teks);

/** The refusal after all tries. */
export const permohonanBertabrakan = (): Galat =>
  new Galat("PERMOHONAN_BERTABRAKAN", "Permohonan ini sedang diubah pada saat yang sama. Muat ulang, lalu kirim lagi.");
