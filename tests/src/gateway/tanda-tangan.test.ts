import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { eq, sql } from "drizzle-orm";
import supertest from "supertest";
import { audit, tandaTangan } from "../../../src/db/schema.js";
import { simpanDokumen } from "../../../src/dokumen/store.js";
import type { Dokumen } from "../../../src/proses/variabel.js";
import { createPenandaLokal, GalatPenanda, type Penanda } from "../../../src/tanda-tangan/index.js";
import { buatPenerbit } from "../../support/kunci-uji.js";
import { NOMOR_SURAT, suratUji, tandaTanganUji } from "../../support/tanda-tangan.js";
import { json, startUji, type Uji } from "./kit.js";
import { type InstansPalsu, type TugasPalsu, tambahInstans, tambahTugas, teks } from "./mesin-palsu.js";

const PASSPHRASE = "frasa rahasia hendra 7788";
const SAAT = new Date("2026-11-23T03:00:00Z");
/** How long the gateway keeps the person waiting; the test of a late answer shortens it. */
let tungguMs = 20_000;
const { p12 } = buatPenerbit().terbitkan("Hendra Gunawan", PASSPHRASE);
const folder = mkdtempSync(join(tmpdir(), "uji-p12-"));
writeFileSync(join(folder, "kunci.p12"), p12);
const asli = createPenandaLokal({ berkasP12: join(folder, "kunci.p12"), jam: () => SAAT });

/** The real local signer, unless a test puts another in its place. */
let penanda: Penanda["tandaTangani"];
let diminta = 0;
const pengganti: Penanda = {
  jenis: "lokal",
  tandaTangani: (minta) => {
    diminta += 1;
    return penanda(minta);
  },
  periksaAkun: async () => undefined,
};

let uji: Uji;
let instans: InstansPalsu;
let tugas: TugasPalsu;
let draf: Dokumen;
let urut = 0;
beforeAll(async () => {
  const dasar = tandaTanganUji({ penanda: pengganti, batasMs: 60_000 });
  const tandaTangan = {
    ...dasar,
    get tungguMs() {
      return tungguMs;
    },
  };
  uji = await startUji({ tandaTangan });
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await uji.close();
});
beforeEach(async () => {
  urut += 1;
  diminta = 0;
  tungguMs = 20_000;
  penanda = asli.tandaTangani;
  const nomor = `RP-2026-08${urut}`;
  const nama = "draf.pdf";
  draf = await simpanDokumen(uji.db, { jenis: "draf-surat", nama, isi: suratUji(), pemilik: "layanan-workers" });
  instans = tambahInstans(uji.mesin, nomor, {
    nomorPermohonan: teks(nomor),
    satker: teks("satker-biro-keuangan"),
    nomorSurat: teks(NOMOR_SURAT),
    tanggalSuratPemberitahuan: teks("2026-11-23"),
    drafSurat: json(draf),
  });
  tugas = tambahTugas(uji.mesin, instans, "tanda-tangan-surat", ["kepala-ukpbj"], "hendra");
});

const jalur = (sisa = "") => `/api/tugas/${tugas.id}/tanda-tangan${sisa}`;
const hendra = () => uji.orang("hendra");
const tandatangani = (passphrase = PASSPHRASE) => hendra().kirim(jalur(), { passphrase });
const jawab = (suratDitandatangani: Dokumen) =>
  hendra().jawab(tugas.id, { keputusanTandaTangan: "tandaTangan", suratDitandatangani });
const barisIni = () => uji.db.select().from(tandaTangan).where(eq(tandaTangan.instans, instans.id));

