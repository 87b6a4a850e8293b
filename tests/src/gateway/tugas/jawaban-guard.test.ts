import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { TABRAKAN } from "../../../support/tabrakan.js";
import { API, isiPermohonan, json, kiriman, startUji, type Uji } from "../kit.js";
import { type InstansPalsu, tambahInstans, tambahTugas, teks } from "../mesin-palsu.js";

let uji: Uji;
beforeAll(async () => {
  uji = await startUji();
});
afterAll(() => uji.close());

const NOMOR = "RP-2026-0900";
let instans: InstansPalsu;
beforeEach(() => {
  uji.mesin.panggilan.length = 0;
  uji.mesin.tolak.clear();
  instans = tambahInstans(uji.mesin, NOMOR, { nomorPermohonan: teks(NOMOR), satker: teks("satker-biro-keuangan") });
});

const tugasHendra = (pelaksana: string | null = null) =>
  tambahTugas(uji.mesin, instans, "disposisi-permohonan", ["kepala-ukpbj"], pelaksana);
const setuju = { keputusanDisposisi: "disposisi" };

describe("around the forms", () => {
  test.each(["variables", "localVariables", "variables/satker", "resolve", "bpmnError", "bpmnEscalation"])(
    "nobody changes a task of this process by %s",
    async (kerja) => {
      const { body } = await uji.orang("hendra").kirim(`${API}/task/${tugasHendra().id}/${kerja}`, {}).expect(404);
      expect(body.kode).toBe("JALUR_TIDAK_DIKENAL");
      expect(uji.mesin.panggilan).toEqual([]);
    },
  );

  test("a person gives a task of one's own back to its group, and no other, and no other page does it", async () => {
    const tugas = tugasHendra("hendra");
    const jalur = `${API}/task/${tugas.id}/unclaim`;
    uji.mesin.orang.set("heru", { nama: "Heru", grup: ["kepala-ukpbj"] });
    expect((await uji.orang("heru").kirim(jalur, {}).expect(403)).body.kode).toBe("BUKAN_UNTUK_ANDA");
    expect((await uji.orang("hendra", "tebakan").kirim(jalur, {}).expect(403)).body.kode).toBe("HALAMAN_USANG");
    const asing = await uji.orang("hendra").kirim(jalur, {}).set("origin", "https://jahat.example").expect(403);
    expect(asing.body.kode).toBe("ASAL_TIDAK_DIKENAL");
    expect(tugas.pelaksana).toBe("hendra");
    await uji.orang("hendra").kirim(jalur, {}).expect(204);
    expect(tugas.pelaksana).toBeNull();
  });

  test.each(TABRAKAN)("taking or giving back a task is tried again after %s", async (_apa, isi) => {
    const tugas = tugasHendra();
    const jalur = (kerja: string) => `${API}/task/${tugas.id}/${kerja}`;
    uji.mesin.tolak.set("claim", { status: 500, isi, kali: 1 });
    await uji.orang("hendra").kirim(jalur("claim"), { userId: "hendra" }).expect(204);
    expect(uji.mesin.panggilan.map((p) => p.isi)).toEqual([{ userId: "hendra" }, { userId: "hendra" }]);
    expect(tugas.pelaksana).toBe("hendra");
    uji.mesin.tolak.set("unclaim", { status: 500, isi, kali: 1 });
    await uji.orang("hendra").kirim(jalur("unclaim"), {}).expect(204);
    expect(tugas.pelaksana).toBeNull();
  });

  test("taking a task that collides again and again is refused, and is no failure of the system", async () => {
    uji.mesin.tolak.set("claim", { status: 500, isi: TABRAKAN[5][1] });
    const claim = uji.orang("hendra").kirim(`${API}/task/${tugasHendra().id}/claim`, { userId: "hendra" });
    expect((await claim.expect(409)).body.kode).toBe("PERMOHONAN_BERTABRAKAN");
    expect(uji.mesin.panggilan).toHaveLength(4);
  });

  test("whoever takes a task second learns who was first, and what else the engine refuses is said in Indonesian", async () => {
    const isi = { type: "TaskAlreadyClaimedException", message: "Task '1' is already claimed by someone else." };
    const tugas = tugasHendra();
    const ambil = () => uji.orang("hendra").kirim(`${API}/task/${tugas.id}/claim`, { userId: "hendra" });
    uji.mesin.tolak.set("claim", { status: 500, isi });
    const lain = (await ambil().expect(500)).body;
    expect(lain.kode).toBe("PROSES_MENOLAK");
    expect(JSON.stringify(lain)).not.toContain("already claimed");
    uji.mesin.orang.set("heru", { nama: "Heru", grup: ["kepala-ukpbj"] });
    tugas.pelaksana = "heru";
    const kalah = (await ambil().expect(409)).body;
    expect([kalah.kode, kalah.message]).toEqual([
      "TUGAS_DIKERJAKAN_ORANG_LAIN",
      "Tugas ini sedang dikerjakan oleh Heru.",
    ]);
    expect(uji.mesin.panggilan).toHaveLength(2);
  });

  test("other processes' tasks pass through as they are", async () => {
    const tugas = tambahTugas(uji.mesin, instans, "apa-saja", ["kepala-ukpbj"], "hendra", "cuti:1:abc");
    await uji
      .orang("hendra")
      .kirim(`${API}/task/${tugas.id}/complete`, kiriman({ x: 1 }))
      .expect(204);
    expect(uji.mesin.panggilan[0]?.isi).toEqual(kiriman({ x: 1 }));
  });

  test("a path that the engine might read differently is refused", async () => {
    const { id } = tugasHendra("hendra");
    const hendra = uji.orang("hendra");
    await hendra.kirim(`${API}/task/${id};v=1/complete`, { variables: {} }).expect(404);
    await hendra.kirim(`${API}/task/${id}/%63omplete`, { variables: {} }).expect(400);
    expect(uji.mesin.tugas.has(id)).toBe(true);
  });

  test("an answer beyond all bounds is refused", async () => {
    const catatan = "x".repeat(1_100_000);
    const { body } = await uji
      .orang("hendra")
      .jawab(tugasHendra("hendra").id, { ...setuju, catatan })
      .expect(413);
    expect(body.kode).toBe("ISIAN_TERLALU_BESAR");
  });
});

test("the start form reaches the engine with number, Satker and record", async () => {
  const dewi = uji.orang("dewi");
  const isi = isiPermohonan(await dewi.dokumen());
  const { body } = await dewi.mulai(isi).expect(200);
  expect(body.links).toEqual([]);
  expect(body.businessKey).toMatch(/^RP-2026-\d{4}$/);
  expect(uji.mesin.panggilan[0]?.isi).toMatchObject({
    businessKey: body.businessKey,
    variables: {
      satker: teks("satker-biro-keuangan"),
      nomorPermohonan: teks(body.businessKey),
      akun: json(isi.akun),
    },
  });
  expect(uji.mesin.panggilan[0]?.isi.variables).not.toHaveProperty("selundupan");
});
