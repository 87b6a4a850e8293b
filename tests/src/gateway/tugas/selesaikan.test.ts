import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { letterPdf } from "../../../../scripts/drive/surat-contoh.js";
import { rincianDokumen, simpanDokumen } from "../../../../src/dokumen/store.js";
import { ambilAtauBuatNonce, bacaNonce } from "../../../../src/kredensial/index.js";
import type { Dokumen } from "../../../../src/proses/variabel.js";
import { contohAkun } from "../../../support/contoh.js";
import { BUKAN_TABRAKAN, TABRAKAN } from "../../../support/tabrakan.js";
import { API, json, startUji, type Uji } from "../kit.js";
import { type InstansPalsu, tambahInstans, tambahTugas } from "../mesin-palsu.js";

let uji: Uji;
let draf: Dokumen;
beforeAll(async () => {
  uji = await startUji();
  const isi = Buffer.from(letterPdf(["Draf"]));
  draf = await simpanDokumen(uji.db, { jenis: "draf-surat", nama: "draf.pdf", isi, pemilik: "layanan-workers" });
});
afterAll(() => uji.close());

const NOMOR = "RP-2026-0900";
const pindaian = () => Buffer.from(letterPdf(["Surat bertanda tangan", randomUUID()]));
const teks = (value: string) => ({ type: "String", value });
let instans: InstansPalsu;
beforeEach(() => {
  uji.mesin.panggilan.length = 0;
  uji.mesin.tolak.clear();
  instans = tambahInstans(uji.mesin, NOMOR, {
    nomorPermohonan: teks(NOMOR),
    satker: teks("satker-biro-keuangan"),
    nomorSurat: teks("B/1/LPSE/PL.02/11/2026"),
    tanggalSuratPemberitahuan: teks("2026-11-23"),
    drafSurat: json(draf),
  });
});

const tugasHendra = (pelaksana: string | null = null) =>
  tambahTugas(uji.mesin, instans, "disposisi-permohonan", ["kepala-ukpbj"], pelaksana);
const terkirim = () => uji.mesin.panggilan.map((p) => p.jalur.split("/").at(-1));
const setuju = { keputusanDisposisi: "disposisi" };
const tandaTangan = (suratDitandatangani: Dokumen) => ({
  keputusanTandaTangan: "tandaTangan",
  suratDitandatangani,
  peringatanDibaca: true,
});

describe("a checked answer", () => {
  test.each(["submit-form", "complete"])(
    "reaches the engine by %s as process variables, and as nothing else",
    async (kerja) => {
      const tugas = tugasHendra("hendra");
      await uji.orang("hendra").jawab(tugas.id, setuju, kerja).expect(204);
      const [panggilan] = uji.mesin.panggilan;
      expect(panggilan?.jalur).toBe(`/task/${tugas.id}/${kerja}`);
      expect(panggilan?.isi).toEqual({
        variables: { keputusanDisposisi: teks("disposisi"), riwayat: { type: "Json", value: expect.any(String) } },
      });
      expect(JSON.parse(String(instans.variabel.riwayat?.value))).toEqual([
        {
          langkah: "Nama disposisi-permohonan",
          keputusan: "Didisposisi kepada Kepala LPSE",
          oleh: "hendra",
          namaOleh: "Hendra Gunawan",
          waktu: "2026-11-23T03:00:00.000Z",
        },
      ]);
    },
  );

  test("takes an unclaimed task for the person first, so that history names one", async () => {
    await uji.orang("hendra").jawab(tugasHendra().id, setuju).expect(204);
    expect(terkirim()).toEqual(["claim", "submit-form"]);
    expect(uji.mesin.panggilan[0]?.isi).toEqual({ userId: "hendra" });
  });

  test("binds the documents it names to the request", async () => {
    const hendra = uji.orang("hendra");
    const tugas = tambahTugas(uji.mesin, instans, "tanda-tangan-surat", ["kepala-ukpbj"], "hendra");
    const surat: Dokumen = (await hendra.unggah(pindaian(), "ttd.pdf").expect(201)).body;
    const palsu = { ...surat, nama: "lain.pdf" };
    await hendra.jawab(tugas.id, tandaTangan(palsu)).expect(204);
    expect(instans.variabel.suratDitandatangani).toEqual(json(surat));
    expect(await rincianDokumen(uji.db, surat.id)).toMatchObject({ nomorPermohonan: NOMOR });
  });

  test("is refused at the field, and nothing is sent, claimed or bound", async () => {
    const hendra = uji.orang("hendra");
    const asing = { id: randomUUID(), nama: "x.pdf", ukuran: 1, sha256: "a".repeat(64) };
    const tugas = tambahTugas(uji.mesin, instans, "tanda-tangan-surat", ["kepala-ukpbj"]);
    const jawaban = { keputusanTandaTangan: "tandaTangan", suratDitandatangani: asing };
    const { body } = await hendra.jawab(tugas.id, jawaban).expect(400);
    expect(body).toMatchObject({
      type: "InvalidRequestException",
      message: "Periksa isian: Berkas ini tidak ditemukan. Unggah lagi.",
      kode: "ISIAN_TIDAK_SAH",
      galat: [{ jalur: "suratDitandatangani", pesan: "Berkas ini tidak ditemukan. Unggah lagi." }],
    });
    expect(uji.mesin.panggilan).toEqual([]);
  });

  test("leaves documents unbound when the engine refuses it", async () => {
    const hendra = uji.orang("hendra");
    const tugas = tambahTugas(uji.mesin, instans, "tanda-tangan-surat", ["kepala-ukpbj"], "hendra");
    const surat: Dokumen = (await hendra.unggah(pindaian()).expect(201)).body;
    uji.mesin.tolak.set("submit-form", { status: 500, isi: { type: "ProcessEngineException", message: "boom" } });
    const { body } = await hendra.jawab(tugas.id, tandaTangan(surat)).expect(500);
    expect(body).toMatchObject({ kode: "PROSES_MENOLAK", message: expect.stringContaining("belum terkirim") });
    expect(body.message).not.toContain("boom");
    expect(await rincianDokumen(uji.db, surat.id)).toMatchObject({ nomorPermohonan: null });
  });
});

