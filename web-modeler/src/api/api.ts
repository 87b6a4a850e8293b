/** The calls of the modeler's API, one for each route, every reply checked; all throw GalatApi. */
import { z } from "zod";
import { ambil, bacaJson, galatBalasan, kirimJson } from "../../../src/web/api/panggil.js";
import { tokenXsrf } from "../../../src/web/beranda/sesi.js";
import { bahasa } from "../bahasa/bahasa.js";
import { BarisAudit, Katalog, Pelaksana, Saya } from "./skema.js";
import { Beda, Bentrok, Disimpan, Draf, DrafSop, Komentar, Temuan, Uji } from "./skema-draf.js";
import { Migrasi, Proses, Rencana, Versi } from "./skema-versi.js";

/** A draft to be made. */
export interface DrafBaru {
  /** Unset: of the process that the diagram names, which may be new. */
  readonly kunci?: string;
  readonly judul: string;
  /** The version it is made from; null: the one in force. */
  readonly dasar: string | null;
  /** Unset: the diagram of `dasar`. */
  readonly xml?: string;
}

/** What came of a save: a new revision, or the colleague's who was first. */
export type HasilSimpan =
  | { readonly jenis: "tersimpan"; readonly revisi: number }
  | ({ readonly jenis: "bentrok" } & z.infer<typeof Bentrok>);

/** `/api/modeler/…` of these parts, each encoded. */
const alamat = (...bagian: string[]): string => `/api/modeler/${bagian.map(encodeURIComponent).join("/")}`;
const tanya = (bagian: string, isi: Record<string, string>): string =>
  `${alamat(bagian)}?${new URLSearchParams(isi).toString()}`;

const DaftarProses = z.object({ proses: z.array(Proses) });
const DaftarVersi = z.object({ versi: z.array(Versi) });
const DaftarTemuan = z.object({ temuan: z.array(Temuan) });
const DaftarPelaksana = z.object({ grup: z.array(Pelaksana) });
const DaftarAudit = z.object({ audit: z.array(BarisAudit) });
const UjiTerakhir = z.object({ uji: Uji.nullable() });
const Diterapkan = z.object({ definitionId: z.string(), versi: z.number() });

/** `kunci` is the key of a process, `revisi` the one that the person has seen; a newer one is a refusal. */
export const api = {
  saya: () => ambil(alamat("saya"), Saya),
  katalog: (kunci: string) => ambil(tanya("topik", { kunci }), Katalog),
  proses: async () => (await ambil(alamat("proses"), DaftarProses)).proses,
  versi: async (kunci: string) => (await ambil(alamat("proses", kunci, "versi"), DaftarVersi)).versi,
  /** The diagram of a version. */
  xml: (definisi: string) => sebagaiTeks(alamat("versi", definisi, "xml")),
  draf: (id: string) => ambil(alamat("draf", id), Draf),
  buatDraf: (isi: DrafBaru) => kirimJson(alamat("draf"), isi, Draf),
  /** Draws a draft from an SOP's table (XLSX, DOCX, CSV, text). */
  drafDariSop: (berkas: File) =>
    kirimBerkas(`${alamat("draf", "dari-sop")}?nama=${encodeURIComponent(berkas.name)}`, berkas, DrafSop),
  simpanDraf,
  hapusDraf,
  beda: (id: string) => ambil(alamat("draf", id, "beda"), Beda),
  periksa: async (id: string) =>
    (await kirimJson(`${alamat("draf", id, "periksa")}?bahasa=${bahasa()}`, {}, DaftarTemuan)).temuan,
  pelaksana: async (id: string) => (await ambil(alamat("draf", id, "pelaksana"), DaftarPelaksana)).grup,
  buatGrup: (id: string, nama: string) =>
    kirimJson(alamat("grup"), { id, nama }, z.unknown(), { "x-xsrf-token": tokenXsrf(document.cookie) }),
  mulaiUji: (id: string) => kirimJson(alamat("draf", id, "uji"), {}, z.unknown()),
  uji: async (id: string) => (await ambil(alamat("draf", id, "uji"), UjiTerakhir)).uji,
  ajukan: (id: string, revisi: number, catatan: string) =>
    kirimJson(alamat("draf", id, "ajukan"), { revisi, catatan }, Draf),
  putuskan: (id: string, kerja: "setujui" | "tolak", revisi: number, komentar: string) =>
    kirimJson(alamat("draf", id, kerja), { revisi, komentar }, Draf),
  komentar: (id: string, elemen: string | null, teks: string) =>
    kirimJson(alamat("draf", id, "komentar"), { elemen, teks }, Komentar),
  dasarkanUlang: (id: string, revisi: number) => kirimJson(alamat("draf", id, "dasarkan-ulang"), { revisi }, Draf),
  terapkan: (id: string, catatan: string, tag: string) =>
    kirimJson(alamat("draf", id, "terapkan"), { catatan, tag }, Diterapkan),
  kembalikan: (definitionId: string) => kirimJson(alamat("kembalikan"), { definitionId }, Draf),
  rencana: (dari: string, ke: string) => ambil(tanya("migrasi", { dari, ke }), Rencana),
  pindahkan: (isi: { dari: string; ke: string; tenggat: "tetap" | "hitungUlang" }) =>
    kirimJson(alamat("migrasi"), isi, z.object({ id: z.string() })),
  migrasi: (id: string) => ambil(alamat("migrasi", id), Migrasi),
  audit: async (sebelum?: number) =>
    (await ambil(tanya("audit", { banyak: "50", ...(sebelum ? { sebelum: String(sebelum) } : {}) }), DaftarAudit))
      .audit,
};

