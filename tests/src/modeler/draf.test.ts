import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import supertest from "supertest";
import { audit } from "../../../src/db/schema.js";
import { ganti } from "../../support/ganti.js";
import { startUji, type Uji } from "../gateway/kit.js";
import { KUNCI, versiPalsu, XML } from "./versi-palsu.js";

let uji: Uji;
const palsu = versiPalsu();
beforeAll(async () => {
  uji = await startUji({ engineModeler: palsu.engine });
});
afterAll(() => uji.close());

const xml45 = ganti(XML, /(nomor="4".*?)waktu="30 menit"/, '$1waktu="45 menit"');
const simpan = (orang: string, id: string, isi: object) =>
  supertest(uji.app)
    .put(`/api/modeler/draf/${id}`)
    .set({ cookie: `JSESSIONID=${orang}` })
    .send(isi);
const buat = async (orang = "wahyu") =>
  (await uji.orang(orang).kirim("/api/modeler/draf", { kunci: KUNCI, judul: "Uji", dasar: null }).expect(201)).body;

describe("reading", () => {
  test("everybody signed in sees processes, versions, diagrams and drafts; nobody else does", async () => {
    const draf = await buat();
    const jalur = [
      "/proses",
      `/proses/${KUNCI}/versi`,
      "/draf",
      `/draf/${draf.id}`,
      `/draf/${draf.id}/beda`,
      `/versi/${draf.dasar}/xml`,
    ];
    for (const j of jalur) {
      await uji.orang("dewi").ambil(`/api/modeler${j}`).expect(200);
      await uji.orang("tamu").ambil(`/api/modeler${j}`).expect(401);
    }
  });

  test("a process tells its version in force and its open drafts", async () => {
    const { body } = await uji.orang("dewi").ambil("/api/modeler/proses").expect(200);
    expect(body.proses).toMatchObject([
      {
        kunci: KUNCI,
        nama: "Reset Password Akun SPSE",
        berlaku: { versi: 1, tag: "1.0", oleh: null, diterapkan: "2026-11-23T02:00:00.000Z" },
      },
    ]);
    expect(body.proses[0].draf[0]).toMatchObject({ judul: "Uji", oleh: "wahyu", keadaan: "disusun" });
  });

  test("what is not there is told so", async () => {
    await uji.orang("dewi").ambil("/api/modeler/draf/bukan-id").expect(404);
    await uji.orang("dewi").ambil("/api/modeler/draf/5b2f4a3e-7d0f-4b1c-9e43-3f7c0f6f0000").expect(404);
    await uji.orang("dewi").ambil("/api/modeler/versi/tidak:1:ada/xml").expect(404);
    await uji.orang("dewi").ambil("/api/modeler/proses/tidak-ada/versi").expect(404);
  });
});