describe("an answer that does not fit", () => {
  test.each([
    ["no decision", {}, "Pilih salah satu keputusan."],
    ["an unknown decision", { keputusanDisposisi: "abaikan" }, "Pilih salah satu keputusan."],
    ["a return without a reason", { keputusanDisposisi: "kembalikan", alasan: " " }, "Alasan wajib diisi."],
  ])("%s", async (_apa, jawaban, pesan) => {
    const { body } = await uji.orang("hendra").jawab(tugasHendra().id, jawaban).expect(400);
    expect(body.message).toContain(pesan);
    expect(uji.mesin.panggilan).toEqual([]);
  });

  test.each([
    ["without the form's variable", { variables: {} }],
    ["without variables", {}],
    ["with a raw decision variable instead", { variables: { keputusanDisposisi: { value: "disposisi" } } }],
  ])("%s", async (_apa, isi) => {
    const { body } = await uji.orang("hendra").kirim(`${API}/task/${tugasHendra().id}/submit-form`, isi).expect(400);
    expect(body.message).toBe("Periksa isian: Isian formulir tidak ada.");
  });

  test("the Tim decides on every account of the letter", async () => {
    const akun = [contohAkun(1), contohAkun(2)];
    instans.variabel.akun = json(akun);
    const tugas = tambahTugas(uji.mesin, instans, "verifikasi-permohonan", ["tim-pengelola-lpse"]);
    const jawaban = { keputusanVerifikasi: "lengkap", akunDisetujui: [akun[0]], akunDicoret: [] };
    const { body } = await uji.orang("andi").jawab(tugas.id, jawaban).expect(400);
    expect(body.galat).toEqual([
      { jalur: "akunDisetujui", pesan: "Akun Pejabat 2 belum diputuskan: di-reset atau dicoret." },
    ]);
  });
});

