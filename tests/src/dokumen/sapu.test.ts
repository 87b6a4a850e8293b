/** Uploads that went into no request, on a real PostgreSQL. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "@jest/globals";
import { eq, sql } from "drizzle-orm";
import { audit, dokumen, suratKeluar, tandaTangan } from "../../../src/db/schema.js";
import { ikatDokumen, periksaDokumen } from "../../../src/dokumen/ikat.js";
import { sapuUnggahan, tandaiDisebut } from "../../../src/dokumen/sapu.js";
import { simpanDokumen } from "../../../src/dokumen/store.js";
import { startTestDatabase, type TestDatabase } from "../../support/postgres.js";

const SEBELUM = new Date("2026-10-24T03:00:00Z");
let database: TestDatabase;
beforeAll(async () => {
  database = await startTestDatabase();
});
afterAll(() => database.stop());
beforeEach(async () => {
  await database.db.execute(sql`truncate tanda_tangan, draf_surat, surat_keluar, dokumen`);
});

async function unggah(dibuat: string, ubah: Partial<typeof dokumen.$inferInsert> = {}) {
  const isi = Buffer.from(`%PDF-1.7 ${randomUUID()}`);
  const satu = await simpanDokumen(database.db, { jenis: "unggahan", nama: "surat.pdf", isi, pemilik: "dewi" });
  await database.db
    .update(dokumen)
    .set({ dibuat: new Date(dibuat), ...ubah })
    .where(eq(dokumen.id, satu.id));
  return satu;
}
const tersisa = async () => (await database.db.select({ id: dokumen.id }).from(dokumen)).map(({ id }) => id).sort();

test("what nobody ever used goes after its time, with an audit row that tells whose it was and nothing of its content", async () => {
  const lama = await unggah("2026-10-24T02:59:59Z");
  const muda = await unggah("2026-10-24T03:00:01Z");
  expect(await sapuUnggahan(database.db, SEBELUM)).toBe(1);
  expect(await tersisa()).toEqual([muda.id]);
  const [baris] = await database.db.select().from(audit).where(eq(audit.objek, lama.id));
  expect(baris).toMatchObject({ oleh: "sistem", tindakan: "dokumen.sapu" });
  expect(baris?.rincian).toEqual({
    pemilik: "dewi",
    sha256: lama.sha256,
    ukuran: lama.ukuran,
    diunggah: "2026-10-24T02:59:59.000Z",
  });
  expect(await sapuUnggahan(database.db, SEBELUM)).toBe(0);
});

test("what belongs to a request, to a letter, to a signature, to an answer, or was made here stays, however old", async () => {
  const tahunLalu = "2025-01-01T00:00:00Z";
  const terikat = await unggah(tahunLalu, { nomorPermohonan: "RP-2025-0001" });
  const draf = await unggah(tahunLalu, { jenis: "draf-surat" });
  const disebut = await unggah(tahunLalu);
  await tandaiDisebut(database.db, [disebut.id]);
  const ditandatangani = await unggah(tahunLalu);
  await database.db.insert(tandaTangan).values({
    id: randomUUID(),
    cara: "unggah",
    keadaan: "berhasil",
    instans: "i",
    nomorPermohonan: "RP-2025-0002",
    nomorSurat: "B/1",
    tanggalSurat: "2025-01-01",
    draf: draf.id,
    oleh: "hendra",
    penandaTangan: "Hendra Gunawan",
    dokumen: ditandatangani.id,
    dimulai: new Date(tahunLalu),
  });
  const bernomor = await unggah(tahunLalu);
  await database.db.insert(suratKeluar).values({
    kunci: "k",
    jenis: "surat-pemberitahuan",
    nomor: "B/1",
    tahun: 2025,
    urut: 1,
    tanggal: "2025-01-01",
    instans: "i",
    nomorPermohonan: "RP-2025-0002",
    satker: "Biro",
    dokumen: bernomor.id,
  });
  expect(await sapuUnggahan(database.db, SEBELUM)).toBe(0);
  expect(await tersisa()).toEqual([terikat.id, draf.id, disebut.id, ditandatangani.id, bernomor.id].sort());
});

test("what somebody is sending at this moment is left alone, and is theirs afterwards", async () => {
  const satu = await unggah("2025-01-01T00:00:00Z");
  const oleh = { pengguna: "dewi", satker: [], nomorPermohonan: "RP-2026-0009" };
  await database.db.transaction(async (tx) => {
    await periksaDokumen(tx, [{ jalur: "suratPermohonan", dokumen: satu }], oleh);
    expect(await sapuUnggahan(database.db, SEBELUM)).toBe(0);
    await ikatDokumen(tx, [satu.id], oleh.nomorPermohonan);
  });
  expect(await sapuUnggahan(database.db, SEBELUM)).toBe(0);
  expect(await tersisa()).toEqual([satu.id]);
});

test("more than go at once all go, each once, while two gateways sweep", async () => {
  const banyak = await Promise.all(Array.from({ length: 230 }, () => unggah("2025-01-01T00:00:00Z")));
  const disapu = await Promise.all([sapuUnggahan(database.db, SEBELUM), sapuUnggahan(database.db, SEBELUM)]);
  expect((disapu[0] ?? 0) + (disapu[1] ?? 0)).toBe(banyak.length);
  expect(await tersisa()).toEqual([]);
});