/** Saves XML over revision `revisi`; a colleague's newer one comes back as `bentrok`, any other failure is thrown. */
async function simpanDraf(id: string, revisi: number, xml: string): Promise<HasilSimpan> {
  const { status, badan } = await panggil("PUT", alamat("draf", id), JSON.stringify({ revisi, xml }));
  const bentrok = status === 409 ? Bentrok.safeParse(badan).data : undefined;
  if (bentrok) return { jenis: "bentrok", ...bentrok };
  const disimpan = status < 300 ? Disimpan.safeParse(badan).data : undefined;
  if (disimpan) return { jenis: "tersimpan", revisi: disimpan.revisi };
  throw galatBalasan(status, badan);
}

async function hapusDraf(id: string): Promise<void> {
  const { status, badan } = await panggil("DELETE", alamat("draf", id));
  if (status >= 400) throw galatBalasan(status, badan);
}

async function kirimBerkas<T>(ke: string, berkas: File, skema: z.ZodType<T>): Promise<T> {
  const { status, badan } = await panggil("POST", ke, berkas, "application/octet-stream");
  const hasil = status < 300 ? skema.safeParse(badan).data : undefined;
  if (hasil) return hasil;
  throw galatBalasan(status, badan);
}

async function sebagaiTeks(dari: string): Promise<string> {
  const balasan = await fetch(dari, { credentials: "same-origin" }).catch(() => undefined);
  if (balasan?.ok) return balasan.text();
  throw galatBalasan(balasan?.status ?? 0, bacaJson((await balasan?.text()) ?? ""));
}

/** The reply's status and JSON, whatever the status; throws GalatApi where there is no reply. */
async function panggil(
  method: string,
  ke: string,
  body?: string | File,
  jenis = "application/json",
): Promise<{ readonly status: number; readonly badan: unknown }> {
  const balasan = await fetch(ke, {
    method,
    credentials: "same-origin",
    headers: { accept: "application/json", "content-type": jenis },
    ...(body === undefined ? {} : { body }),
  }).catch(() => undefined);
  if (!balasan) throw galatBalasan(0, undefined);
  return { status: balasan.status, badan: bacaJson(await balasan.text()) };
}