describe("a task that is not this person's to complete", () => {
  test("of another lane and one that never was are refused alike", async () => {
    const maya = uji.orang("maya");
    const milikLain = await maya.jawab(tugasHendra().id, setuju).expect(403);
    const takAda = await maya.jawab("tidak-ada", setuju).expect(403);
    expect(milikLain.body).toEqual(takAda.body);
    expect(milikLain.body).toMatchObject({ kode: "BUKAN_UNTUK_ANDA", message: "Tugas ini bukan untuk Anda." });
    expect(uji.mesin.panggilan).toEqual([]);
  });

  test("that a colleague has taken says whose it is", async () => {
    const tugas = tambahTugas(uji.mesin, instans, "perintah-reset", ["tim-pengelola-lpse"], "andi");
    const { body } = await uji.orang("maya").jawab(tugas.id, { keputusanPerintah: "perintahkan" }).expect(409);
    expect(body).toMatchObject({
      kode: "TUGAS_DIKERJAKAN_ORANG_LAIN",
      message: "Tugas ini sedang dikerjakan oleh Andi Pratama.",
    });
  });

  test("completed in another tab says when and by whom", async () => {
    const tugas = tugasHendra("hendra");
    const hendra = uji.orang("hendra");
    await hendra.jawab(tugas.id, setuju).expect(204);
    const { body } = await hendra.jawab(tugas.id, setuju).expect(409);
    expect(body).toMatchObject({
      kode: "TUGAS_SUDAH_SELESAI",
      message: "Tugas ini sudah diselesaikan oleh Anda pada 23 November 2026 pukul 09.00 WIB. Muat ulang halaman.",
    });
  });

  test("completed while this answer was under way says so too", async () => {
    const tugas = tugasHendra("hendra");
    const [pertama, kedua] = await Promise.all([
      uji.orang("hendra").jawab(tugas.id, setuju),
      uji.orang("hendra").jawab(tugas.id, setuju),
    ]);
    expect([pertama.status, kedua.status].sort()).toEqual([204, 409]);
  });

  test("ended by a withdrawal says that", async () => {
    const tugas = tugasHendra();
    uji.mesin.tugas.delete(tugas.id);
    uji.mesin.lampau.set(tugas.id, { ...tugas, sebab: "deleted" });
    const { body } = await uji.orang("hendra").jawab(tugas.id, setuju).expect(409);
    expect(body.message).toBe("Tugas ini sudah tidak ada: permohonannya ditarik atau dihentikan.");
  });
});

describe("an answer that meets another change of the request", () => {
  const [, isi] = TABRAKAN[1];

  test.each(TABRAKAN)("is sent again, the taking of the task as well as its completion: %s", async (_apa, sebab) => {
    uji.mesin.tolak.set("claim", { status: 500, isi: sebab, kali: 1 });
    uji.mesin.tolak.set("submit-form", { status: 500, isi: sebab, kali: 2 });
    await uji.orang("hendra").jawab(tugasHendra().id, setuju).expect(204);
    expect(terkirim()).toEqual(["claim", "claim", "submit-form", "submit-form", "submit-form"]);
  });

  test.each(BUKAN_TABRAKAN)("is not sent again for %s", async (_apa, sebab) => {
    uji.mesin.tolak.set("submit-form", { status: 500, isi: sebab });
    const { body } = await uji.orang("hendra").jawab(tugasHendra("hendra").id, setuju).expect(500);
    expect(body.kode).toBe("PROSES_MENOLAK");
    expect(terkirim()).toEqual(["submit-form"]);
  });

  test.each(["task", "variables"])("is read again before it is sent: %s", async (bacaan) => {
    uji.mesin.tolak.set(bacaan, { status: 500, isi: TABRAKAN[5][1], kali: 3 });
    await uji.orang("hendra").jawab(tugasHendra("hendra").id, setuju).expect(204);
    expect(terkirim()).toEqual(["submit-form"]);
  });

  test("is told that the task is over where it ended before its variables could be read", async () => {
    const tugas = tugasHendra("hendra");
    const efek = () => {
      uji.mesin.tugas.delete(tugas.id);
      uji.mesin.lampau.set(tugas.id, { ...tugas, sebab: "completed" });
    };
    const hilang = { type: "NullValueException", message: "Cannot find task with id: task is null" };
    uji.mesin.tolak.set("variables", { status: 500, isi: hilang, efek });
    const { body } = await uji.orang("hendra").jawab(tugas.id, setuju).expect(409);
    expect(body.kode).toBe("TUGAS_SUDAH_SELESAI");
  });

  test("is given back after a few tries", async () => {
    uji.mesin.tolak.set("submit-form", { status: 500, isi });
    const { body } = await uji.orang("hendra").jawab(tugasHendra("hendra").id, setuju).expect(409);
    expect(body.kode).toBe("PERMOHONAN_BERTABRAKAN");
    expect(terkirim()).toHaveLength(4);
  });

  test("is told when the other change was the end of the task", async () => {
    const tugas = tugasHendra("hendra");
    const efek = () => {
      uji.mesin.tugas.delete(tugas.id);
      uji.mesin.lampau.set(tugas.id, { ...tugas, sebab: "completed" });
    };
    uji.mesin.tolak.set("submit-form", { status: 500, isi, efek });
    const { body } = await uji.orang("hendra").jawab(tugas.id, setuju).expect(409);
    expect(body.kode).toBe("TUGAS_SUDAH_SELESAI");
  });
});

