/** Calls of the modeler's API. */
import { z } from "zod";
import { ambil, bacaJson, galatBalasan, kirimJson } from "../../../src/web/api/panggil.js";
import { Bentrok, DaftarProses, DaftarVersi, Disimpan, Draf, Katalog, Saya } from "./skema.js";

const alamat = (...bagian: string[]): string => `/api/modeler/${bagian.map(encodeURIComponent).join("/")}`;

export async function ambilSaya(): Promise<Saya> {
  const { id, nama, grup } = await ambil("/api/saya", Saya);
  return { id, nama, grup: grup.map((g) => g.id) };
}

export const daftarProses = async () => (await ambil(alamat("proses"), DaftarProses)).proses;
export const daftarVersi = async (kunci: string) => (await ambil(alamat("proses", kunci, "versi"), DaftarVersi)).versi;
/** What a process may use: topics, forms, groups of staff. */
export const ambilKatalog = (kunci: string): Promise<Katalog> =>
  ambil(`${alamat("topik")}?kunci=${encodeURIComponent(kunci)}`, Katalog);
export const ambilDraf = (id: string): Promise<Draf> => ambil(alamat("draf", id), Draf);

export async function xmlVersi(definisi: string): Promise<string> {
  const balasan = await fetch(alamat("versi", definisi, "xml"), { credentials: "same-origin" }).catch(() => undefined);
  if (balasan?.ok) return balasan.text();
  throw galatBalasan(balasan?.status ?? 0, bacaJson((await balasan?.text()) ?? ""));
}

export interface DrafBaru {
  /** Unset: of the process that the diagram names, which may be new. */
  readonly kunci?: string;
  readonly judul: string;
  readonly dasar: string | null;
  readonly xml: string;
}
export const buatDraf = (isi: DrafBaru): Promise<Draf> => kirimJson(alamat("draf"), isi, Draf);

const DrafSop = Draf.extend({ pertanyaan: z.array(z.string()).default([]) });

/** Draws a draft from an SOP's table (XLSX, DOCX, CSV, text); answers it with the questions the table leaves open. */
export async function drafDariSop(berkas: File): Promise<z.infer<typeof DrafSop>> {
  const ke = `${alamat("draf", "dari-sop")}?nama=${encodeURIComponent(berkas.name)}`;
  const headers = { accept: "application/json", "content-type": "application/octet-stream" };
  const init = { method: "POST", credentials: "same-origin", headers, body: berkas } as const;
  const balasan = await fetch(ke, init).catch(() => undefined);
  const badan = bacaJson((await balasan?.text()) ?? "");
  const draf = balasan?.ok ? DrafSop.safeParse(badan).data : undefined;
  if (draf) return draf;
  throw galatBalasan(balasan?.status ?? 0, badan);
}

async function kirim(metode: string, ke: string, isi?: unknown): Promise<{ status: number; badan: unknown }> {
  const balasan = await fetch(ke, {
    method: metode,
    credentials: "same-origin",
    headers: { accept: "application/json", "content-type": "application/json" },
    ...(isi === undefined ? {} : { body: JSON.stringify(isi) }),
  }).catch(() => undefined);
  if (!balasan) throw galatBalasan(0, undefined);
  return { status: balasan.status, badan: bacaJson(await balasan.text()) };
}

export async function hapusDraf(id: string): Promise<void> {
  const { status, badan } = await kirim("DELETE", alamat("draf", id));
  if (status >= 400) throw galatBalasan(status, badan);
}

export type HasilSimpan =
  | { readonly jenis: "tersimpan"; readonly revisi: number }
  | ({ readonly jenis: "bentrok" } & z.infer<typeof Bentrok>);

/** Saves XML over revision `revisi`; a colleague's newer one comes back as `bentrok`, any other failure is thrown. */
export async function simpanDraf(id: string, revisi: number, xml: string): Promise<HasilSimpan> {
  const { status, badan } = await kirim("PUT", alamat("draf", id), { revisi, xml });
  const bentrok = status === 409 ? Bentrok.safeParse(badan).data : undefined;
  if (bentrok) return { jenis: "bentrok", ...bentrok };
  const disimpan = status < 300 ? Disimpan.safeParse(badan).data : undefined;
  if (disimpan) return { jenis: "tersimpan", revisi: disimpan.revisi };
  throw galatBalasan(status, badan);
}
