/** Letter numbers and the letter template: who may, what they answer, what is refused. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { simpanArsip } from "../../../src/arsip/index.js";
import { selesaikanPemulihan } from "../../../src/pemulihan/index.js";
import type { IsiTemplat } from "../../../src/surat/isi-templat.js";
import { createPencetakSurat } from "../../../src/surat/render.js";
import { beriNomorSurat } from "../../../src/surat-keluar/index.js";
import { bahan } from "../arsip/bahan.js";
import { bacaPdf, teksHalaman } from "../surat/pdf.js";
import { startUji, type Uji } from "./kit.js";
import { tambahInstans } from "./mesin-palsu.js";

let uji: Uji;
beforeAll(async () => {
  uji = await startUji();
});
afterAll(() => uji.close());

const pencetak = createPencetakSurat({ dir: "surat" });
const templat = { versi: 1, surat: pencetak.untuk(pencetak.bawaan) };
const beri = (instans: string, satker = "Biro Keuangan") =>
  beriNomorSurat(
    uji.db,
    { kunci: instans, jenis: "surat-pemberitahuan", instans, nomorPermohonan: "RP-2026-0001", satker },
    new Date("2026-11-23T02:00:00Z"),
    templat,
  );

describe("the list of letter numbers", () => {
  test("tells what became of each number, and who ended what never went out", async () => {
    const [terbit, jalan, hapus] = ["RP-2026-0001", "RP-2026-0002", "RP-2026-0003"].map((n) =>
      tambahInstans(uji.mesin, n),
    );
    const nomor = [];
    for (const i of [terbit, jalan, hapus]) nomor.push((await beri(i?.id ?? "")).nomor);
    await simpanArsip(uji.db, bahan({ nomorSurat: nomor[0] ?? "" }), new Date("2026-11-23T03:00:00Z"));
    if (hapus) hapus.state = "EXTERNALLY_TERMINATED";
    const { body } = await uji.orang("andi").ambil("/api/surat/nomor").expect(200);
    expect(body).toMatchObject({
      total: 3,
      tahun: [2026],
      nomor: [
        {
          nomor: nomor[2],
          keadaan: "ditarik",
          ditarikOleh: "Sari Handayani",
          alasan: "salah kirim",
          ditarik: "2026-11-23T02:00:00.000Z",
        },
        { nomor: nomor[1], keadaan: "disusun", ditarik: null },
        { nomor: nomor[0], keadaan: "terbit" },
      ],
    });
    const cari = await uji.orang("andi").ambil("/api/surat/nomor?keadaan=ditarik&cari=keuangan&tahun=2026").expect(200);
    expect(cari.body).toMatchObject({ total: 1, nomor: [{ nomor: nomor[2] }] });
  });

  test("goes out as CSV in which no cell is a formula, and as XLSX", async () => {
    const { id } = tambahInstans(uji.mesin, "RP-2026-0009");
    await beri(id, '=HYPERLINK("http://x";"y")');
    const { text } = await uji.orang("andi").ambil("/api/surat/nomor.csv").expect(200);
    expect(text).toContain(`"'=HYPERLINK(""http://x"";""y"")"`);
    expect(text).not.toMatch(/(^|;)"?[=+@]/m);
    await uji.orang("andi").ambil("/api/surat/nomor.xlsx").expect(200);
  });

  test("explains the gap that a restore left, on the page and in the file", async () => {
    const tanda = { id: randomUUID(), titik: "2027-03-01T09:30:00.000Z", dipulihkan: "2027-03-02T01:00:00.000Z" };
    await selesaikanPemulihan(uji.db, { ...tanda, nomorTerakhir: { surat: 40, permohonan: 7 } });
    const alasan =
      "Nomor urut 1 sampai 40 tidak diberikan lagi: sistem dipulihkan pada 2 Maret 2027 pukul 08.00 WIB dari cadangan " +
      "1 Maret 2027 pukul 16.30 WIB, dan surat yang terbit di antaranya mungkin sudah memakainya.";
    const { body } = await uji.orang("andi").ambil("/api/surat/nomor?keadaan=dilewati").expect(200);
    expect(body).toMatchObject({ total: 1, nomor: [{ tahun: 2027, dari: 1, urut: 40, nomor: null, alasan }] });
    const { text } = await uji.orang("andi").ambil("/api/surat/nomor.csv?tahun=2027").expect(200);
    expect(text).toContain("Dilewati");
    expect(text).toContain(alasan);
  });

  test.each(["/api/surat/nomor", "/api/surat/nomor.csv", "/api/surat/templat", "/api/surat/templat/1"])(
    "%s is for the offices' staff",
    async (jalur) => {
      expect((await uji.orang("dewi").ambil(jalur)).status).toBe(403);
      expect((await uji.orang("tamu-tak-dikenal").ambil(jalur)).status).toBe(401);
    },
  );

  test.each(["keadaan=hilang", "halaman=0", "tahun=x"])("refuses ?%s with a sentence", async (kueri) => {
    const { body } = await uji.orang("andi").ambil(`/api/surat/nomor?${kueri}`).expect(400);
    expect(body).toMatchObject({ kode: "ISIAN_TIDAK_SAH" });
  });
});

describe("the letter template", () => {
  const baca = async (orang = "wahyu") =>
    (await uji.orang(orang).ambil("/api/surat/templat").expect(200)).body as {
      berlaku: number;
      bolehUbah: boolean;
      isi: IsiTemplat;
    };
  const dengan = (isi: IsiTemplat, kop: object): IsiTemplat => ({ ...isi, kop: { ...isi.kop, ...kop } });
  const pratinjau = (isi: unknown, contoh = "sebagianBerhasil") =>
    uji.orang("wahyu").kirim("/api/surat/templat/pratinjau", { isi, contoh }).buffer(true);

  test("is read by staff, changed by process owners and administrators only", async () => {
    const { berlaku, isi, bolehUbah } = await baca("andi");
    expect(bolehUbah).toBe(false);
    expect((await baca()).bolehUbah).toBe(true);
    const simpan = { dasar: berlaku, isi, catatan: "coba" };
    expect((await uji.orang("andi").kirim("/api/surat/templat", simpan)).status).toBe(403);
    expect((await uji.orang("dewi").kirim("/api/surat/templat/pratinjau", { isi })).status).toBe(403);
  });

  test.each([
    "semuaBerhasil",
    "sebagianBerhasil",
    "tidakAdaBerhasil",
    "daftarPanjang",
    "surat-penolakan",
    "surat-pengembalian",
  ])("shows %s as the real letter, with what was typed printed letter for letter", async (contoh) => {
    const { isi } = await baca();
    const unit = '#include "kop.json" *tebal* $x$ /etc/passwd';
    const { body, headers } = await pratinjau(dengan(isi, { unit }), contoh).expect(200);
    expect(headers["content-type"]).toContain("application/pdf");
    const teks = (await bacaPdf(Buffer.from(body))).halaman.map(teksHalaman).join("");
    expect(teks).toContain(unit.toUpperCase().replaceAll(" ", ""));
  });

  test.each([
    [{ nomor: { derajat: "B", unit: "LPSE", klasifikasi: "PL.02", pola: "{urut}" } }, "harus memuat {tahun}"],
    [{ logo: "../../etc/passwd.png" }, "harus nama berkas"],
    [{ logo: "tidak-ada.png" }, "tidak ada di folder surat"],
    [{ asing: "x" }, "asing"],
  ])("refuses %j with a sentence, in the preview and when it is saved", async (kop, kalimat) => {
    const { isi, berlaku } = await baca();
    const satu = await uji.orang("wahyu").kirim("/api/surat/templat/pratinjau", { isi: dengan(isi, kop) });
    const dua = await uji
      .orang("wahyu")
      .kirim("/api/surat/templat", { dasar: berlaku, isi: dengan(isi, kop), catatan: "coba" });
    for (const { status, body } of [satu, dua]) {
      expect(status).toBe(400);
      expect(body.detail).toContain(kalimat);
    }
  });

  test("comes into force with who and why, once: whoever looked at an older one is told", async () => {
    const { isi, berlaku } = await baca();
    const simpan = { dasar: berlaku, isi: dengan(isi, { kota: "Bandung" }), catatan: "Pindah kantor" };
    const { body } = await uji.orang("wahyu").kirim("/api/surat/templat", simpan).expect(201);
    expect(body.versi).toBeGreaterThan(berlaku);
    expect((await uji.orang("wati").kirim("/api/surat/templat", simpan)).body).toMatchObject({
      kode: "TEMPLAT_BERUBAH",
    });
    const kini = await baca();
    expect(kini).toMatchObject({
      berlaku: body.versi,
      isi: { kop: { kota: "Bandung" } },
      versi: [{ namaOleh: "Wahyu Setiawan", catatan: "Pindah kantor" }, { sumber: "berkas" }],
    });
    const lama = await uji.orang("andi").ambil(`/api/surat/templat/${berlaku}`).expect(200);
    expect(lama.body.isi.kop.kota).toBe("Jakarta");
    expect((await uji.orang("andi").ambil("/api/surat/templat/999")).status).toBe(404);
    const { rows } = await uji.db.execute(`select oleh, objek from audit where tindakan = 'templat-surat.simpan'`);
    expect(rows).toEqual([{ oleh: "wahyu", objek: String(body.versi) }]);
  });

  test("wants to be told what changed and why", async () => {
    const { isi, berlaku } = await baca();
    const { body } = await uji
      .orang("wahyu")
      .kirim("/api/surat/templat", { dasar: berlaku, isi, catatan: " " })
      .expect(400);
    expect(body.detail).toContain("Isi catatan perubahan.");
  });
});
