import * as z from "zod/mini";
import { ambil, kirim } from "./panggil.js";
import { Definisi, Diperpanjang, GrupMesin, HalamanLangkah, Instans, PenggunaMesin, RingkasanSla } from "./skema.js";

/** What the list of open steps is narrowed to; an empty text is no condition. */
export interface Saringan {
  readonly status: string;
  readonly lajur: string;
  readonly satker: string;
  readonly nomor: string;
  readonly cari: string;
}

/** No condition: every open step that the person may see. */
export const TANPA_SARINGAN: Saringan = { status: "", lajur: "", satker: "", nomor: "", cari: "" };

/** Rows of one page of the list. */
export const UKURAN = 100;

/** The conditions as a query string, without the empty ones. */
export function kueri(saringan: Saringan, tambahan: Readonly<Record<string, string>> = {}): string {
  const isi = Object.entries({ ...saringan, ...tambahan }).filter(([, nilai]) => nilai !== "");
  return new URLSearchParams(isi).toString();
}

/** Address of all rows as a file. */
export const alamatUnduh = (jenis: "csv" | "xlsx", saringan: Saringan): string => {
  const k = kueri(saringan);
  return `/api/sla/langkah.${jenis}${k ? `?${k}` : ""}`;
};

/** `halaman` counts from 1; throws GalatApi, or the abort. */
export const ambilHalaman = (saringan: Saringan, halaman: number, signal: AbortSignal): Promise<HalamanLangkah> => {
  const k = kueri(saringan, { halaman: String(halaman), ukuran: String(UKURAN) });
  return ambil(`/api/sla/langkah?${k}`, HalamanLangkah, signal);
};

/** Finished steps of the last `hari` days and what is open now; throws GalatApi, or the abort. */
export const ambilDefinisi = (definisi: string, hari: number, signal: AbortSignal) =>
  ambil(`/api/sla/definisi/${encodeURIComponent(definisi)}?hari=${hari}`, Definisi, signal);

/** `instans` is the process instance's id; throws GalatApi, or the abort. */
export const ambilInstans = (instans: string, signal: AbortSignal) =>
  ambil(`/api/sla/instans/${encodeURIComponent(instans)}`, Instans, signal);

/** Throws GalatApi, or the abort. */
export const ambilRingkasan = (signal: AbortSignal) => ambil("/api/sla/ringkas", RingkasanSla, signal);

/** Moves a due date: by working time (`tambah`, ISO 8601) or to an instant. */
export const perpanjang = (id: string, isi: { tambah?: string; tenggat?: string; alasan: string }) =>
  kirim(`/api/sla/langkah/${encodeURIComponent(id)}/perpanjang`, isi, Diperpanjang);

/** Gives the step's task to somebody else. */
export const alihkan = (id: string, kepada: string) =>
  kirim(`/api/sla/langkah/${encodeURIComponent(id)}/alihkan`, { kepada }, z.unknown());

/** An entry of a menu: `id` goes to the server, `nama` is read. */
export interface Pilihan {
  readonly id: string;
  readonly nama: string;
}

/** The units that ask for resets, from the engine. */
export async function daftarSatker(engineApi: string): Promise<Pilihan[]> {
  const grup = await ambil(`${engineApi}/group?type=SATKER&sortBy=name&sortOrder=asc&maxResults=2000`, GrupMesin);
  return grup.map(({ id, name }) => ({ id, nama: name ?? id }));
}

/** The people of an engine group. */
export async function anggotaGrup(engineApi: string, grup: string): Promise<Pilihan[]> {
  const orang = await ambil(
    `${engineApi}/user?memberOfGroup=${encodeURIComponent(grup)}&sortBy=firstName&sortOrder=asc&maxResults=2000`,
    PenggunaMesin,
  );
  return orang.map((o) => ({ id: o.id, nama: [o.firstName, o.lastName].filter(Boolean).join(" ") || o.id }));
}
