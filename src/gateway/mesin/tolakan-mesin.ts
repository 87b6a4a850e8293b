/** The engine's own refusals of an answer, in Indonesian. Pure. */
import { z } from "zod";
import { isCollision } from "../../engine/collision.js";
import { Galat } from "../../galat.js";
import { type Balasan, halamanUsang, sesiBerakhir } from "../../sesi/mesin-pengguna.js";

const Tolakan = z.object({
  type: z.string().optional(),
  message: z.string().nullish(),
  code: z.number().nullish(),
});

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
  return new Galat(
    "PROSES_MENOLAK",
    "Permohonan tidak dapat dilanjutkan. Isian Anda belum terkirim; hubungi pengelola sistem.",
    { cause: kataMesin(balasan) },
  );
}

function kataMesin({ status, json }: Balasan): Error {
  const { type, message } = Tolakan.safeParse(json).data ?? {};
  return new Error(`the engine answered ${status} ${type ?? ""}: ${message ?? "no message"}`);
}

/** The engine's words where it rolled the call back because another transaction on the same request was faster. */
export function bertabrakan(balasan: Balasan): Error | undefined {
  const tabrakan = balasan.status >= 400 && isCollision(Tolakan.safeParse(balasan.json).data ?? {});
  return tabrakan ? kataMesin(balasan) : undefined;
}

/** The refusal after all tries. */
export const permohonanBertabrakan = (cause: Error): Galat =>
  new Galat(
    "PERMOHONAN_BERTABRAKAN",
    "Permohonan ini sedang diubah pada saat yang sama. Muat ulang, lalu kirim lagi.",
    {
      cause,
    },
  );
