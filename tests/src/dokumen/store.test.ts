import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { ikatDokumen, type PengikatDokumen, periksaDokumen } from "../../../src/dokumen/ikat.js";
import { bacaDokumen, type DokumenBaru, rincianDokumen, simpanDokumen } from "../../../src/dokumen/store.js";
import { startTestDatabase, type TestDatabase } from "../../support/postgres.js";

let database: TestDatabase;
beforeAll(async () => {
  database = await startTestDatabase();
});
afterAll(() => database.stop());

const simpan = (ubah: Partial<DokumenBaru> = {}) =>
  simpanDokumen(database.db, {
    jenis: "unggahan",
    nama: "surat.pdf",
    isi: Buffer.from("isi"),
    pemilik: "dewi",
    ...ubah,
  });

describe("a stored document", () => {
  test("comes back with its bytes, size and SHA-256", async () => {
    const acuan = await simpan({ satker: "satker-a" });
    expect(acuan).toMatchObject({ nama: "surat.pdf", ukuran: 3 });
    expect(acuan.sha256).toBe("55c123196402ef4b16c36bad51f12467397146987c479d41375831d1de9ed935");
    expect(await bacaDokumen(database.db, acuan.id)).toMatchObject({
      ...acuan,
      isi: Buffer.from("isi"),
      pemilik: "dewi",
      satker: "satker-a",
      nomorPermohonan: null,
    });
    expect(await rincianDokumen(database.db, acuan.id)).not.toHaveProperty("isi");
  });

  test("is stored once under an id: again with the same bytes it is the same, with others it is refused", async () => {
    const id = randomUUID();
    const pertama = await simpan({ id, jenis: "draf-surat", nomorPermohonan: "RP-2026-0001" });
    expect(await simpan({ id, jenis: "draf-surat" })).toEqual(pertama);
    await expect(simpan({ id, isi: Buffer.from("lain") })).rejects.toThrow(/already stored with other bytes/);
  });

  test("that is not there is undefined", async () => {
    expect(await bacaDokumen(database.db, randomUUID())).toBeUndefined();
  });
});

describe("a document named in an answer", () => {
  const dewi: PengikatDokumen = { pengguna: "dewi", satker: ["satker-a"], nomorPermohonan: "RP-2026-0007" };
  const periksa = async (ubah: Partial<DokumenBaru>, oleh: PengikatDokumen = dewi) => {
    const dokumen = await simpan(ubah);
    const { galat } = await periksaDokumen(database.db, [{ jalur: "suratPermohonan", dokumen }], oleh);
    return galat.map((g) => g.pesan);
  };
  const TIDAK_ADA = ["Berkas ini tidak ditemukan. Unggah lagi."];

  test.each([
    ["the person's own", { pemilik: "dewi" }],
    ["a colleague's of the same Satker", { pemilik: "sari", satker: "satker-a" }],
    ["bound to this very request", { pemilik: "hendra", nomorPermohonan: "RP-2026-0007" }],
  ])("may be %s", async (_apa, ubah) => {
    expect(await periksa(ubah)).toEqual([]);
  });

  test("may not be anybody else's, nor a draft of the reply", async () => {
    expect(await periksa({ pemilik: "rudi", satker: "satker-b" })).toEqual(TIDAK_ADA);
    expect(await periksa({ pemilik: "dewi", jenis: "draf-surat" })).toEqual(TIDAK_ADA);
  });

  test("may not belong to another request, unless the request has no number yet", async () => {
    const milik = { pemilik: "dewi", nomorPermohonan: "RP-2026-0001" };
    expect(await periksa(milik)).toEqual(["Berkas ini sudah dipakai dalam permohonan lain. Unggah berkas yang baru."]);
    expect(await periksa(milik, { ...dewi, nomorPermohonan: undefined })).toEqual([]);
  });

  test("must exist; its fault stands at its field", async () => {
    const dokumen = { id: randomUUID(), nama: "x", ukuran: 1, sha256: "a".repeat(64) };
    const { galat } = await periksaDokumen(database.db, [{ jalur: "lampiran.0", dokumen }], dewi);
    expect(galat).toEqual([{ jalur: "lampiran.0", pesan: TIDAK_ADA[0] }]);
  });

  test("is taken with name, size and hash as stored, and bound when its answer is", async () => {
    const dokumen = await simpan();
    const palsu = { ...dokumen, nama: "lain.pdf", sha256: "b".repeat(64) };
    const { acuan } = await periksaDokumen(database.db, [{ jalur: "suratPermohonan", dokumen: palsu }], dewi);
    expect(acuan.get(dokumen.id)).toEqual(dokumen);
    await ikatDokumen(database.db, [dokumen.id], "RP-2026-0007");
    expect(await rincianDokumen(database.db, dokumen.id)).toMatchObject({ nomorPermohonan: "RP-2026-0007" });
  });
});
