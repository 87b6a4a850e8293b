/** Processes that were never deployed: whose key they may have, who may make them, what comes into force with them. */
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import supertest from "supertest";
import { audit, modelerUji } from "../../../src/db/schema.js";
import { grupDiagram } from "../../../src/modeler/pelaksana.js";
import { bacaXmlAman } from "../../../src/modeler/xml-aman.js";
import { imporSop } from "../../../src/sop/impor/index.js";
import { ganti } from "../../support/ganti.js";
import { startUji, type Uji } from "../gateway/kit.js";
import { KUNCI, versiPalsu, XML } from "./versi-palsu.js";

const TABEL = readFileSync("tests/fixtures/sop/peminjaman-ruang-rapat.txt");
const { xml: SOP, kunci: BARU } = imporSop(TABEL);

let uji: Uji;
let palsu: ReturnType<typeof versiPalsu>;
beforeAll(async () => {
  palsu = versiPalsu();
  const engineModeler = {
    call: (...a: Parameters<typeof palsu.engine.call>) => palsu.engine.call(...a),
    text: (p: string) => palsu.engine.text(p),
  } as typeof palsu.engine;
  uji = await startUji({ engineModeler, modeler: { empatMata: true, ujiWajib: true, ujiBatasMs: 5_000 } });
});
afterAll(() => uji.close());
beforeEach(() => {
  palsu = versiPalsu();
});

const kirim = (orang: string, jalur: string, isi: object = {}) => uji.orang(orang).kirim(`/api/modeler${jalur}`, isi);
const unggah = (orang: string, isi: Buffer) =>
  supertest(uji.app)
    .post("/api/modeler/draf/dari-sop?nama=ruang.txt")
    .set({ cookie: `JSESSIONID=${orang}`, "content-type": "application/octet-stream" })
    .send(isi);

describe("a diagram of a process that is not in force", () => {
  test("becomes a draft of its own key, without a version it is based on", async () => {
    const { body } = await kirim("wahyu", "/draf", { judul: "Ruang rapat", xml: SOP }).expect(201);
    expect(body).toMatchObject({ kunci: BARU, dasar: null, revisi: 1, xml: SOP });
    const { body: semua } = await uji.orang("dewi").ambil("/api/modeler/proses").expect(200);
    expect(semua.proses.map((p: { kunci: string; berlaku: unknown }) => [p.kunci, p.berlaku === null])).toEqual([
      [KUNCI, false],
      [BARU, true],
    ]);
    expect((await uji.orang("dewi").ambil(`/api/modeler/proses/${BARU}/versi`).expect(200)).body).toEqual({
      versi: [],
    });
    const beda = (await uji.orang("dewi").ambil(`/api/modeler/draf/${body.id}/beda`).expect(200)).body;
    expect(beda.terhadap).toBeNull();
    expect(beda.perubahan.map((p: { jenis: string; elemen: string }) => [p.jenis, p.elemen])).toContainEqual([
      "tambah",
      "langkah-5",
    ]);
    await kirim("wahyu", `/draf/${body.id}/periksa`).expect(200, { revisi: 1, temuan: [] });
  });

  test("is drawn from an SOP's table, for process owners only; another file is refused with a sentence", async () => {
    const { body } = await unggah("wahyu", TABEL).expect(201);
    expect(body).toMatchObject({
      kunci: BARU,
      judul: "SOP Peminjaman Ruang Rapat",
      pertanyaan: [/./].map(() => expect.any(String)),
    });
    expect((await unggah("dewi", TABEL).expect(403)).body.kode).toBe("BUKAN_PEMILIK_PROSES");
    expect((await unggah("wahyu", Buffer.from("halo")).expect(400)).body.detail).toMatch(/./);
  });

  test("whose only process is not to be run yet is made executable", async () => {
    const { body } = await kirim("wahyu", "/draf", {
      judul: "x",
      xml: ganti(SOP, 'isExecutable="true"', 'isExecutable="false"'),
    }).expect(201);
    expect(body.xml).toContain('isExecutable="true"');
  });

  test.each([
    ["uji-coba", "uji coba"],
    ["x", "Id proses"],
    ["a.b", "Id proses"],
    ["milik-lain", "sudah dipakai"],
  ])("with the key %s is refused", async (kunci, kata) => {
    const { body } = await kirim("wahyu", "/draf", {
      judul: "x",
      xml: SOP.replaceAll(`"${BARU}"`, `"${kunci}"`),
    }).expect(400);
    expect(body).toMatchObject({ kode: "DIAGRAM_TIDAK_SAH", detail: expect.stringContaining(kata) });
  });

  test("may use no topic: only the process of this product has its answers checked", async () => {
    const xml = XML.replaceAll(`"${KUNCI}"`, '"salinan"');
    const { body } = await kirim("wahyu", "/draf", { judul: "x", xml }).expect(201);
    const { temuan } = (await kirim("wahyu", `/draf/${body.id}/periksa`).expect(200)).body;
    expect(temuan).toContainEqual(
      expect.objectContaining({ id: "spse-reset-password", aturan: "sop/topik-dikenal", tingkat: "galat" }),
    );
  });
});

