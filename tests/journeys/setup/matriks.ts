/** What the authorization matrix is asked about in the running system, and everybody who asks. */
import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Pengguna } from "../../../scripts/drive/pengguna.js";
import { type Baris, type CONTOH, jalurDari, PERAN, type Peran } from "../../../scripts/matriks/peran.js";
import { tunggu } from "../../../scripts/tunggu.js";
import { ajukan, kerjakan, kirim, type Permohonan, sampaiVerifikasi, sebagai, tugasDi } from "./lakon.js";
import { hapusPermohonan } from "./mesin.js";
import { akunAsing, akunDiSpse } from "./simulator.js";
import { adminEngine, testSystem } from "./system.js";

const MESIN = "/camunda/api/engine/engine/default";
const Id = z.object({ id: z.string() });
const Definisi = Id.extend({ deploymentId: z.string() });

/** Sends one request as somebody; answers its status. */
export type Kirim = (method: string, jalur: string, badan: unknown) => Promise<number>;

const ORANG = {
  satker: "dewi",
  satkerLain: "rudi",
  kepalaUkpbj: "hendra",
  kepalaLpse: "ratna",
  tim: "andi",
  pemilik: "wahyu",
  penyetuju: "sari",
} as const;

/** Headers of a session of its own at the gateway, as the web apps open one. */
export async function bukaSesi(orang: string, kataSandi: string): Promise<Record<string, string>> {
  const dasar = `${testSystem().addresses.gateway}/camunda`;
  const kuki = new Map<string, string>();
  const kepala = () => ({
    cookie: [...kuki].map(([nama, nilai]) => `${nama}=${nilai}`).join("; "),
    "x-xsrf-token": kuki.get("XSRF-TOKEN") ?? "",
  });
  const minta = async (jalur: string, lain: RequestInit = {}) => {
    const balasan = await fetch(dasar + jalur, { ...lain, headers: kepala() });
    for (const satu of balasan.headers.getSetCookie()) {
      const [pasangan = ""] = satu.split(";");
      kuki.set(pasangan.slice(0, pasangan.indexOf("=")), pasangan.slice(pasangan.indexOf("=") + 1));
    }
    return balasan.status;
  };
  const halaman = "/app/tasklist/default/";
  const body = new URLSearchParams({ username: orang, password: kataSandi });
  await minta(halaman);
  const status = await minta("/api/admin/auth/user/default/login/tasklist", { method: "POST", body });
  if (status !== 200) throw new Error(`${orang} could not sign in: ${status}`);
  await minta(halaman);
  return kepala();
}

/** One request with these headers; the body as JSON, or as a form where it is one. */
export function minta(kepala: Record<string, string>, method: string, jalur: string, badan: unknown) {
  const formulir = badan instanceof URLSearchParams;
  const isi = badan === undefined ? {} : { body: formulir ? badan : JSON.stringify(badan) };
  const jenis = formulir ? {} : { "content-type": "application/json" };
  const headers = { ...kepala, ...jenis };
  return fetch(testSystem().addresses.gateway + jalur, { method, headers, redirect: "manual", ...isi });
}

const dengan =
  (kepala: Record<string, string>): Kirim =>
  async (method, jalur, badan) => {
    const balasan = await minta(kepala, method, jalur, badan);
    await balasan.arrayBuffer();
    return balasan.status;
  };

/** Everybody of the matrix, signed in once each. */
export async function parPeran(): Promise<Readonly<Record<Peran, Kirim>>> {
  const { secrets } = testSystem();
  const worker = Buffer.from(`layanan-workers:${secrets.WORKERS_ENGINE_PASSWORD}`).toString("base64");
  const satu = async (peran: Peran): Promise<Kirim> => {
    if (peran === "anonim") return dengan({});
    if (peran === "worker") return dengan({ authorization: `Basic ${worker}` });
    if (peran === "admin") return dengan(await bukaSesi("admin", secrets.ENGINE_ADMIN_PASSWORD));
    return dengan(await bukaSesi(ORANG[peran], secrets.DEMO_PASSWORD));
  };
  const semua = await Promise.all(PERAN.map(async (peran) => [peran, await satu(peran)] as const));
  return Object.fromEntries(semua) as Record<Peran, Kirim>;
}

/** The things that rows name, and how they are put away again. */
export interface Contoh {
  readonly nilai: Readonly<Record<keyof typeof CONTOH, string>>;
  readonly permohonan: Permohonan;
  readonly langkahSatu: Permohonan;
  bersihkan(): Promise<void>;
}