describe("signing electronically", () => {
  test("gives a letter that completes the task without further questions", async () => {
    const { body } = await tandatangani().expect(200);
    expect(body).toMatchObject({ keadaan: "berhasil", cara: { jenis: "lokal", bsre: false } });
    expect(body.laporan.tandaTangan).toMatchObject([{ nama: "Hendra Gunawan", utuh: true, menyeluruh: true }]);
    await jawab(body.dokumen).expect(204);
    expect(instans.variabel.suratDitandatangani).toEqual(json(body.dokumen));
  });

  test("asks the signer once, however often the button is pressed", async () => {
    const [satu, dua] = await Promise.all([tandatangani(), tandatangani()]);
    const tiga = await tandatangani("apa pun");
    expect(diminta).toBe(1);
    expect([satu.body.keadaan, dua.body.keadaan]).toContain("berhasil");
    expect(tiga.body).toMatchObject({ keadaan: "berhasil", dokumen: (await hendra().ambil(jalur())).body.dokumen });
  });

  test("with a wrong passphrase says so, and the next attempt may be right", async () => {
    const { body } = await tandatangani("bukan ini").expect(422);
    expect(body).toMatchObject({ kode: "TANDA_TANGAN_DITOLAK", detail: expect.stringContaining("Passphrase salah") });
    await tandatangani().expect(200);
  });

  test("is for the assignee of this very task only", async () => {
    await uji.orang("andi").kirim(jalur(), { passphrase: PASSPHRASE }).expect(404);
    tugas.pelaksana = null;
    await tandatangani().expect(403);
    expect(diminta).toBe(0);
  });

  test("a file that is not the stamped letter with a good signature is not taken", async () => {
    penanda = async ({ pdf }) => pdf;
    const { body } = await tandatangani().expect(422);
    expect(body.detail).toContain("tidak sah");
    expect((await barisIni())[0]).toMatchObject({ keadaan: "gagal", kode: "HASIL_TIDAK_SAH", dokumen: null });
  });
});

describe("an answer that does not come in time", () => {
  test("is unknown, nothing is asked again, and the late answer is found by looking", async () => {
    let lepas = () => {};
    const tahan = new Promise<void>((jadi) => {
      lepas = jadi;
    });
    tungguMs = 20;
    penanda = async (minta) => tahan.then(() => asli.tandaTangani(minta));
    expect((await tandatangani().expect(200)).body).toMatchObject({ keadaan: "belumDiketahui", bolehUlang: false });
    expect((await tandatangani().expect(200)).body.keadaan).toBe("belumDiketahui");
    await hendra().kirim(jalur("/tinggalkan"), {}).expect(409);
    lepas();
    const akhir = Date.now() + 10_000;
    let kini = (await hendra().kirim(jalur("/periksa"), {})).body;
    while (kini.keadaan !== "berhasil" && Date.now() < akhir) kini = (await hendra().kirim(jalur("/periksa"), {})).body;
    expect(kini).toMatchObject({ keadaan: "berhasil", layanan: null });
    expect(diminta).toBe(1);
  });

  test("stays unknown when the line broke; only the person decides to sign once more", async () => {
    penanda = async () => {
      throw new GalatPenanda("TIDAK_DIKETAHUI", "no reply");
    };
    expect((await tandatangani().expect(200)).body).toMatchObject({ keadaan: "belumDiketahui", bolehUlang: true });
    penanda = asli.tandaTangani;
    expect((await tandatangani()).body.keadaan).toBe("belumDiketahui");
    expect(diminta).toBe(1);
    expect((await hendra().kirim(jalur("/tinggalkan"), {}).expect(200)).body.keadaan).toBe("siap");
    expect((await tandatangani()).body.keadaan).toBe("berhasil");
    expect((await barisIni()).map((b) => b.keadaan).sort()).toEqual(["berhasil", "ditinggalkan"]);
  });
});

describe("the passphrase", () => {
  test("is in no table, no log line and no reply", async () => {
    const balasan = [await tandatangani(), await tandatangani("salah 5566 sekali"), await hendra().ambil(jalur())];
    const rusak = await supertest(uji.app)
      .post(jalur())
      .set({ cookie: "JSESSIONID=hendra; XSRF-TOKEN=t", "content-type": "application/json" })
      .send(`{"passphrase":"${PASSPHRASE}`);
    expect(rusak.status).toBe(400);
    const tabel = await uji.db.execute<{ t: string }>(
      sql`select tablename as t from pg_tables where schemaname = 'public'`,
    );
    const isi = await Promise.all(
      tabel.rows.map(({ t }) =>
        uji.db.execute(sql`select * from ${sql.identifier(t)}`).then((r) => JSON.stringify(r.rows)),
      ),
    );
    expect(isi.join()).toContain(NOMOR_SURAT);
    const semua = [...isi, ...uji.catatan, ...[...balasan, rusak].map((b) => JSON.stringify(b.body))].join("\n");
    for (const p of [PASSPHRASE, "salah 5566 sekali"]) {
      expect(semua).not.toContain(p);
      expect(semua).not.toContain(Buffer.from(p).toString("hex"));
    }
  });

  test("cannot be guessed: after five wrong ones there is a pause, also for the right one", async () => {
    uji.mesin.orang.set("sinta", { nama: "Sinta", grup: ["kepala-ukpbj"] });
    tugas.pelaksana = "sinta";
    const sinta = (passphrase: string) => uji.orang("sinta").kirim(jalur(), { passphrase });
    for (let i = 0; i < 5; i += 1) await sinta(`tebakan ${i}`).expect(422);
    const { body } = await sinta(PASSPHRASE).expect(429);
    expect(body.kode).toBe("TANDA_TANGAN_DIBATASI");
  });
});