test("comes into force after approval, its groups' rights first", async () => {
  const draf = (await kirim("wahyu", "/draf", { judul: "Ruang rapat", xml: SOP }).expect(201)).body;
  await uji.db
    .insert(modelerUji)
    .values({ draf: draf.id, revisi: 1, keadaan: "lulus", oleh: "wahyu", mulai: new Date() });
  await kirim("wahyu", `/draf/${draf.id}/ajukan`, { revisi: 1, catatan: "SOP baru" }).expect(200);
  await kirim("sari", `/draf/${draf.id}/setujui`, { revisi: 1 }).expect(200);
  const { body } = await kirim("wahyu", `/draf/${draf.id}/terapkan`, { catatan: "Nota dinas 7", tag: "1.0" }).expect(
    201,
  );
  expect(body).toEqual({ definitionId: `${BARU}:1:v1`, versi: 1 });
  expect(palsu.versi[1]).toMatchObject({ key: BARU, berkas: [], sumber: "modeler" });
  const start = palsu.hak.filter((h) => JSON.stringify(h).includes("CREATE_INSTANCE"));
  expect(start).toMatchObject([{ groupId: "pegawai", resourceId: BARU }]);
  // Two drafts of one new key: the second is based on nothing that holds any more.
  const lagi = (await kirim("wahyu", "/draf", { judul: "Lagi", xml: SOP }).expect(201)).body;
  expect(lagi.dasar).toBe(`${BARU}:1:v1`);
});

test("groups of staff are told to those who give lanes to them, units that ask are none", async () => {
  const grup = async (orang: string) =>
    (await uji.orang(orang).ambil(`/api/modeler/topik?kunci=${BARU}`).expect(200)).body.grup.map(
      (g: { id: string }) => g.id,
    );
  expect(await grup("wahyu")).toContain("kepala-ukpbj");
  expect((await grup("wahyu")).filter((id: string) => id.startsWith("satker-"))).toEqual([]);
  expect(await grup("dewi")).toEqual([]);
});

test("a lane within a lane may have a group of its own, and begin the process", async () => {
  const dalam = `<bpmn:childLaneSet id="anak"><bpmn:lane id="lajur-1a" name="Loket"><bpmn:extensionElements><sop:pelaksana grup="loket" /></bpmn:extensionElements><bpmn:flowNodeRef>mulai</bpmn:flowNodeRef></bpmn:lane></bpmn:childLaneSet>`;
  const xml = ganti(SOP, /(<bpmn:lane id="lajur-1"[\s\S]*?)(<\/bpmn:lane>)/, `$1${dalam}$2`);
  const grup = grupDiagram(await bacaXmlAman(xml));
  expect(grup.find((g) => g.id === "loket")).toEqual({ id: "loket", lajur: ["Loket"], memulai: true });
});

test("a lane's group that is not there is told, and only an administrator may make one", async () => {
  const draf = (await kirim("wahyu", "/draf", { judul: "Ruang rapat", xml: SOP }).expect(201)).body;
  const { body } = await uji.orang("sari").ambil(`/api/modeler/draf/${draf.id}/pelaksana`).expect(200);
  expect(body.grup).toMatchObject([
    { id: "pegawai", lajur: ["Pegawai"], memulai: true, ada: false },
    { id: "kepala-bagian-umum", memulai: false, ada: false },
    { id: "petugas-ruang-rapat", memulai: false, ada: false },
  ]);
  await kirim("wahyu", "/grup", { id: "pegawai", nama: "Pegawai" }).expect(403);
  expect((await uji.db.select().from(audit)).filter((a) => a.tindakan === "modeler.grup")).toEqual([]);
});
