import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { eq, sql } from "drizzle-orm";
import { audit, nomorUrut } from "../../../src/db/schema.js";
import { rincianDokumen } from "../../../src/dokumen/store.js";
import { DaftarPermohonan, Permohonan } from "../../../src/web/api/skema.js";
import { contohAkun } from "../../support/contoh.js";
import { TABRAKAN } from "../../support/tabrakan.js";
import { isiPermohonan, json, startUji, type Uji } from "./kit.js";
import { type InstansPalsu, tambahInstans, tambahTugas } from "./mesin-palsu.js";

let uji: Uji;
beforeAll(async () => {
  uji = await startUji();
});
afterAll(() => uji.close());

const teks = (value: string) => ({ type: "String", value });
beforeEach(() => {
  uji.mesin.instans.clear();
  uji.mesin.tugas.clear();
  uji.mesin.tolak.clear();
  uji.mesin.panggilan.length = 0;
  uji.mesin.kejadian.length = 0;
});

/** Asks until it is so; the test's own time limit ends what never is. */
async function sampai(begitu: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await begitu())) await new Promise((lanjut) => setImmediate(lanjut));
}

/** Whether a transaction waits for a row that another one holds. */
async function menungguKunci(): Promise<boolean> {
  const tanya = sql`select 1 from pg_stat_activity where wait_event_type = 'Lock'`;
  return (await uji.db.execute(tanya)).rows.length > 0;
}

const suratDasar = { id: "00000000-0000-4000-8000-000000000001", nama: "s.pdf", ukuran: 1, sha256: "a".repeat(64) };
const milikKeuangan = (nomor: string): InstansPalsu =>
  tambahInstans(uji.mesin, nomor, {
    satker: teks("satker-biro-keuangan"),
    namaSatker: teks("Biro Keuangan"),
    pemohon: teks("dewi"),
    nomorSuratPermohonan: teks("B/1/2026"),
    tanggalSuratPermohonan: teks("2026-11-20"),
    suratPermohonan: json(suratDasar),
    akun: json([contohAkun(1)]),
  });

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

describe("the status of a request", () => {
  test("has the eleven steps, and the shape that the pages read", async () => {
    const instans = milikKeuangan("RP-2026-0101");
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
    milikKeuangan("RP-2026-0102");
    const rudi = uji.orang("rudi");
    const lain = await rudi.ambil("/api/permohonan/RP-2026-0102").expect(404);
    const takAda = await rudi.ambil("/api/permohonan/RP-2026-0999").expect(404);
    expect({ ...lain.body, detail: "" }).toEqual({ ...takAda.body, detail: "" });
    await rudi.ambil("/api/permohonan/apa-saja").expect(404);
  });

  test("is there for internal staff, drafts of the reply for them alone", async () => {
    const instans = milikKeuangan("RP-2026-0103");
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
    const instans = milikKeuangan("RP-2026-0111");
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

describe("a withdrawal", () => {
  const tarik = (id: string, nomor: string, alasan = "keliru") =>
    uji.orang(id).kirim(`/api/permohonan/${nomor}/tarik`, { alasan });
  const siap = (nomor: string, kunci: string) => {
    const instans = milikKeuangan(nomor);
    tambahTugas(uji.mesin, instans, kunci, ["kepala-ukpbj"]);
    return instans;
  };

  test.each(["disposisi-permohonan", "perintah-reset", "verifikasi-permohonan"])(
    "reaches the request in %s, with its reason in the record",
    async (kunci) => {
      const instans = siap("RP-2026-0121", kunci);
      expect((await tarik("dewi", "RP-2026-0121").expect(200)).body).toEqual({
        nomor: "RP-2026-0121",
        keadaan: "ditarik",
      });
      const [panggilan] = uji.mesin.panggilan;
      expect(panggilan).toMatchObject({
        jalur: "/message",
        isi: { messageName: "tarik-permohonan", processInstanceId: instans.id },
      });
      expect(JSON.stringify(panggilan?.isi)).toContain("keliru");
      expect(await uji.db.select().from(audit).where(eq(audit.objek, "RP-2026-0121"))).not.toEqual([]);
      await uji.db.delete(audit).where(eq(audit.objek, "RP-2026-0121"));
    },
  );

  test("needs a reason", async () => {
    siap("RP-2026-0122", "perintah-reset");
    expect((await tarik("dewi", "RP-2026-0122", "  ").expect(400)).body.galat).toEqual([
      { jalur: "alasan", pesan: "Alasan wajib diisi." },
    ]);
  });

  test("is the Satker's alone, and unknown to other Satkers", async () => {
    siap("RP-2026-0123", "perintah-reset");
    expect((await tarik("hendra", "RP-2026-0123").expect(403)).body.kode).toBe("BUKAN_SATKER_PEMOHON");
    await tarik("rudi", "RP-2026-0123").expect(404);
    expect(uji.mesin.panggilan).toEqual([]);
  });

  test("comes too late once step 5 has begun, also where the Tim was just faster", async () => {
    milikKeuangan("RP-2026-0124").variabel.akunDisetujui = json([contohAkun(1)]);
    const terlambat = await tarik("dewi", "RP-2026-0124").expect(409);
    expect(terlambat.body.detail).toContain("langkah 5");
    siap("RP-2026-0125", "verifikasi-permohonan");
    const isi = { type: "RestException", message: "MismatchingMessageCorrelationException: Cannot correlate" };
    uji.mesin.tolak.set("message", { status: 400, isi });
    expect((await tarik("dewi", "RP-2026-0125").expect(409)).body.kode).toBe("TIDAK_DAPAT_DITARIK");
  });

  test("has to wait for the moment in which a returned request is answered by letter", async () => {
    milikKeuangan("RP-2026-0127");
    expect((await tarik("dewi", "RP-2026-0127").expect(409)).body.detail).toContain("sedang dijawab dengan surat");
  });

  test.each(TABRAKAN)("is tried again after %s, and told so after the last try", async (_apa, isi) => {
    siap("RP-2026-0128", "perintah-reset");
    uji.mesin.tolak.set("message", { status: 500, isi, kali: 3 });
    await tarik("dewi", "RP-2026-0128").expect(200);
    uji.mesin.tolak.set("message", { status: 500, isi });
    expect((await tarik("dewi", "RP-2026-0128").expect(409)).body.kode).toBe("PERMOHONAN_BERTABRAKAN");
  });

  test("in step 1 goes by the task's own form, and a request that is over cannot be withdrawn", async () => {
    siap("RP-2026-0126", "kirim-permohonan");
    expect((await tarik("dewi", "RP-2026-0126").expect(409)).body.kode).toBe("TARIK_LEWAT_TUGAS");
    milikKeuangan("RP-2026-0127").state = "COMPLETED";
    expect((await tarik("dewi", "RP-2026-0127").expect(409)).body.detail).toBe("Permohonan ini sudah berakhir.");
  });
});
