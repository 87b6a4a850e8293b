/** Rights and conflicts on the way into force, over HTTP on a fake engine; the journey takes the same way on the real one. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import supertest from "supertest";
import { modelerUji, modelerVersi } from "../../../src/db/schema.js";
import { ganti } from "../../support/ganti.js";
import { startUji, type Uji } from "../gateway/kit.js";
import { FORMULIR, KUNCI, versiPalsu, XML } from "./versi-palsu.js";

let uji: Uji;
let palsu: ReturnType<typeof versiPalsu>;
const mesin = {
  engine: {
    call: (...a: Parameters<typeof palsu.engine.call>) => palsu.engine.call(...a),
    text: (p: string) => palsu.engine.text(p),
  },
};
beforeAll(async () => {
  uji = await startUji({
    engineModeler: mesin.engine as typeof palsu.engine,
    modeler: { empatMata: true, ujiWajib: true, ujiBatasMs: 5_000 },
  });
});
afterAll(() => uji.close());
beforeEach(() => {
  palsu = versiPalsu();
});

const kirim = (orang: string, jalur: string, isi: object = {}) => uji.orang(orang).kirim(`/api/modeler${jalur}`, isi);
const buat = async (orang = "wahyu") =>
  (await kirim(orang, "/draf", { kunci: KUNCI, judul: "Uji", dasar: null }).expect(201)).body;
const lulusUji = (draf: string, revisi: number) =>
  uji.db.insert(modelerUji).values({ draf, revisi, keadaan: "lulus", oleh: "wahyu", mulai: new Date() });
const disetujui = async (orang = "wahyu") => {
  const draf = await buat(orang);
  await lulusUji(draf.id, 1);
  await kirim(orang, `/draf/${draf.id}/ajukan`, { revisi: 1, catatan: "Alasan" }).expect(200);
  await kirim("sari", `/draf/${draf.id}/setujui`, { revisi: 1 }).expect(200);
  return draf;
};
const penerapan = { catatan: "Nota dinas 12", tag: "1.1" };

describe("submission", () => {
  test("needs a trial run of exactly this revision", async () => {
    const draf = await buat();
    expect((await kirim("wahyu", `/draf/${draf.id}/ajukan`, { revisi: 1, catatan: "x" }).expect(409)).body.kode).toBe(
      "DRAF_BELUM_SIAP",
    );
    await lulusUji(draf.id, 7);
    await kirim("wahyu", `/draf/${draf.id}/ajukan`, { revisi: 1, catatan: "x" }).expect(409);
  });

  test("refuses what the engine must not run, and shows the findings", async () => {
    const draf = await buat();
    const xml = ganti(XML, 'camunda:type="external" camunda:topic="surat-kirim"', 'camunda:type="shell"');
    await supertest(uji.app)
      .put(`/api/modeler/draf/${draf.id}`)
      .set({ cookie: "JSESSIONID=wahyu" })
      .send({ revisi: 1, xml })
      .expect(200);
    await lulusUji(draf.id, 2);
    const { body } = await kirim("wahyu", `/draf/${draf.id}/ajukan`, { revisi: 2, catatan: "x" }).expect(409);
    expect(body.temuan).toContainEqual(expect.objectContaining({ id: "surat-kirim", aturan: "hanya-yang-aman" }));
    expect((await kirim("wahyu", `/draf/${draf.id}/uji`).expect(409)).body.kode).toBe("DRAF_BELUM_SIAP");
  });

  test("a changed draft loses its approval", async () => {
    const draf = await disetujui();
    const xml = ganti(XML, 'name="Dikirim?"', 'name="Terkirim?"');
    const simpan = await supertest(uji.app)
      .put(`/api/modeler/draf/${draf.id}`)
      .set({ cookie: "JSESSIONID=wahyu" })
      .send({ revisi: 1, xml });
    expect(simpan.body).toMatchObject({ revisi: 2, keadaan: "disusun" });
    await kirim("wahyu", `/draf/${draf.id}/terapkan`, penerapan).expect(409);
  });
});

describe("approval", () => {
  test("is for approvers, and never for somebody who took part in the draft", async () => {
    const draf = await buat("wati");
    await lulusUji(draf.id, 1);
    await kirim("wati", `/draf/${draf.id}/ajukan`, { revisi: 1, catatan: "x" }).expect(200);
    for (const [orang, kode] of [
      ["wahyu", "BUKAN_PENYETUJU"],
      ["dewi", "BUKAN_PENYETUJU"],
      ["wati", "EMPAT_MATA"],
    ] as const)
      expect((await kirim(orang, `/draf/${draf.id}/setujui`).expect(403)).body.kode).toBe(kode);
    await kirim("sari", `/draf/${draf.id}/tolak`, { komentar: "" }).expect(400);
    expect((await kirim("sari", `/draf/${draf.id}/tolak`, { komentar: "Belum jelas" }).expect(200)).body.keadaan).toBe(
      "ditolak",
    );
    await kirim("sari", `/draf/${draf.id}/setujui`).expect(409);
  });

  test("holds for the revision that was read", async () => {
    const draf = await buat();
    await lulusUji(draf.id, 1);
    await kirim("wahyu", `/draf/${draf.id}/ajukan`, { revisi: 1, catatan: "x" }).expect(200);
    expect((await kirim("sari", `/draf/${draf.id}/setujui`, { revisi: 2 }).expect(409)).body.kode).toBe("DRAF_BERUBAH");
  });

  test("remarks are pinned to elements by owners and approvers only", async () => {
    const draf = await buat();
    await kirim("dewi", `/draf/${draf.id}/komentar`, { elemen: null, teks: "x" }).expect(403);
    await kirim("sari", `/draf/${draf.id}/komentar`, { elemen: "surat-kirim", teks: "Mengapa?" }).expect(201);
    expect((await uji.orang("dewi").ambil(`/api/modeler/draf/${draf.id}`)).body.komentar).toMatchObject([
      { elemen: "surat-kirim", teks: "Mengapa?", oleh: "sari" },
    ]);
  });
});

describe("deployment", () => {
  test("by a process owner after approval, with the forms of the version in force, its tag and its record", async () => {
    const draf = await disetujui();
    for (const orang of ["sari", "dewi"]) await kirim(orang, `/draf/${draf.id}/terapkan`, penerapan).expect(403);
    const { body } = await kirim("wahyu", `/draf/${draf.id}/terapkan`, penerapan).expect(201);
    expect(body).toEqual({ definitionId: `${KUNCI}:2:v2`, versi: 2 });
    expect(palsu.versi[1]).toMatchObject({
      sumber: "modeler",
      berkas: FORMULIR,
    });
    expect(palsu.versi[1]?.xml).toContain('versionTag="1.1"');
    expect((await uji.db.select().from(modelerVersi)).find((v) => v.draf === draf.id)).toMatchObject({
      ...penerapan,
      oleh: "wahyu",
      disetujuiOleh: "sari",
      dasar: `${KUNCI}:1:v1`,
    });
    await uji.db.delete(modelerVersi);
    await kirim("wahyu", `/draf/${draf.id}/terapkan`, penerapan).expect(409);
  });

  test("is refused when somebody else has deployed meanwhile; the draft can be set upon that version", async () => {
    const draf = await disetujui();
    palsu.pasang(XML, "modeler");
    const { body } = await kirim("wahyu", `/draf/${draf.id}/terapkan`, penerapan).expect(409);
    expect(body).toMatchObject({ kode: "VERSI_BERUBAH", berlaku: { versi: 2 } });
    const ulang = await kirim("wahyu", `/draf/${draf.id}/dasarkan-ulang`, { revisi: 1 }).expect(200);
    expect(ulang.body).toMatchObject({ dasar: `${KUNCI}:2:v2`, keadaan: "disusun", revisi: 2 });
  });

  test("of two approved drafts at once exactly one comes into force", async () => {
    const draf = [await disetujui(), await disetujui()];
    const balasan = await Promise.all(draf.map((d) => kirim("wahyu", `/draf/${d.id}/terapkan`, penerapan)));
    expect(balasan.map((b) => b.status).sort()).toEqual([201, 409]);
    expect(palsu.versi).toHaveLength(2);
    await uji.db.delete(modelerVersi);
  });
});

test("the way back makes a draft of the earlier version, based on the one in force", async () => {
  palsu.pasang(ganti(XML, 'waktu="60 menit"', 'waktu="90 menit"'), "modeler");
  await kirim("sari", "/kembalikan", { definitionId: `${KUNCI}:1:v1` }).expect(403);
  const { body } = await kirim("wahyu", "/kembalikan", { definitionId: `${KUNCI}:1:v1` }).expect(201);
  expect(body).toMatchObject({
    judul: "Kembali ke versi 1 (1.0)",
    dasar: `${KUNCI}:2:v2`,
    xml: XML,
    keadaan: "disusun",
  });
  await kirim("wahyu", "/kembalikan", { definitionId: `${KUNCI}:2:v2` }).expect(409);
});

test("the audit list tells every act with the person's name, to everybody signed in", async () => {
  const draf = await disetujui();
  const { body } = await uji.orang("dewi").ambil(`/api/modeler/audit?objek=${draf.id}`).expect(200);
  expect(body.audit.map((a: { tindakan: string; namaOleh: string }) => [a.tindakan, a.namaOleh])).toEqual([
    ["modeler.setuju", "Sari Handayani"],
    ["modeler.ajukan", "Wahyu Setiawan"],
    ["modeler.draf-buat", "Wahyu Setiawan"],
  ]);
  await uji.orang("tamu").ambil("/api/modeler/audit").expect(401);
});

test("the topics of the workers and the forms in force are told to the modeler", async () => {
  const { body } = await uji.orang("wahyu").ambil("/api/modeler/topik").expect(200);
  expect(body.topik.map((t: { topik: string }) => t.topik)).toContain("spse-reset-password");
  expect(body.formulir).toContain("perintah-reset");
});
