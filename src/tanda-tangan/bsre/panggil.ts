/** One call to BSrE. Errors never quote what was sent: it may hold a passphrase. */
import { GalatPenanda, type KodePenanda } from "../galat.js";
import { BalasanTolak } from "./schema.js";

/** The part of fetch that is used. */
export type Kirim = (
  url: string,
  init: {
    method: "POST";
    headers: Record<string, string>;
    body: string;
    redirect: "manual";
    signal: AbortSignal;
  },
) => Promise<{ readonly status: number; text(): Promise<string> }>;

/** Address without a slash at the end, the application's user and password, time limit in ms, and fetch. */
export interface AksesBsre {
  readonly url: string;
  readonly user: string;
  readonly password: string;
  readonly batasMs: number;
  readonly kirim: Kirim;
}

const KODE: Readonly<Record<number, KodePenanda>> = {
  2031: "PASSPHRASE_SALAH",
  2011: "BELUM_TERDAFTAR",
  2021: "SERTIFIKAT_TIDAK_ADA",
};
/** Failures before anything could have been sent. */
const BELUM_TERKIRIM = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "UND_ERR_CONNECT_TIMEOUT"]);

/** The refusal that BSrE's number stands for; anything else is a refused file. */
export const kodeBsre = (nomor: number): KodePenanda => KODE[nomor] ?? "BERKAS_DITOLAK";

/** The parsed body of a 200; throws GalatPenanda. What cannot be told apart from "signed, but we did not get it" is TIDAK_DIKETAHUI. */
export async function panggilBsre(akses: AksesBsre, jalur: string, isi: object): Promise<unknown> {
  const { status, teks } = await kirimSekali(akses, jalur, isi);
  const badan = urai(teks);
  if (status === 200) {
    if (badan !== undefined) return badan;
    throw new GalatPenanda("TIDAK_DIKETAHUI", `${jalur}: the 200 reply is not JSON`);
  }
  throw tolakan(jalur, status, badan);
}

async function kirimSekali(akses: AksesBsre, jalur: string, isi: object): Promise<{ status: number; teks: string }> {
  const masuk = Buffer.from(`${akses.user}:${akses.password}`).toString("base64");
  try {
    const balasan = await akses.kirim(`${akses.url}${jalur}`, {
      method: "POST",
      headers: { accept: "application/json", "content-type": "application/json", authorization: `Basic ${masuk}` },
      body: JSON.stringify(isi),
      // A redirect would carry the passphrase to an address that nobody configured.
      redirect: "manual",
      signal: AbortSignal.timeout(akses.batasMs),
    });
    return { status: balasan.status, teks: await balasan.text() };
  } catch (error) {
    const kode = kodeJaringan(error);
    const sebab = `${jalur}: no reply (${kode})`;
    throw new GalatPenanda(BELUM_TERKIRIM.has(kode) ? "TIDAK_TERHUBUNG" : "TIDAK_DIKETAHUI", sebab);
  }
}

function tolakan(jalur: string, status: number, badan: unknown): GalatPenanda {
  const nomor = BalasanTolak.safeParse(badan).data?.status_code;
  const sebab = `${jalur}: ${status}${nomor === undefined ? "" : ` ${nomor}`}`;
  if (nomor !== undefined && nomor in KODE) return new GalatPenanda(kodeBsre(nomor), sebab);
  if (status === 401 || status === 403) return new GalatPenanda("APLIKASI_DITOLAK", sebab);
  if (status === 429) return new GalatPenanda("TERLALU_SERING", sebab);
  // A proxy in between gave up, or we were sent elsewhere: the service itself may have signed.
  if (status > 500 || status < 400) return new GalatPenanda("TIDAK_DIKETAHUI", sebab);
  return new GalatPenanda("BERKAS_DITOLAK", sebab);
}

function urai(teks: string): unknown {
  try {
    return JSON.parse(teks);
  } catch {
    return undefined;
  }
}

/** Only the code or class of a network error: its message can quote headers. Fetch hides it in the cause. */
function kodeJaringan(error: unknown): string {
  const sebab = sifat(error, "cause") ?? error;
  const kode = [sifat(sebab, "code"), sifat(sebab, "name")].find((k) => typeof k === "string" && /^\w+$/.test(k));
  return typeof kode === "string" ? kode : "unknown";
}

const sifat = (nilai: unknown, nama: string): unknown =>
  typeof nilai === "object" && nilai !== null ? Reflect.get(nilai, nama) : undefined;