describe("the engine's own refusals are told in Indonesian", () => {
  test("an expired session", async () => {
    const { body } = await uji.orang("siapa").jawab(tugasHendra().id, setuju).expect(401);
    expect(body.message).toBe("Sesi Anda sudah berakhir. Masuk lagi; isian Anda belum terkirim.");
  });

  test("an old page's token, and a missing one without asking the engine, which would end the session", async () => {
    const tugas = tugasHendra("hendra");
    const usang = await uji.orang("hendra", "lama").jawab(tugas.id, setuju).expect(403);
    expect(usang.body.kode).toBe("HALAMAN_USANG");
    expect(uji.mesin.sesiDiakhiri.splice(0)).toEqual(["hendra"]);
    const tanpa = await uji.orang("hendra", "").jawab(tugas.id, setuju).expect(403);
    expect(tanpa.body.kode).toBe("HALAMAN_USANG");
    expect(uji.mesin.sesiDiakhiri).toEqual([]);
    expect(uji.mesin.panggilan).toEqual([]);
  });

  test("a suspended request", async () => {
    const isi = { type: "SuspendedEntityInteractionException", message: "task is suspended" };
    uji.mesin.tolak.set("submit-form", { status: 500, isi });
    const { body } = await uji.orang("hendra").jawab(tugasHendra("hendra").id, setuju).expect(409);
    expect(body.kode).toBe("PERMOHONAN_DITANGGUHKAN");
  });

  test("a missing right", async () => {
    const isi = { type: "AuthorizationException", message: "The user with id 'hendra' does not have …" };
    uji.mesin.tolak.set("submit-form", { status: 403, isi });
    const { body } = await uji.orang("hendra").jawab(tugasHendra("hendra").id, setuju).expect(403);
    expect(body).toMatchObject({ kode: "BUKAN_UNTUK_ANDA", message: "Tugas ini bukan untuk Anda." });
  });
});

describe("an account settled by hand", () => {
  const siapkan = async (kunci: string) => {
    const akunDiproses = contohAkun(1);
    instans.variabel.akunDiproses = json(akunDiproses);
    const pemilik = { instans: instans.id, akun: akunDiproses.id };
    await ambilAtauBuatNonce(uji.db, { ...pemilik, idKunci: "k1" });
    return { tugas: tambahTugas(uji.mesin, instans, kunci, ["tim-pengelola-lpse"], "andi"), pemilik };
  };

  test("counts as reset only after the password was shown in this task", async () => {
    const andi = uji.orang("andi");
    const { tugas, pemilik } = await siapkan("reset-manual");
    const selesai = { keputusanResetManual: "selesai", userId: "BUDI" };
    const { body } = await andi.jawab(tugas.id, selesai).expect(400);
    expect(body.galat[0].jalur).toBe("keputusanResetManual");
    await andi.kirim(`/api/tugas/${tugas.id}/kredensial`, {}).expect(200);
    await andi.jawab(tugas.id, selesai).expect(204);
    expect(await bacaNonce(uji.db, pemilik)).toMatchObject({ keadaan: "hidup" });
  });

  test.each([
    ["reset-manual", { keputusanResetManual: "gagal", alasan: "ditolak" }],
    ["perbaiki-akun", { keputusanPerbaikan: "gagal", alasan: "tidak ada" }],
    ["sampaikan-kredensial", { keputusanSampaikan: "tersampaikan", catatan: "langsung" }],
  ])("has its password destroyed: %s", async (kunci, jawaban) => {
    const { tugas, pemilik } = await siapkan(kunci);
    await uji.orang("andi").jawab(tugas.id, jawaban).expect(204);
    expect(await bacaNonce(uji.db, pemilik)).toMatchObject({ keadaan: "hancur" });
  });

  test("keeps its password when the engine refuses the answer", async () => {
    const { tugas, pemilik } = await siapkan("sampaikan-kredensial");
    uji.mesin.tolak.set("submit-form", { status: 500, isi: { type: "ProcessEngineException", message: "x" } });
    await uji.orang("andi").jawab(tugas.id, { keputusanSampaikan: "gagal", alasan: "x" }).expect(500);
    expect(await bacaNonce(uji.db, pemilik)).toMatchObject({ keadaan: "hidup" });
  });
});
