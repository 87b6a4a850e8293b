import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { eq, sql } from "drizzle-orm";
import { nomorUrut } from "../../../../src/db/schema.js";
import { rincianDokumen } from "../../../../src/dokumen/store.js";
import { contohAkun } from "../../../support/contoh.js";
import { TABRAKAN } from "../../../support/tabrakan.js";
import { isiPermohonan, startUji, type Uji } from "../kit.js";
import { kosongkan, suratDasar } from "../permohonan/kit.js";

let uji: Uji;
beforeAll(async () => {
  uji = await startUji();
});
afterAll(() => uji.close());
beforeEach(() => kosongkan(uji.mesin));

/** Asks until it is so; the test's own time limit ends what never is. */
async function sampai(begitu: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await begitu())) await new Promise((lanjut) => setImmediate(lanjut));
}

/** Whether a transaction waits for a row that another one holds. */
async function menungguKunci(): Promise<boolean> {
  const tanya = sql`select 1 from pg_stat_activity where wait_event_type = 'Lock'`;
  return (await uji.db.execute(tanya)).rows.length > 0;
}

describe("a new request", () => {
  test("is started in the person's own session and answers its number and the task that waits", async () => {
    const dewi = uji.orang("dewi");
    const surat = await dewi.dokumen();
    const balasan = await dewi.kirim("/api/permohonan", isiPermohonan(surat)).expect(201);
    expect(balasan.body.nomor).toMatch(/^RP-2026-\d{4}$/);
    expect(balasan.body.tautan).toMatch(/^\/camunda\/app\/tasklist\/default\/#\/\?task=tugas-\d+$/);
    expect(balasan.headers.location).toBe(`/api/permohonan/${balasan.body.nomor}`);
    expect(await rincianDokumen(uji.db, surat.id)).toMatchObject({ nomorPermohonan: balasan.body.nomor });
  });

  test("is made once from one letter, however often and however fast it is sent", async () => {
    const dewi = uji.orang("dewi");
    const isi = isiPermohonan(await dewi.dokumen());
    const semua = await Promise.all([1, 2, 3].map(() => dewi.kirim("/api/permohonan", isi)));
    expect(semua.map((b) => b.status).sort()).toEqual([201, 409, 409]);
    expect(uji.mesin.instans.size).toBe(1);
    const ditolak = semua.find((b) => b.status === 409);
    expect(ditolak?.body).toMatchObject({
      kode: "SURAT_SUDAH_DIAJUKAN",
      detail: expect.stringMatching(/RP-2026-\d{4}/),
    });
  });

  test("waits while the same letter is being sent, and then finds it sent", async () => {
    const dewi = uji.orang("dewi");
    const isi = isiPermohonan(await dewi.dokumen());
    let lepaskan = () => {};
    uji.mesin.tahan = new Promise((selesai) => {
      lepaskan = selesai;
    });
    const pertama = dewi.kirim("/api/permohonan", isi).then((b) => b.status);
    await sampai(() => uji.mesin.panggilan.length === 1);
    const kedua = dewi.kirim("/api/permohonan", isi).then((b) => b.status);
    await sampai(async () => uji.mesin.panggilan.length === 2 || (await menungguKunci()));
    lepaskan();
    expect(await Promise.all([pertama, kedua])).toEqual([201, 409]);
    expect(uji.mesin.instans.size).toBe(1);
  });

  test("that the engine refuses leaves nothing behind, and keeps its number for the next try", async () => {
    const dewi = uji.orang("dewi");
    const surat = await dewi.dokumen();
    uji.mesin.tolak.set("submit-form", { status: 500, isi: { type: "ProcessEngineException", message: "x" } });
    await dewi.kirim("/api/permohonan", isiPermohonan(surat)).expect(500);
    expect(await rincianDokumen(uji.db, surat.id)).toMatchObject({ nomorPermohonan: null, disebut: expect.any(Date) });
    uji.mesin.tolak.clear();
    const { body } = await dewi.kirim("/api/permohonan", isiPermohonan(surat)).expect(201);
    const [baris] = await uji.db.select().from(nomorUrut).where(eq(nomorUrut.kunci, surat.id));
    expect(body.nomor).toBe(`RP-2026-${String(baris?.urut).padStart(4, "0")}`);
  });

  test("that meets another change in the engine is sent again with its number", async () => {
    const dewi = uji.orang("dewi");
    uji.mesin.tolak.set("submit-form", { status: 500, isi: TABRAKAN[3][1], kali: 3 });
    const { body } = await dewi.kirim("/api/permohonan", isiPermohonan(await dewi.dokumen())).expect(201);
    expect(uji.mesin.panggilan.map((p) => p.isi.businessKey)).toEqual(Array(4).fill(body.nomor));
    expect(uji.mesin.instans.size).toBe(1);
  });

  test.each([
    ["no accounts", { akun: [] }, "akun", "Isi sekurang-kurangnya satu akun."],
    ["an account twice", { akun: [contohAkun(1), contohAkun(1)] }, "akun", "Ada NIP yang tercantum lebih dari sekali."],
    [
      "a name of 81 characters",
      { akun: [contohAkun(1, { nama: "x".repeat(81) })] },
      "akun.0.nama",
      "Nama paling panjang 80 huruf.",
    ],
    ["no letter number", { nomorSuratPermohonan: " " }, "nomorSuratPermohonan", "Nomor surat wajib diisi."],
    ["a letter of tomorrow", { tanggalSuratPermohonan: "2999-01-01" }, "tanggalSuratPermohonan", "masa depan"],
    ["no letter", { suratPermohonan: undefined }, "suratPermohonan", "Unggah Surat Permohonan (PDF)."],
  ])("with %s is refused at the field", async (_apa, ubah, jalur, pesan) => {
    const dewi = uji.orang("dewi");
    const isi = isiPermohonan(await dewi.dokumen(), ubah);
    const { body, type } = await dewi.kirim("/api/permohonan", isi).expect(400);
    expect(type).toBe("application/problem+json");
    expect(body).toMatchObject({ kode: "ISIAN_TIDAK_SAH", galat: [{ jalur, pesan: expect.stringContaining(pesan) }] });
    expect(uji.mesin.instans.size).toBe(0);
  });

  test("tells all its faults at once, each account by its place in the list", async () => {
    const dewi = uji.orang("dewi");
    const akun = [contohAkun(1), contohAkun(2, { nip: "12", epesan: "x" })];
    const isi = isiPermohonan(await dewi.dokumen(), { nomorSuratPermohonan: "", akun });
    const { body } = await dewi.kirim("/api/permohonan", isi).expect(400);
    expect(body.galat.map((g: { jalur: string }) => g.jalur)).toEqual([
      "nomorSuratPermohonan",
      "akun.1.nip",
      "akun.1.epesan",
    ]);
    expect(body.detail).toContain("Akun 2: NIP terdiri atas 18 angka.");
  });

  test("needs a Satker, exactly one, and the right to ask", async () => {
    const isi = isiPermohonan(suratDasar);
    expect((await uji.orang("andi").kirim("/api/permohonan", isi).expect(403)).body.kode).toBe("TANPA_SATKER");
    uji.mesin.orang.set("sari", { nama: "Sari", grup: ["satker-a", "satker-b"] });
    expect((await uji.orang("sari").kirim("/api/permohonan", isi).expect(409)).body.kode).toBe("SATKER_GANDA");
    uji.mesin.orang.set("tono", { nama: "Tono", grup: ["satker-a"] });
    const tono = uji.orang("tono");
    const { body } = await tono.kirim("/api/permohonan", isiPermohonan(await tono.dokumen())).expect(403);
    expect(body).toMatchObject({ kode: "BUKAN_UNTUK_ANDA", detail: "Anda tidak berhak mengajukan permohonan." });
  });

  test("cannot use a letter of another request, nor another Satker's", async () => {
    const dewi = uji.orang("dewi");
    const [surat, lampiran] = [await dewi.dokumen(), await dewi.dokumen()];
    await dewi.kirim("/api/permohonan", isiPermohonan(surat, { lampiran: [lampiran] })).expect(201);
    const lain = isiPermohonan(await dewi.dokumen(), { lampiran: [lampiran] });
    const { body } = await dewi.kirim("/api/permohonan", lain).expect(400);
    expect(body.galat).toEqual([
      { jalur: "lampiran.0", pesan: "Berkas ini sudah dipakai dalam permohonan lain. Unggah berkas yang baru." },
    ]);
    const rudi = await uji
      .orang("rudi")
      .kirim("/api/permohonan", isiPermohonan(await dewi.dokumen()))
      .expect(400);
    expect(rudi.body.galat[0].pesan).toBe("Berkas ini tidak ditemukan. Unggah lagi.");
  });
});
