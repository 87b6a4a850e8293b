/** The archive's routes: who may, what they answer. */
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { unzipSync } from "fflate";
import { simpanArsip } from "../../../src/arsip/index.js";
import { bahan } from "../arsip/bahan.js";
import { startUji } from "./kit.js";

let uji: Awaited<ReturnType<typeof startUji>>;
beforeAll(async () => {
  uji = await startUji();
  await simpanArsip(
    uji.db,
    bahan({ nomorSurat: "B/1/LPSE/2026", satker: "Pusdatin" }),
    new Date("2026-11-20T01:00:00Z"),
  );
  await simpanArsip(
    uji.db,
    bahan({ nomorSurat: "=1+1", simpanSampai: "2020-01-01" }),
    new Date("2026-11-21T01:00:00Z"),
  );
});
afterAll(() => uji.close());

const SEMUA = [
  "/api/arsip",
  "/api/arsip.csv",
  "/api/arsip/periksa",
  "/api/arsip/keadaan",
  "/api/arsip/usul-musnah",
  "/api/arsip/ekspor?dari=2026-01-01&sampai=2026-12-31",
];

describe("the archive", () => {
  test.each(SEMUA)("%s is for the LPSE's own staff", async (jalur) => {
    expect((await uji.orang("dewi").ambil(jalur)).status).toBe(403);
    expect((await uji.orang("tamu-tak-dikenal").ambil(jalur)).status).toBe(401);
    expect((await uji.orang("andi").ambil(jalur)).status).toBe(200);
  });

  test("is searched, and a copy is read with an audit row", async () => {
    const { body } = await uji.orang("andi").ambil("/api/arsip?cari=pusdatin");
    expect(body).toMatchObject({
      total: 1,
      entri: [{ nomorSurat: "B/1/LPSE/2026", orang: ["Siti Aminah", "Hendra Gunawan"] }],
    });
    const salinan = await uji.orang("andi").ambil(`/api/arsip/${body.entri[0].id}/isi`);
    expect(salinan.headers["content-type"]).toContain("application/pdf");
    expect((await uji.orang("dewi").ambil(`/api/arsip/${body.entri[0].id}/isi`)).status).toBe(403);
    const { rows } = await uji.db.execute(`select oleh from audit where tindakan = 'arsip.baca'`);
    expect(rows).toEqual([{ oleh: "andi" }]);
  });

  test.each(["/api/arsip/bukan-uuid/isi", "/api/arsip/00000000-0000-4000-8000-000000000000/isi"])(
    "%s is not there",
    async (jalur) => {
      expect((await uji.orang("andi").ambil(jalur)).status).toBe(404);
    },
  );

  test.each(["dari=kemarin", "halaman=0", "ukuran=9999", "sampai=2026-02-30"])(
    "refuses ?%s with a sentence",
    async (kueri) => {
      const { status, body } = await uji.orang("andi").ambil(`/api/arsip?${kueri}`);
      expect([status, body.kode]).toEqual([400, "ISIAN_TIDAK_SAH"]);
    },
  );

  test("leaves as a list in which nothing is a formula, and as a ZIP", async () => {
    const { text } = await uji.orang("andi").ambil("/api/arsip.csv");
    expect(text).toContain("Kode Klasifikasi");
    expect(text).not.toMatch(/(^|[,;"])=1\+1/m);
    const zip = await uji
      .orang("andi")
      .ambil("/api/arsip/ekspor?dari=2026-11-20&sampai=2026-11-20")
      .buffer(true)
      .parse((res, selesai) => {
        const bagian: Buffer[] = [];
        res.on("data", (satu: Buffer) => bagian.push(satu)).on("end", () => selesai(null, Buffer.concat(bagian)));
      });
    const isi = unzipSync(new Uint8Array(zip.body as Buffer));
    expect(
      Buffer.from(isi["rantai.jsonl"] ?? [])
        .toString()
        .trim()
        .split("\n"),
    ).toHaveLength(1);
  });

  test("shows an entry with its place in the chain, and remembers who verified all of it", async () => {
    const andi = uji.orang("andi");
    const { body } = await andi.ambil("/api/arsip?nomor=B%2F1%2FLPSE");
    const { id } = body.entri[0];
    expect((await andi.ambil(`/api/arsip/entri/${id}`)).body).toMatchObject({
      entri: { nomorSurat: "B/1/LPSE/2026", orang: ["Siti Aminah", "Hendra Gunawan"] },
      adaIsi: true,
      temuan: [],
    });
    expect((await uji.orang("dewi").ambil(`/api/arsip/entri/${id}`)).status).toBe(403);
    expect((await andi.ambil("/api/arsip/entri/00000000-0000-4000-8000-000000000000")).status).toBe(404);
    expect((await uji.orang("dewi").kirim("/api/arsip/periksa", {})).status).toBe(403);
    expect((await andi.kirim("/api/arsip/periksa", {})).status).toBe(202);
    await andi.ambil("/api/arsip/periksa");
    expect((await andi.ambil("/api/arsip/keadaan")).body).toMatchObject({
      entri: 2,
      sedangDiperiksa: null,
      pemeriksaan: { oleh: { id: "andi" }, entri: 2, jumlahTemuan: 0 },
    });
  });

  test("an export of a period that ends before it begins is refused", async () => {
    const { status, body } = await uji.orang("andi").ambil("/api/arsip/ekspor?dari=2026-11-21&sampai=2026-11-20");
    expect([status, body.galat]).toEqual([400, [{ jalur: "sampai", pesan: "Tanggal akhir mendahului tanggal awal." }]]);
  });

  test("is destroyed only by two people of the right units, and only after the retention period", async () => {
    const { body } = await uji.orang("andi").ambil("/api/arsip/usul-musnah");
    expect(body.calon).toEqual([expect.objectContaining({ urut: 2 })]);
    const usul = { entri: [2], alasan: "Masa simpan habis" };
    expect((await uji.orang("hendra").kirim("/api/arsip/usul-musnah", usul)).status).toBe(403);
    expect((await uji.orang("andi").kirim("/api/arsip/usul-musnah", { ...usul, entri: [1] })).status).toBe(409);
    expect((await uji.orang("andi").kirim("/api/arsip/usul-musnah", { entri: [], alasan: "x" })).status).toBe(400);
    const dibuat = await uji.orang("andi").kirim("/api/arsip/usul-musnah", usul);
    expect(dibuat.status).toBe(201);
    const putuskan = (siapa: string) =>
      uji.orang(siapa).kirim(`/api/arsip/usul-musnah/${dibuat.body.id}/putuskan`, { keputusan: "setuju" });
    expect((await putuskan("andi")).status).toBe(403);
    expect((await putuskan("hendra")).body).toEqual({ dimusnahkan: 1 });
    expect((await putuskan("hendra")).status).toBe(409);
    const { body: sesudah } = await uji.orang("andi").ambil("/api/arsip/periksa");
    expect(sesudah).toMatchObject({ entri: 3, temuan: [] });
  });
});