describe("writing", () => {
  test("is for process owners only", async () => {
    const draf = await buat();
    for (const orang of ["dewi", "andi", "sari"]) {
      const baru = await uji.orang(orang).kirim("/api/modeler/draf", { kunci: KUNCI, judul: "x" });
      const ubah = await simpan(orang, draf.id, { revisi: 1, xml: xml45 });
      const hapus = await supertest(uji.app)
        .delete(`/api/modeler/draf/${draf.id}`)
        .set({ cookie: `JSESSIONID=${orang}` });
      expect([orang, baru.status, ubah.status, hapus.status]).toEqual([orang, 403, 403, 403]);
      expect(baru.body.kode).toBe("BUKAN_PEMILIK_PROSES");
    }
  });

  test("a draft begins with the version in force, and each save makes the next revision", async () => {
    const draf = await buat();
    expect(draf).toMatchObject({ revisi: 1, dasar: `${KUNCI}:1:v1`, xml: XML, keadaan: "disusun", uji: null });
    expect((await simpan("wahyu", draf.id, { revisi: 1, xml: xml45 }).expect(200)).body).toMatchObject({ revisi: 2 });
    expect((await simpan("wahyu", draf.id, { revisi: 2, xml: xml45 }).expect(200)).body).toMatchObject({ revisi: 2 });
  });

  test("a save on top of a colleague's is refused and brings theirs along", async () => {
    const draf = await buat();
    await simpan("wati", draf.id, { revisi: 1, xml: xml45 }).expect(200);
    const xmlLain = ganti(XML, 'name="Dikirim?"', 'name="Terkirim?"');
    const { body } = await simpan("wahyu", draf.id, { revisi: 1, xml: xmlLain }).expect(409);
    expect(body).toMatchObject({ kode: "DRAF_BERUBAH", revisi: 2, diubahOleh: "wati", xml: xml45 });
    expect((await uji.orang("dewi").ambil(`/api/modeler/draf/${draf.id}`)).body.xml).toBe(xml45);
  });

  test("of two saves at once exactly one wins", async () => {
    const draf = await buat();
    const balasan = await Promise.all(
      ["a", "b", "c", "d"].map((n) =>
        simpan("wahyu", draf.id, { revisi: 1, xml: ganti(XML, 'name="Dikirim?"', `name="${n}"`) }),
      ),
    );
    expect(balasan.map((b) => b.status).sort()).toEqual([200, 409, 409, 409]);
  });

  test("hostile or foreign XML is refused with a sentence, and nothing is stored", async () => {
    const draf = await buat();
    const jahat = [
      ['<!DOCTYPE x [<!ENTITY a "b">]><x/>', 400],
      [ganti(XML, 'name="Dikirim?"', 'name="&lt;script&gt;"'), 400],
      [XML.replaceAll('id="reset-password-spse"', 'id="lain"').replaceAll('"reset-password-spse"', '"lain"'), 400],
      ["a".repeat(6_000_000), 413],
      ["a".repeat(20_000_000), 413],
    ] as const;
    for (const [xml, status] of jahat) {
      const { body } = await simpan("wahyu", draf.id, { revisi: 1, xml }).expect(status);
      expect(body.kode).toMatch(/^DIAGRAM_/);
    }
    expect((await uji.orang("dewi").ambil(`/api/modeler/draf/${draf.id}`)).body.revisi).toBe(1);
  });

  test("a deleted draft is gone", async () => {
    const draf = await buat();
    await supertest(uji.app).delete(`/api/modeler/draf/${draf.id}`).set({ cookie: "JSESSIONID=wahyu" }).expect(204);
    await uji.orang("wahyu").ambil(`/api/modeler/draf/${draf.id}`).expect(404);
  });

  test("making, taking over and deleting drafts leave lines in the audit", async () => {
    const draf = await buat();
    await simpan("wati", draf.id, { revisi: 1, xml: xml45 });
    await simpan("wati", draf.id, { revisi: 2, xml: XML });
    await supertest(uji.app).delete(`/api/modeler/draf/${draf.id}`).set({ cookie: "JSESSIONID=wahyu" });
    const baris = (await uji.db.select().from(audit)).filter((a) => a.objek === draf.id);
    expect(baris.map((a) => [a.oleh, a.tindakan])).toEqual([
      ["wahyu", "modeler.draf-buat"],
      ["wati", "modeler.draf-ubah"],
      ["wahyu", "modeler.draf-hapus"],
    ]);
  });
});

test("the difference to the version in force is told in words", async () => {
  const draf = await buat();
  await simpan("wahyu", draf.id, { revisi: 1, xml: xml45 });
  const { body } = await uji.orang("sari").ambil(`/api/modeler/draf/${draf.id}/beda`).expect(200);
  expect(body).toMatchObject({
    terhadap: `${KUNCI}:1:v1`,
    perubahan: [
      {
        jenis: "ubah",
        elemen: "verifikasi-permohonan",
        rincian: [{ sifat: "Waktu", lama: "30 menit", baru: "45 menit" }],
      },
    ],
  });
});
