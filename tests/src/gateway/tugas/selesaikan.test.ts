import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { letterPdf } from "../../../../scripts/drive/surat-contoh.js";
import { rincianDokumen } from "../../../../src/dokumen/store.js";
import { ambilAtauBuatNonce, bacaNonce } from "../../../../src/kredensial/index.js";
import type { Dokumen } from "../../../../src/proses/variabel.js";
import { contohAkun } from "../../../support/contoh.js";
import { API, json, startUji, type Uji } from "../kit.js";
import { type InstansPalsu, tambahTugas, teks } from "../mesin-palsu.js";
import { instansDijawab, NOMOR, setuju, simpanDraf, terkirim, tugasHendra } from "./kit.js";

let uji: Uji;
let draf: Dokumen;
let instans: InstansPalsu;
beforeAll(async () => {
  uji = await startUji();
  draf = await simpanDraf(uji);
});
afterAll(() => uji.close());
beforeEach(() => {
  instans = instansDijawab(uji, draf);
});

const pindaian = () => Buffer.from(letterPdf(["Surat bertanda tangan", randomUUID()]));
const tandaTangan = (suratDitandatangani: Dokumen) => ({
  keputusanTandaTangan: "tandaTangan",
  suratDitandatangani,
  peringatanDibaca: true,
});

describe("a checked answer", () => {
  test.each(["submit-form", "complete"])(
    "reaches the engine by %s as process variables, and as nothing else",
    async (kerja) => {
      const tugas = tugasHendra(uji, instans, "hendra");
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
    await uji.orang("hendra").jawab(tugasHendra(uji, instans).id, setuju).expect(204);
    expect(terkirim(uji)).toEqual(["claim", "submit-form"]);
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
    const { body } = await uji.orang("hendra").jawab(tugasHendra(uji, instans).id, jawaban).expect(400);
    expect(body.message).toContain(pesan);
    expect(uji.mesin.panggilan).toEqual([]);
  });

  test.each([
    ["without the form's variable", { variables: {} }],
    ["without variables", {}],
    ["with a raw decision variable instead", { variables: { keputusanDisposisi: { value: "disposisi" } } }],
  ])("%s", async (_apa, isi) => {
    const { body } = await uji
      .orang("hendra")
      .kirim(`${API}/task/${tugasHendra(uji, instans).id}/submit-form`, isi)
      .expect(400);
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
