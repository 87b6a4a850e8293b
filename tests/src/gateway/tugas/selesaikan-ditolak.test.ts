/** Answers that do not get through: somebody else's task, a change of the request meanwhile, the engine's refusals. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import type { Dokumen } from "../../../../src/proses/variabel.js";
import { BUKAN_TABRAKAN, TABRAKAN } from "../../../support/tabrakan.js";
import { startUji, type Uji } from "../kit.js";
import { type InstansPalsu, tambahTugas } from "../mesin-palsu.js";
import { instansDijawab, setuju, simpanDraf, terkirim, tugasHendra } from "./kit.js";

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

describe("a task that is not this person's to complete", () => {
  test("of another lane and one that never was are refused alike", async () => {
    const maya = uji.orang("maya");
    const milikLain = await maya.jawab(tugasHendra(uji, instans).id, setuju).expect(403);
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
    const tugas = tugasHendra(uji, instans, "hendra");
    const hendra = uji.orang("hendra");
    await hendra.jawab(tugas.id, setuju).expect(204);
    const { body } = await hendra.jawab(tugas.id, setuju).expect(409);
    expect(body).toMatchObject({
      kode: "TUGAS_SUDAH_SELESAI",
      message: "Tugas ini sudah diselesaikan oleh Anda pada 23 November 2026 pukul 09.00 WIB. Muat ulang halaman.",
    });
  });

  test("completed while this answer was under way says so too", async () => {
    const tugas = tugasHendra(uji, instans, "hendra");
    const [pertama, kedua] = await Promise.all([
      uji.orang("hendra").jawab(tugas.id, setuju),
      uji.orang("hendra").jawab(tugas.id, setuju),
    ]);
    expect([pertama.status, kedua.status].sort()).toEqual([204, 409]);
  });

  test("ended by a withdrawal says that", async () => {
    const tugas = tugasHendra(uji, instans);
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
    await uji.orang("hendra").jawab(tugasHendra(uji, instans).id, setuju).expect(204);
    expect(terkirim(uji)).toEqual(["claim", "claim", "submit-form", "submit-form", "submit-form"]);
  });

  test.each(BUKAN_TABRAKAN)("is not sent again for %s", async (_apa, sebab) => {
    uji.mesin.tolak.set("submit-form", { status: 500, isi: sebab });
    const { body } = await uji
      .orang("hendra")
      .jawab(tugasHendra(uji, instans, "hendra").id, setuju)
      .expect(500);
    expect(body.kode).toBe("PROSES_MENOLAK");
    expect(terkirim(uji)).toEqual(["submit-form"]);
  });

  test.each(["task", "variables"])("is read again before it is sent: %s", async (bacaan) => {
    uji.mesin.tolak.set(bacaan, { status: 500, isi: TABRAKAN[5][1], kali: 3 });
    await uji
      .orang("hendra")
      .jawab(tugasHendra(uji, instans, "hendra").id, setuju)
      .expect(204);
    expect(terkirim(uji)).toEqual(["submit-form"]);
  });

  test("is told that the task is over where it ended before its variables could be read", async () => {
    const tugas = tugasHendra(uji, instans, "hendra");
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
    const { body } = await uji
      .orang("hendra")
      .jawab(tugasHendra(uji, instans, "hendra").id, setuju)
      .expect(409);
    expect(body.kode).toBe("PERMOHONAN_BERTABRAKAN");
    expect(terkirim(uji)).toHaveLength(4);
  });

  test("is told when the other change was the end of the task", async () => {
    const tugas = tugasHendra(uji, instans, "hendra");
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
    const { body } = await uji.orang("siapa").jawab(tugasHendra(uji, instans).id, setuju).expect(401);
    expect(body.message).toBe("Sesi Anda sudah berakhir. Masuk lagi; isian Anda belum terkirim.");
  });

  test("an old page's token, and a missing one without asking the engine, which would end the session", async () => {
    const tugas = tugasHendra(uji, instans, "hendra");
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
    const { body } = await uji
      .orang("hendra")
      .jawab(tugasHendra(uji, instans, "hendra").id, setuju)
      .expect(409);
    expect(body.kode).toBe("PERMOHONAN_DITANGGUHKAN");
  });

  test("a missing right", async () => {
    const isi = { type: "AuthorizationException", message: "The user with id 'hendra' does not have …" };
    uji.mesin.tolak.set("submit-form", { status: 403, isi });
    const { body } = await uji
      .orang("hendra")
      .jawab(tugasHendra(uji, instans, "hendra").id, setuju)
      .expect(403);
    expect(body).toMatchObject({ kode: "BUKAN_UNTUK_ANDA", message: "Tugas ini bukan untuk Anda." });
  });
});
