/** The engine with the asking person's own session, so that the engine's authorizations decide. */
import type { IncomingHttpHeaders } from "node:http";
import { z } from "zod";
import { Galat } from "../galat.js";

/** A reply of the engine, read whole; `json` is undefined where the body is none. */
export interface Balasan {
  readonly status: number;
  readonly headers: Headers;
  readonly json: unknown;
}

/** Calls paths of the web apps' API (`/camunda/api/…`) with cookie and CSRF token of the given request headers. */
export type MesinPengguna = (
  dari: IncomingHttpHeaders,
  method: "GET" | "POST",
  jalur: string,
  isi?: unknown,
) => Promise<Balasan>;

/** The engine's REST inside the web apps. */
export const API_MESIN = "/camunda/api/engine/engine/default";

const DITERUSKAN = ["cookie", "x-xsrf-token", "accept-language"] as const;
const BATAS_MS = 30_000;

/**
 * Makes the caller, which names `asal`, the product's own origin, as the engine demands of modifying calls; throws MESIN_TIDAK_TERSEDIA
 * where the engine gives no answer at all, HALAMAN_USANG without a token.
 */
export function createMesinPengguna(engineUrl: string, asal: string, kirim: typeof fetch = fetch): MesinPengguna {
  return async (dari, method, jalur, isi) => {
    // The engine ends the session of a modifying call without its token; a page that forgot it shall not cost a login.
    if (method === "POST" && !dari["x-xsrf-token"]) throw halamanUsang();
    try {
      const balasan = await kirim(`${engineUrl}${jalur}`, {
        method,
        headers: {
          ...kepala(dari),
          origin: asal,
          ...(isi === undefined ? {} : { "content-type": "application/json" }),
        },
        ...(isi === undefined ? {} : { body: JSON.stringify(isi) }),
        redirect: "manual",
        signal: AbortSignal.timeout(BATAS_MS),
      });
      return { status: balasan.status, headers: balasan.headers, json: urai(await balasan.text()) };
    } catch (cause) {
      throw new Galat("MESIN_TIDAK_TERSEDIA", "Sistem sedang tidak dapat dihubungi. Coba beberapa saat lagi.", {
        cause,
      });
    }
  };
}

function kepala(dari: IncomingHttpHeaders): Record<string, string> {
  const pasangan = DITERUSKAN.flatMap((nama) => (typeof dari[nama] === "string" ? [[nama, dari[nama]] as const] : []));
  return { accept: "application/json", ...Object.fromEntries(pasangan) };
}

function urai(teks: string): unknown {
  try {
    return teks === "" ? undefined : JSON.parse(teks);
  } catch {
    return undefined;
  }
}

/** The task as its reader sees it. */
export const TugasMesin = z.object({
  id: z.string(),
  name: z.string().nullable(),
  assignee: z.string().nullable(),
  created: z.string(),
  due: z.string().nullable(),
  processDefinitionId: z.string().nullable(),
  processInstanceId: z.string().nullable(),
  taskDefinitionKey: z.string().nullable(),
  suspended: z.boolean().default(false),
});
export type TugasMesin = z.infer<typeof TugasMesin>;

/** The refusal of a session that is gone. */
export const sesiBerakhir = (): Galat =>
  new Galat("SESI_BERAKHIR", "Sesi Anda sudah berakhir. Masuk lagi; isian Anda belum terkirim.");

/** The refusal of a call without the session's CSRF token, or with an old one. */
export const halamanUsang = (): Galat =>
  new Galat("HALAMAN_USANG", "Halaman ini sudah usang. Muat ulang, lalu kirim lagi.");

/** A task by the person's own right to see it: undefined where it is gone, or was never there for this person. */
export async function tugasPengguna(
  mesin: MesinPengguna,
  dari: IncomingHttpHeaders,
  id: string,
): Promise<TugasMesin | undefined> {
  const balasan = await mesin(dari, "GET", `${API_MESIN}/task/${encodeURIComponent(id)}`);
  if (balasan.status === 401) throw sesiBerakhir();
  if (balasan.status === 404 || balasan.status === 403) return undefined;
  const tugas = TugasMesin.safeParse(balasan.json);
  if (balasan.status === 200 && tugas.success) return tugas.data;
  throw new Error(`GET task: the engine answered ${balasan.status} in an unexpected shape`);
}
