/** Calls the gateway with the signed-in user's cookie and checks every reply. */
import { z } from "zod";

const Problem = z.object({ kode: z.string().optional(), detail: z.string().optional(), title: z.string().optional() });

const UMUM: Readonly<Record<number, string>> = {
  0: "Server tidak dapat dijangkau. Periksa sambungan jaringan, lalu coba lagi.",
  401: "Sesi Anda berakhir. Masuk kembali, lalu buka halaman ini lagi.",
  403: "Anda tidak berhak melihat bagian ini.",
  404: "Yang Anda cari tidak ada, atau bukan hak Anda.",
  413: "Berkas terlalu besar.",
};

/** A refusal: `status` is HTTP (0: no answer), `kode` the gateway's code, `message` Indonesian words for the reader. */
export class GalatApi extends Error {
  constructor(
    readonly status: number,
    readonly kode: string,
    pesan: string,
  ) {
    super(pesan);
    this.name = "GalatApi";
  }
}

/** The refusal that a reply's status and body stand for. */
export function galatBalasan(status: number, badan: unknown): GalatApi {
  const p = Problem.safeParse(badan).data;
  const cadangan = UMUM[status] ?? "Terjadi gangguan pada server. Coba beberapa saat lagi.";
  return new GalatApi(status, p?.kode ?? "", p?.detail ?? p?.title ?? cadangan);
}

/** JSON, or undefined where the text is none. */
export function bacaJson(teks: string): unknown {
  try {
    return JSON.parse(teks);
  } catch {
    return undefined;
  }
}

async function kirim(alamat: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(alamat, {
      ...init,
      credentials: "same-origin",
      headers: { accept: "application/json", ...init.headers },
    });
  } catch (sebab) {
    if (init.signal?.aborted) throw sebab;
    throw galatBalasan(0, undefined);
  }
}

async function panggil<T>(alamat: string, skema: z.ZodType<T>, init: RequestInit): Promise<T> {
  const balasan = await kirim(alamat, init);
  const badan = bacaJson(await balasan.text());
  if (!balasan.ok) throw galatBalasan(balasan.status, badan);
  const hasil = skema.safeParse(badan);
  if (hasil.success) return hasil.data;
  console.warn(
    `${alamat}: unexpected reply`,
    hasil.error.issues.map((i) => `${i.path.join(".")}: ${i.message}`),
  );
  throw new GalatApi(
    balasan.status,
    "BALASAN_TAK_TERDUGA",
    "Jawaban server tidak dapat dibaca. Muat ulang halaman ini.",
  );
}

/** Reads; throws GalatApi. */
export const ambil = <T>(alamat: string, skema: z.ZodType<T>, signal?: AbortSignal): Promise<T> =>
  panggil(alamat, skema, signal ? { signal } : {});

/** Writes JSON; throws GalatApi. */
export const kirimJson = <T>(
  alamat: string,
  isi: unknown,
  skema: z.ZodType<T>,
  kepala: Readonly<Record<string, string>> = {},
): Promise<T> =>
  panggil(alamat, skema, {
    method: "POST",
    headers: { "content-type": "application/json", ...kepala },
    body: JSON.stringify(isi),
  });

/** Writes JSON and gets a file back; throws GalatApi. */
export async function kirimUntukBerkas(alamat: string, isi: unknown, signal: AbortSignal): Promise<ArrayBuffer> {
  const balasan = await kirim(alamat, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(isi),
    signal,
  });
  if (!balasan.ok) throw galatBalasan(balasan.status, bacaJson(await balasan.text()));
  return balasan.arrayBuffer();
}

/** Words for any failure. */
export const pesanGalat = (sebab: unknown): string =>
  sebab instanceof GalatApi ? sebab.message : "Terjadi gangguan. Muat ulang halaman ini.";
