import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { DaftarPermohonan, Permohonan } from "../../../src/web/api/skema.js";
import { json, startUji, type Uji } from "./kit.js";
import { tambahTugas } from "./mesin-palsu.js";
import { kosongkan, milikKeuangan, suratDasar } from "./permohonan/kit.js";

let uji: Uji;
beforeAll(async () => {
  uji = await startUji();
});
afterAll(() => uji.close());
beforeEach(() => kosongkan(uji.mesin));

describe("the status of a request", () => {
  test("has the eleven steps, and the shape that the pages read", async () => {
    const instans = milikKeuangan(uji.mesin, "RP-2026-0101");
    uji.mesin.kejadian.push({
      instans: instans.id,
      activityId: "kirim-permohonan",
      startTime: "2026-11-23T09:00:00.000+0700",
      endTime: null,
    });
    const { body } = await uji.orang("dewi").ambil("/api/permohonan/RP-2026-0101").expect(200);
    expect(Permohonan.parse(body)).toMatchObject({
      nomor: "RP-2026-0101",
      keadaan: "berjalan",
      pemohon: { id: "dewi", nama: "Dewi Lestari" },
      bolehDitarik: false,
    });
    expect(body.langkah).toHaveLength(11);
    expect(body.langkah[0]).toMatchObject({ nomor: 1, keadaan: "berjalan", mulai: "2026-11-23T02:00:00.000Z" });
  });

  test("is the same 404 for another Satker's request as for one that never was", async () => {
    milikKeuangan(uji.mesin, "RP-2026-0102");
    const rudi = uji.orang("rudi");
    const lain = await rudi.ambil("/api/permohonan/RP-2026-0102").expect(404);
    const takAda = await rudi.ambil("/api/permohonan/RP-2026-0999").expect(404);
    expect({ ...lain.body, detail: "" }).toEqual({ ...takAda.body, detail: "" });
    await rudi.ambil("/api/permohonan/apa-saja").expect(404);
  });

  test("is there for internal staff, drafts of the reply for them alone", async () => {
    const instans = milikKeuangan(uji.mesin, "RP-2026-0103");
    instans.variabel.drafSurat = json(suratDasar);
    const drafBagi = async (id: string) =>
      (await uji.orang(id).ambil("/api/permohonan/RP-2026-0103").expect(200)).body.drafSurat;
    expect(await drafBagi("andi")).toEqual(suratDasar);
    expect(await drafBagi("wahyu")).toEqual(suratDasar);
    expect(await drafBagi("dewi")).toBeNull();
  });
});

describe("the list of requests", () => {
  test("asks for the person's own Satker only, has pages, and the shape that the pages read", async () => {
    const instans = milikKeuangan(uji.mesin, "RP-2026-0111");
    tambahTugas(uji.mesin, instans, "disposisi-permohonan", ["kepala-ukpbj"]);
    const { body } = await uji.orang("dewi").ambil("/api/permohonan?halaman=2&ukuran=5").expect(200);
    expect(uji.mesin.panggilan[0]?.isi).toMatchObject({
      orQueries: [{ variables: [{ name: "satker", operator: "eq", value: "satker-biro-keuangan" }] }],
      firstResult: "5",
      maxResults: "5",
    });
    expect(DaftarPermohonan.parse(body).permohonan).toMatchObject([
      {
        nomor: "RP-2026-0111",
        jumlahAkun: 1,
        menunggu: [{ nomor: 2, nama: "Nama disposisi-permohonan", lewatTenggat: false }],
      },
    ]);
  });

  test("shows internal staff everything, and nobody without a Satker anything", async () => {
    await uji.orang("wahyu").ambil("/api/permohonan").expect(200);
    expect(uji.mesin.panggilan[0]?.isi).not.toHaveProperty("orQueries");
    uji.mesin.orang.set("tamu", { nama: "Tamu", grup: [] });
    expect((await uji.orang("tamu").ambil("/api/permohonan").expect(403)).body.kode).toBe("TANPA_SATKER");
  });

  test("refuses pages that are none", async () => {
    await uji.orang("dewi").ambil("/api/permohonan?halaman=0").expect(400);
    await uji.orang("dewi").ambil("/api/permohonan?ukuran=101").expect(400);
  });
});
