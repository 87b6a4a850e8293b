import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { eq } from "drizzle-orm";
import { audit } from "../../../src/db/schema.js";
import { simpanDokumen } from "../../../src/dokumen/store.js";
import { contohPdf } from "../../support/contoh.js";
import { BATAS_UNGGAH, startUji, type Uji } from "./kit.js";
import { tambahInstans } from "./mesin-palsu.js";

let uji: Uji;
beforeAll(async () => {
  uji = await startUji();
  tambahInstans(uji.mesin, "RP-2026-0001", { satker: { type: "String", value: "satker-biro-keuangan" } });
});
afterAll(() => uji.close());

const catatan = async (objek: string) =>
  (await uji.db.select().from(audit).where(eq(audit.objek, objek))).map((b) => [b.oleh, b.tindakan]);

describe("an upload", () => {
  test("is stored with size and SHA-256, and leaves an audit row", async () => {
    const isi = contohPdf("satu");
    const { body } = await uji.orang("dewi").unggah(isi, "surat permohonan é.pdf").expect(201);
    expect(body).toEqual({
      id: expect.any(String),
      nama: "surat permohonan é.pdf",
      ukuran: isi.length,
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(await catatan(body.id)).toEqual([["dewi", "dokumen.unggah"]]);
  });

  test("keeps of its name what a name may hold", async () => {
    const { body } = await uji.orang("dewi").unggah(contohPdf(), "C:\\Surat\\..\\su\u0007rat.pdf").expect(201);
    expect(body.nama).toBe("surat.pdf");
  });

  test.each([
    ["not a PDF, whatever its name says", Buffer.from("halo"), "BUKAN_PDF", /bukan PDF/],
    ["empty", Buffer.alloc(0), "BERKAS_KOSONG", /kosong/],
    ["cut short", contohPdf("x").subarray(0, 150), "PDF_RUSAK", /rusak atau terpotong/],
    ["locked", contohPdf("x", "/Encrypt 5 0 R"), "PDF_TERKUNCI", /terkunci kata sandi/],
  ])("that is %s is refused", async (_apa, isi, kode, pesan) => {
    const { body } = await uji.orang("dewi").unggah(isi).expect(400);
    expect(body).toMatchObject({ kode, detail: expect.stringMatching(pesan) });
  });

  test("beyond the limit is refused, with the limit in words", async () => {
    const { body } = await uji
      .orang("dewi")
      .unggah(Buffer.alloc(BATAS_UNGGAH + 1, "%PDF-1.4 "))
      .expect(413);
    expect(body).toMatchObject({ kode: "BERKAS_TERLALU_BESAR", detail: expect.stringContaining("0,1 MB") });
  });

  test.each([
    ["", "Nama berkas wajib diisi."],
    ["x".repeat(201), "Nama berkas paling panjang 200 huruf."],
  ])("named %j is refused", async (nama, pesan) => {
    const { body } = await uji.orang("dewi").unggah(contohPdf(), nama).expect(400);
    expect(body.galat).toEqual([{ jalur: "nama", pesan }]);
  });

  test("is for Satkers and lanes, in a living session", async () => {
    await uji.orang("wahyu").unggah(contohPdf()).expect(403);
    await uji.orang("siapa").unggah(contohPdf()).expect(401);
  });
});

describe("a document is read", () => {
  test("inline, as a PDF and nothing else, stored nowhere, with an audit row", async () => {
    const dewi = uji.orang("dewi");
    const { id } = await dewi.dokumen("surat (1).pdf");
    const { headers, body } = await dewi.ambil(`/api/dokumen/${id}`).expect(200);
    expect(body.subarray(0, 5).toString()).toBe("%PDF-");
    expect(headers).toMatchObject({
      "content-type": "application/pdf",
      "content-disposition": "inline; filename*=UTF-8''surat%20%281%29.pdf",
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
      "content-security-policy": expect.stringContaining("sandbox"),
    });
    expect(await catatan(id)).toContainEqual(["dewi", "dokumen.baca"]);
  });

  const pembaca = async (id: string) => {
    const status = async (orang: string) => (await uji.orang(orang).ambil(`/api/dokumen/${id}`)).status;
    return Object.fromEntries(
      await Promise.all(["dewi", "sari", "rudi", "hendra", "wahyu"].map(async (o) => [o, await status(o)])),
    );
  };
  const simpan = async (ubah: object) =>
    (await simpanDokumen(uji.db, { jenis: "unggahan", nama: "x.pdf", isi: contohPdf(), pemilik: "dewi", ...ubah })).id;

  test("by its uploader alone until a request uses it", async () => {
    uji.mesin.orang.set("sari", { nama: "Sari", grup: ["satuan-kerja", "satker-biro-keuangan"] });
    expect(await pembaca(await simpan({}))).toEqual({ dewi: 200, sari: 404, rudi: 404, hendra: 404, wahyu: 404 });
  });

  test("then by the Satker of the request and the lanes that work on it", async () => {
    const id = await simpan({ nomorPermohonan: "RP-2026-0001", pemilik: "hendra" });
    expect(await pembaca(id)).toEqual({ dewi: 200, sari: 200, rudi: 404, hendra: 200, wahyu: 404 });
  });

  test("a draft of the reply by the lanes alone", async () => {
    const id = await simpan({ nomorPermohonan: "RP-2026-0001", jenis: "draf-surat", pemilik: "sistem" });
    expect(await pembaca(id)).toEqual({ dewi: 404, sari: 404, rudi: 404, hendra: 200, wahyu: 404 });
  });

  test("by nobody where there is none", async () => {
    const { body } = await uji.orang("andi").ambil("/api/dokumen/bukan-uuid").expect(404);
    expect(body.kode).toBe("DOKUMEN_TIDAK_DITEMUKAN");
    await uji.orang("andi").ambil("/api/dokumen/00000000-0000-4000-8000-000000000000").expect(404);
  });
});
