/** What the gateway answers is what the modeler reads: its replies, on a fake engine, through the browser's own schemas. */
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import supertest from "supertest";
import type { z } from "zod";
import { drafUji, sayaUji, versiUji } from "../../../scripts/drive/modeler-replies.js";
import { BarisAudit, Katalog, Saya } from "../../../web-modeler/src/api/skema.js";
import { BarisDraf, Beda, Bentrok, Disimpan, Draf, Komentar, Temuan } from "../../../web-modeler/src/api/skema-draf.js";
import { Proses, Versi } from "../../../web-modeler/src/api/skema-versi.js";
import { startUji, type Uji } from "../../src/gateway/kit.js";
import { KUNCI, versiPalsu, XML } from "../../src/modeler/versi-palsu.js";

let uji: Uji;
let draf: { readonly id: string };
beforeAll(async () => {
  uji = await startUji({ engineModeler: versiPalsu().engine });
  draf = (await kirim("/draf", { kunci: KUNCI, judul: "Uji", dasar: null }).expect(201)).body;
});
afterAll(() => uji.close());

const ambil = async (jalur: string) => (await uji.orang("wahyu").ambil(`/api/modeler${jalur}`).expect(200)).body;
const kirim = (jalur: string, isi: object) => uji.orang("wahyu").kirim(`/api/modeler${jalur}`, isi);
const simpan = (revisi: number, xml: string) =>
  supertest(uji.app).put(`/api/modeler/draf/${draf.id}`).set({ cookie: "JSESSIONID=wahyu" }).send({ revisi, xml });
const terbaca = (skema: z.ZodType, isi: unknown) => expect(skema.safeParse(isi).error?.issues ?? []).toEqual([]);

test("who is asking, what a process may use, and what was done are read", async () => {
  terbaca(Saya, await ambil("/saya"));
  terbaca(Katalog, await ambil(`/topik?kunci=${KUNCI}`));
  terbaca(BarisAudit.array().min(1), (await ambil("/audit")).audit);
});

test("processes, versions and drafts are read", async () => {
  const { proses } = await ambil("/proses");
  terbaca(Proses.array().min(1), proses);
  terbaca(BarisDraf.array().min(1), proses[0].draf);
  terbaca(Versi.array().min(1), (await ambil(`/proses/${KUNCI}/versi`)).versi);
  terbaca(Komentar, (await kirim(`/draf/${draf.id}/komentar`, { elemen: null, teks: "Sudah dibaca" })).body);
  terbaca(Draf, await ambil(`/draf/${draf.id}`));
  terbaca(Beda, await ambil(`/draf/${draf.id}/beda`));
  terbaca(Temuan.array(), (await kirim(`/draf/${draf.id}/periksa`, {})).body.temuan);
});

test("a save is read, and so is the colleague's that was first", async () => {
  const lain = XML.replace("</bpmn:definitions>", "<!-- lain --></bpmn:definitions>");
  expect(lain).not.toBe(XML);
  terbaca(Disimpan, (await simpan(1, lain).expect(200)).body);
  terbaca(Bentrok, (await simpan(1, `${lain}\n`).expect(409)).body);
});

test("the API in memory of the browser tests speaks the same", () => {
  terbaca(Saya, sayaUji(true));
  terbaca(Draf, drafUji({ id: "d1", kunci: KUNCI, judul: "Uji", xml: XML }));
  terbaca(Versi, versiUji({ id: "v" }));
});