/** A request of the same unit that waits to be signed. */
async function sampaiTandaTangan(): Promise<Permohonan & { readonly tugas: string }> {
  const permohonan = await sampaiVerifikasi("dewi", await akunDiSpse(1));
  await kerjakan("ratna", permohonan, "koreksi-draf", { keputusanKoreksi: "setuju" });
  const { id: tugas } = await tugasDi("hendra", permohonan, "tanda-tangan-surat");
  return { ...permohonan, tugas };
}

/** Makes them: requests of dewi's unit in steps 1, 2 and 9, and a draft in the modeler. */
export async function siapkanContoh(): Promise<Contoh> {
  const [dewi, wahyu, akun] = [await sebagai("dewi"), await sebagai("wahyu"), [akunAsing()]];
  const [permohonan, langkahSatu, ditandai] = await Promise.all([
    ajukan("dewi", akun),
    ajukan("dewi", akun),
    sampaiTandaTangan(),
  ]);
  await kirim("dewi", permohonan, akun);
  const tanya = async <T>(orang: Pengguna, jalur: string, skema: z.ZodType<T>) =>
    skema.parse((await orang.panggil("GET", jalur)).isi);
  const draf = await wahyu.panggil("POST", "/api/modeler/draf", { kunci: "reset-password-spse", judul: "Uji matriks" });
  const { id: idDraf } = Id.parse(draf.isi);
  const Status = z.object({ suratPermohonan: Id });
  const Langkah = z.object({ langkah: z.array(Id) });
  const [tugas, tugasSatker, status, definisi, [filter], langkah] = await Promise.all([
    tugasDi("hendra", permohonan, "disposisi-permohonan"),
    tugasDi("dewi", langkahSatu, "kirim-permohonan"),
    tanya(dewi, `/api/permohonan/${permohonan.nomor}`, Status),
    tanya(dewi, `${MESIN}/process-definition/key/reset-password-spse`, Definisi),
    tanya(dewi, `${MESIN}/filter?maxResults=9`, z.array(Id)),
    tunggu("the open step in the SLA lists", async () => {
      const isi = await tanya(dewi, `/api/sla/langkah?cari=${permohonan.nomor}&nomor=2`, Langkah);
      return isi.langkah[0];
    }),
  ]);
  await (await sebagai("hendra")).klaim(tugas.id);
  const daftar = `/deployment/${definisi.deploymentId}/resources`;
  const [berkas] = await adminEngine().call("GET", daftar, { schema: z.array(Id) });
  return {
    permohonan,
    langkahSatu,
    nilai: {
      "{nomor}": permohonan.nomor,
      "{nomorLangkahSatu}": langkahSatu.nomor,
      "{instans}": permohonan.instans,
      "{tugas}": tugas.id,
      "{tugasSatker}": tugasSatker.id,
      "{tugasTandaTangan}": ditandai.tugas,
      "{langkah}": langkah.id,
      "{dokumen}": status.suratPermohonan.id,
      "{draf}": idDraf,
      "{definisi}": definisi.id,
      "{deployment}": definisi.deploymentId,
      "{berkas}": berkas?.id ?? "",
      "{filter}": filter?.id ?? "",
      "{tiada}": randomUUID(),
    },
    async bersihkan() {
      await wahyu.panggil("DELETE", `/api/modeler/draf/${idDraf}`);
      for (const satu of [permohonan, langkahSatu, ditandai]) await hapusPermohonan(satu);
    },
  };
}

/** The engine refuses lists without a limit, whoever asks. */
const berbatas = (jalur: string): string =>
  !/^\/camunda\/api\/(engine\/engine\/default|cockpit\/plugin)\//.test(jalur) || jalur.includes("maxResults")
    ? jalur
    : `${jalur}${jalur.includes("?") ? "&" : "?"}maxResults=9`;

/** The requests of a row, with what is named in it filled in. */
export const permintaan = (baris: Baris, nilai: Contoh["nilai"]) =>
  jalurDari(baris).map((jalur) => ({
    method: baris.rute.slice(0, baris.rute.indexOf(" ")),
    jalur: berbatas(jalur.replace(/\{\w+\}/g, (nama) => encodeURIComponent(nilai[nama as keyof typeof CONTOH]))),
    badan: baris.badan,
  }));
