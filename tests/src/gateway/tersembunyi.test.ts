/** How long a refusal takes tells nothing: what is another Satker's costs the same questions as what never was. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import supertest from "supertest";
import type { Db } from "../../../src/db/open.js";
import { simpanDokumen } from "../../../src/dokumen/store.js";
import { createGateway } from "../../../src/gateway/app.js";
import { contohPdf } from "../../support/contoh.js";
import { API, startUji, type Uji } from "./kit.js";
import { type TugasPalsu, tambahInstans, tambahTugas } from "./mesin-palsu.js";

const NOMOR = "RP-2026-0700";
const satker = { type: "String", value: "satker-biro-keuangan" };

let uji: Uji;
let app: ReturnType<typeof createGateway>;
let kueri: string[] = [];
let tugas: TugasPalsu;
let lampau: TugasPalsu;
const dokumen: Record<string, string> = {};

/** The database with each call that reaches it written down. */
const dicatat = (db: Db): Db =>
  new Proxy(db, {
    get(asal, nama, penerima) {
      const nilai = Reflect.get(asal, nama, penerima);
      if (typeof nilai !== "function") return nilai;
      return (...isi: unknown[]) => {
        kueri.push(String(nama));
        return Reflect.apply(nilai, asal, isi);
      };
    },
  });

beforeAll(async () => {
  uji = await startUji();
  app = createGateway({ ...uji.deps, db: dicatat(uji.db) });
  const instans = tambahInstans(uji.mesin, NOMOR, { satker, nomorPermohonan: { type: "String", value: NOMOR } });
  tugas = tambahTugas(uji.mesin, instans, "kirim-permohonan", ["satker-biro-keuangan"]);
  lampau = tambahTugas(uji.mesin, instans, "kirim-permohonan", ["satker-biro-keuangan"]);
  uji.mesin.tugas.delete(lampau.id);
  uji.mesin.lampau.set(lampau.id, { ...lampau, sebab: "completed" });
  const simpan = async (jenis: "unggahan" | "draf-surat", nomorPermohonan?: string) => {
    const isi = contohPdf(randomUUID());
    return (await simpanDokumen(uji.db, { jenis, nama: "a.pdf", isi, pemilik: "dewi", nomorPermohonan })).id;
  };
  dokumen.terikat = await simpan("unggahan", NOMOR);
  dokumen.lepas = await simpan("unggahan");
  dokumen.draf = await simpan("draf-surat", NOMOR);
});
afterAll(() => uji.close());

/** What rudi is answered, and what of engine and database it took; ids and numbers are made the same. */
async function jejak(method: "get" | "post", jalur: string, id: string, badan: object) {
  kueri = [];
  uji.mesin.semua.length = 0;
  const kepala = { cookie: "JSESSIONID=rudi; XSRF-TOKEN=token", "x-xsrf-token": "token" };
  const minta = supertest(app)[method](jalur.replace("ID", id)).set(kepala);
  const { status, text } = await (method === "post" ? minta.send(badan) : minta);
  const samakan = (teks: string) => teks.replaceAll(id, "ID");
  return { status, text: samakan(text), mesin: uji.mesin.semua.map(samakan).toSorted(), kueri };
}

const diri = { alasan: "Ingin tahu saja", userId: "rudi", variables: { jawaban: { value: "{}" } } };

type Pertanyaan = [method: "get" | "post", jalur: string, ada: () => string | undefined, tiada: () => string];
const pertanyaan: Pertanyaan[] = [
  ["get", "/api/permohonan/ID", () => NOMOR, () => "RP-2026-0799"],
  ["post", "/api/permohonan/ID/tarik", () => NOMOR, () => "RP-2026-0799"],
  ["get", "/api/dokumen/ID", () => dokumen.terikat, randomUUID],
  ["get", "/api/dokumen/ID", () => dokumen.lepas, randomUUID],
  ["get", "/api/dokumen/ID", () => dokumen.draf, randomUUID],
  ["get", "/api/tugas/ID", () => tugas.id, randomUUID],
  ["get", "/api/tugas/ID", () => lampau.id, randomUUID],
  ["post", "/api/tugas/ID/kredensial", () => tugas.id, randomUUID],
  ["get", "/api/tugas/ID/tanda-tangan", () => tugas.id, randomUUID],
  ["get", `${API}/task/ID`, () => tugas.id, randomUUID],
  ["get", `${API}/task/ID/form-variables`, () => tugas.id, randomUUID],
  ["post", `${API}/task/ID/comment/create`, () => tugas.id, randomUUID],
  ["post", `${API}/task/ID/claim`, () => tugas.id, randomUUID],
  ["post", `${API}/task/ID/submit-form`, () => tugas.id, randomUUID],
  ["post", `${API}/task/ID/complete`, () => lampau.id, randomUUID],
];

test.each(pertanyaan)(
  "%s %s asks engine and database the same, and answers the same",
  async (method, jalur, ada, tiada) => {
    await jejak("get", "/api/saya", "-", {});
    const lain = await jejak(method, jalur, ada() ?? "", diri);
    const kosong = await jejak(method, jalur, tiada(), diri);
    expect(lain).toEqual(kosong);
    expect([403, 404]).toContain(lain.status);
    expect(lain.mesin.length).toBeGreaterThan(0);
  },
);

test("the same questions find what is one's own", async () => {
  const dewi = uji.orang("dewi");
  await dewi.ambil(`/api/permohonan/${NOMOR}`).expect(200);
  await dewi.ambil(`/api/dokumen/${dokumen.terikat}`).expect(200);
  await dewi.ambil(`${API}/task/${tugas.id}`).expect(200);
});