describe("an uploaded letter", () => {
  const periksa = (dokumen: string) => hendra().kirim(`/api/tugas/${tugas.id}/surat-bertanda-tangan`, { dokumen });

  test("is judged before and again with the answer", async () => {
    const pindaian = Buffer.from(suratUji({ penutup: "Lain sama sekali." }));
    const { body: dokumen } = await hendra().unggah(pindaian).expect(201);
    const { body } = await periksa(dokumen.id).expect(200);
    expect(body).toMatchObject({ putusan: "peringatan" });
    expect(body.beda.length).toBeGreaterThan(1);
    const tolak = await jawab(dokumen).expect(400);
    expect(tolak.body.galat).toMatchObject([{ jalur: "peringatanDibaca" }]);
    const jawaban = { keputusanTandaTangan: "tandaTangan", suratDitandatangani: dokumen, peringatanDibaca: true };
    await hendra().jawab(tugas.id, jawaban).expect(204);
    expect(instans.variabel.peringatanDibaca).toBeUndefined();
    expect(await barisIni()).toMatchObject([{ cara: "unggah", keadaan: "berhasil", sha256: dokumen.sha256 }]);
  });

  test("that is another letter cannot be used, whatever the answer claims", async () => {
    const { body: dokumen } = await hendra()
      .unggah(suratUji({ nomorSurat: "B/9/LPSE/PL.02/11/2026" }))
      .expect(201);
    const jawaban = { keputusanTandaTangan: "tandaTangan", suratDitandatangani: dokumen, peringatanDibaca: true };
    const { body } = await hendra().jawab(tugas.id, jawaban).expect(400);
    expect(body.message).toContain("surat lain");
  });

  test("of somebody else is not looked into", async () => {
    const { body: milikAndi } = await uji.orang("andi").unggah(suratUji()).expect(201);
    await periksa(milikAndi.id).expect(404);
  });
});

describe("the verification page", () => {
  const lihat = (id: string) => supertest(uji.app).get(`/api/verifikasi/${id}`);
  const idIni = async () => (await barisIni())[0]?.id ?? "";

  test("knows a letter from the moment its task is completed, and tells five things about it", async () => {
    const { body } = await tandatangani();
    await lihat(await idIni()).expect(404);
    await jawab(body.dokumen).expect(204);
    const { body: hasil } = await lihat(await idIni()).expect(200);
    expect(hasil).toEqual({
      keadaan: "bukanBsre",
      nomorSurat: NOMOR_SURAT,
      tanggalSurat: "2026-11-23",
      penandaTangan: "Hendra Gunawan",
      penerbit: "Penerbit Uji",
      waktu: SAAT.toISOString(),
      sha256: body.dokumen.sha256,
    });
    const tindakan = await uji.db
      .select()
      .from(audit)
      .where(eq(audit.objek, await idIni()));
    expect(tindakan.map((a) => a.tindakan)).toEqual([
      "tandaTangan.mulai",
      "tandaTangan.berhasil",
      "tandaTangan.terbit",
    ]);
  });

  test("says so when the stored copy is no longer what was signed", async () => {
    const { body } = await tandatangani();
    await jawab(body.dokumen).expect(204);
    await uji.db.execute(sql`update dokumen set isi = isi || '\\x00'::bytea where id = ${body.dokumen.id}`);
    expect((await lihat(await idIni())).body.keadaan).toBe("tidakCocok");
  });

  test("tells nothing apart of addresses it does not know", async () => {
    const { body } = await lihat("0b6f0a58-6e0e-4d3a-9d55-0e4be1b2a111").expect(404);
    expect((await lihat("1").expect(404)).body).toEqual(body);
  });

  test("slows down whoever asks too often", async () => {
    const lain = await startUji({ verifikasiPerMenit: 3 });
    const status: number[] = [];
    for (let i = 0; i < 5; i += 1) status.push((await supertest(lain.app).get("/api/verifikasi/x")).status);
    await lain.close();
    expect(status).toEqual([404, 404, 404, 429, 429]);
  });
});

test("a stored letter is found by the hash that the page names", async () => {
  const { body } = await tandatangani();
  const { body: pdf } = await hendra().ambil(`/api/dokumen/${body.dokumen.id}`).buffer(true);
  expect(createHash("sha256").update(pdf).digest("hex")).toBe(body.dokumen.sha256);
});
