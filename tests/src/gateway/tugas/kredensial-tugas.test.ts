import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { eq } from "drizzle-orm";
import { audit, kredensialDilihat } from "../../../../src/db/schema.js";
import {
  ambilAtauBuatNonce,
  ambilKredensial,
  hancurkanNonce,
  type PemilikNonce,
} from "../../../../src/kredensial/index.js";
import { Kredensial, Tugas } from "../../../../src/web/api/skema.js";
import { contohAkun } from "../../../support/contoh.js";
import { json, startUji, type Uji } from "../kit.js";
import { type InstansPalsu, tambahInstans, tambahTugas, teks } from "../mesin-palsu.js";

let uji: Uji;
beforeAll(async () => {
  uji = await startUji();
});
afterAll(() => uji.close());

const surat = { id: "00000000-0000-4000-8000-000000000001", nama: "s.pdf", ukuran: 1, sha256: "a".repeat(64) };
let instans: InstansPalsu;
let pemilik: PemilikNonce;
beforeEach(() => {
  const akun = contohAkun(1, { userId: "SITI" });
  instans = tambahInstans(uji.mesin, "RP-2026-0001", {
    nomorPermohonan: teks("RP-2026-0001"),
    satker: teks("satker-biro-keuangan"),
    namaSatker: teks("Biro Keuangan"),
    pemohon: teks("dewi"),
    nomorSuratPermohonan: teks("B/1/2026"),
    tanggalSuratPermohonan: teks("2026-11-20"),
    suratPermohonan: json(surat),
    akun: json([akun]),
    akunDiproses: json(akun),
    kendala: teks("SPSE tidak menjawab"),
  });
  pemilik = { instans: instans.id, akun: akun.id };
});

const tugasAndi = (kunci: string, pelaksana: string | null = "andi") =>
  tambahTugas(uji.mesin, instans, kunci, ["tim-pengelola-lpse"], pelaksana);
const lihat = (id: string, isi: object = {}, orang = "andi") =>
  uji.orang(orang).kirim(`/api/tugas/${id}/kredensial`, isi);

describe("the password of a manual reset", () => {
  test("is made and shown once, stored by no cache, with an audit row that does not hold it", async () => {
    const { id } = tugasAndi("reset-manual");
    const { body, headers } = await lihat(id).expect(200);
    expect(Kredensial.parse(body).userId).toBe("SITI");
    expect(headers["cache-control"]).toBe("no-store");
    expect(body).toMatchObject(await ambilKredensial(uji.db, uji.deps.kunci, pemilik));
    const [baris] = await uji.db.select().from(audit).where(eq(audit.objek, pemilik.akun));
    expect(baris).toMatchObject({ oleh: "andi", tindakan: "kredensial.lihat", rincian: { tugas: id, percobaan: 1 } });
    expect(JSON.stringify([baris, ...uji.catatan])).not.toContain(body.kataSandi);
    expect((await lihat(id).expect(409)).body).toMatchObject({ kode: "KREDENSIAL_SUDAH_DILIHAT" });
  });

  test("can be replaced by a new one, shown once again", async () => {
    const { id } = tugasAndi("reset-manual");
    const pertama = await lihat(id).expect(200);
    const kedua = await lihat(id, { baru: true }).expect(200);
    expect(kedua.body.percobaan).toBe(2);
    expect(kedua.body.kataSandi).not.toBe(pertama.body.kataSandi);
    await lihat(id).expect(409);
  });

  test("asked for twice at once is shown once", async () => {
    const { id } = tugasAndi("reset-manual");
    const semua = await Promise.all([lihat(id), lihat(id), lihat(id)]);
    expect(semua.map((b) => b.status).sort()).toEqual([200, 409, 409]);
  });
});

