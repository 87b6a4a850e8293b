/** Calls the gateway and the engine with the session of whoever is signed in to Cockpit. */
import * as z from "zod/mini";
import { teks } from "../teks/index.js";
import { Problem } from "./skema.js";

/** A refusal or failure: `status` is HTTP, 0 where nothing answered; `message` is for the reader. */
export class GalatApi extends Error {
  constructor(
    readonly status: number,
    pesan: string,
  ) {
    super(pesan);
    this.name = "GalatApi";
  }
}

function galat(status: number, badan: unknown): GalatApi {
  const t = teks();
  const umum: Readonly<Record<number, string>> = { 0: t.takTerjangkau, 401: t.sesiBerakhir, 403: t.takBerhak };
  const rincian = status === 401 ? undefined : Problem.safeParse(badan).data?.detail;
  return new GalatApi(status, rincian ?? umum[status] ?? t.gangguan);
}

const uraikan = (isi: string): unknown => {
  try {
    return JSON.parse(isi);
  } catch {
    return undefined;
  }
};

async function panggil<S extends z.ZodMiniType>(alamat: string, skema: S, init: RequestInit): Promise<z.output<S>> {
  const balasan = await fetch(alamat, { ...init, credentials: "same-origin" }).catch((sebab: unknown) => {
    throw init.signal?.aborted ? sebab : galat(0, undefined);
  });
  const badan = uraikan(await balasan.text());
  if (!balasan.ok) throw galat(balasan.status, badan);
  const hasil = z.safeParse(skema, badan);
  if (hasil.success) return hasil.data;
  console.warn(`${alamat}: unexpected reply`, hasil.error.issues);
  throw galat(500, undefined);
}

/** Reads JSON; throws GalatApi, or the abort. */
export const ambil = <S extends z.ZodMiniType>(alamat: string, skema: S, signal?: AbortSignal): Promise<z.output<S>> =>
  panggil(alamat, skema, { headers: { accept: "application/json" }, ...(signal ? { signal } : {}) });

/** The engine's cookie against forged requests, as the gateway asks for it with every change. */
const tokenXsrf = (): string => decodeURIComponent(/(?:^|; )XSRF-TOKEN=([^;]*)/.exec(document.cookie)?.[1] ?? "");

/** Sends JSON; throws GalatApi. */
export const kirim = <S extends z.ZodMiniType>(alamat: string, isi: unknown, skema: S): Promise<z.output<S>> =>
  panggil(alamat, skema, {
    method: "POST",
    headers: { accept: "application/json", "content-type": "application/json", "X-XSRF-TOKEN": tokenXsrf() },
    body: JSON.stringify(isi),
  });

/** Words for any failure. */
export const pesanGalat = (sebab: unknown): string => (sebab instanceof GalatApi ? sebab.message : teks().gangguan);