describe("the password of a manual delivery", () => {
  test("is the one that SPSE already has", async () => {
    const ada = await ambilKredensial(uji.db, uji.deps.kunci, pemilik);
    const { body } = await lihat(tugasAndi("sampaikan-kredensial").id).expect(200);
    expect(body.kataSandi).toBe(ada.kataSandi);
  });

  test("is not made anew, neither where there is none, nor after it was destroyed, nor on demand", async () => {
    const { id } = tugasAndi("sampaikan-kredensial");
    expect((await lihat(id).expect(409)).body.kode).toBe("KREDENSIAL_TIDAK_ADA");
    await ambilAtauBuatNonce(uji.db, { ...pemilik, idKunci: "k1" });
    expect((await lihat(id, { baru: true }).expect(409)).body.kode).toBe("TUGAS_TANPA_KREDENSIAL");
    await hancurkanNonce(uji.db, instans.id);
    expect((await lihat(id).expect(409)).body.kode).toBe("KREDENSIAL_TIDAK_ADA");
  });

  test("made with a key that is gone is not counted as shown", async () => {
    const { id } = tugasAndi("sampaikan-kredensial");
    await ambilAtauBuatNonce(uji.db, { ...pemilik, idKunci: "k0" });
    expect((await lihat(id).expect(409)).body.detail).toContain("Kunci");
    expect(await uji.db.select().from(kredensialDilihat).where(eq(kredensialDilihat.tugas, id))).toEqual([]);
  });
});

describe("a password is shown to nobody", () => {
  test("who has not taken the task, or is not meant to see it", async () => {
    expect((await lihat(tugasAndi("reset-manual", null).id).expect(403)).body.kode).toBe("AMBIL_DAHULU");
    expect((await lihat(tugasAndi("reset-manual", "maya").id).expect(403)).body.kode).toBe("AMBIL_DAHULU");
    const lain = tugasAndi("reset-manual");
    expect((await lihat(lain.id, {}, "hendra").expect(404)).body.kode).toBe("TUGAS_TIDAK_DITEMUKAN");
    await lihat(lain.id, {}, "siapa").expect(401);
  });

  test("by a task of another kind, or with an unknown wish", async () => {
    const { id } = tugasAndi("perbaiki-akun");
    expect((await lihat(id).expect(409)).body.kode).toBe("TUGAS_TANPA_KREDENSIAL");
    await lihat(tugasAndi("reset-manual").id, { baru: "ya" }).expect(400);
  });
});

describe("what a form asks of its task", () => {
  test("comes in one reply, in the shape that the forms read", async () => {
    const { id } = tugasAndi("reset-manual");
    await lihat(id).expect(200);
    const { body } = await uji.orang("andi").ambil(`/api/tugas/${id}`).expect(200);
    expect(Tugas.parse(body)).toMatchObject({
      langkah: "reset-manual",
      sop: null,
      pelaksana: { lane: "Tim Pengelola LPSE", grup: ["tim-pengelola-lpse"] },
      ditugaskanKepada: { id: "andi", nama: "Andi Pratama" },
      tenggat: "2026-11-24T02:00:00.000Z",
      kendala: "SPSE tidak menjawab",
      kredensial: { percobaan: 1, sudahDilihat: true },
      permohonan: { nomor: "RP-2026-0001", pemohon: { nama: "Dewi Lestari" }, suratPermohonan: surat },
    });
  });

  test("holds the SOP row where the task is one", async () => {
    const { id } = tambahTugas(uji.mesin, instans, "disposisi-permohonan", ["kepala-ukpbj"]);
    const { body } = await uji.orang("hendra").ambil(`/api/tugas/${id}`).expect(200);
    expect(Tugas.parse(body).sop).toMatchObject({ nomor: 2, pelaksana: "Kepala UKPBJ", waktu: "1 hari" });
    expect(body).toMatchObject({ kredensial: null, lewatTenggat: false, hariIni: "2026-11-23" });
  });

  test("is hidden from everybody else, and tells those it was meant for that it is over", async () => {
    const tugas = tugasAndi("reset-manual");
    const takAda = await uji.orang("dewi").ambil("/api/tugas/tidak-ada").expect(404);
    expect((await uji.orang("dewi").ambil(`/api/tugas/${tugas.id}`).expect(404)).body).toEqual(takAda.body);
    uji.mesin.tugas.delete(tugas.id);
    uji.mesin.lampau.set(tugas.id, { ...tugas, sebab: "completed" });
    expect((await uji.orang("maya").ambil(`/api/tugas/${tugas.id}`).expect(409)).body.detail).toContain(
      "diselesaikan oleh Andi Pratama",
    );
    await uji.orang("dewi").ambil(`/api/tugas/${tugas.id}`).expect(404);
  });
});
