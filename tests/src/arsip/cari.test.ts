/** The archive's register: who searches finds the letter, and nothing else. */
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { cariArsip, KueriArsip } from "../../../src/arsip/index.js";
import type { Db } from "../../../src/db/open.js";
import { bahan } from "./bahan.js";
import { simpan, startArsip, type UjiArsip } from "./kit.js";

let uji: UjiArsip;
let db: Db;

beforeAll(async () => {
  uji = await startArsip();
  ({ db } = uji);
});
afterAll(() => uji.close());

describe("the register", () => {
  /** Letters that nobody searches for. */
  beforeAll(async () => {
    for (let i = 0; i < 20; i++) await simpan(db, bahan());
  });

  const cari = async (kueri: object) => (await cariArsip(db, KueriArsip.parse(kueri))).entri.map((e) => e.nomorSurat);

  test("is searched by number, Satker, person and date, by the beginnings of words", async () => {
    const nomorSurat = "B/77/LPSE/PL.02/3/2027";
    await simpan(
      db,
      bahan({ nomorSurat, satker: "Inspektorat Jenderal", orang: ["Éka Nur'aini"], tanggalSurat: "2027-03-01" }),
    );
    for (const kueri of [
      { cari: "B/77/LPSE" },
      { cari: "inspek" },
      { cari: "nur'aini" },
      { satker: "Inspektorat Jenderal" },
      { satker: "inspektorat jen" },
      { nomor: nomorSurat },
      { nomor: "B/77/LPSE/PL" },
      { orang: "nur" },
      { orang: "éka nur'ai" },
      { cari: "inspektorat eka".replace("eka", "éka"), jenis: "surat-pemberitahuan" },
      { dari: "2027-03-01", sampai: "2027-03-01" },
    ])
      expect([kueri, await cari(kueri)]).toEqual([kueri, [nomorSurat]]);
    expect(await cari({ cari: "tidak ada di mana pun" })).toEqual([]);
  });

  test("keeps a number, a Satker and a person apart", async () => {
    await simpan(db, bahan({ nomorSurat: "B/Dahlia/2027", satker: "Balai Melati", orang: ["Kenanga Sari"] }));
    for (const kueri of [{ nomor: "melati" }, { satker: "kenanga" }, { orang: "dahlia" }, { nomor: "B/2027/Dahlia" }])
      expect([kueri, await cari(kueri)]).toEqual([kueri, []]);
    expect(await cari({ nomor: "b/dahlia", satker: "melati", orang: "sari ken" })).toEqual(["B/Dahlia/2027"]);
  });

  test("lists the newest letters first, page by page, and counts them all", async () => {
    for (const hari of ["2030-01-02", "2030-01-05", "2030-01-03"])
      await simpan(db, bahan({ satker: "Pusat Kalender", tanggalSurat: hari }));
    const satu = (halaman: number) => cariArsip(db, KueriArsip.parse({ satker: "kalender", ukuran: 2, halaman }));
    const [awal, akhir] = [await satu(1), await satu(2)];
    expect([...awal.entri, ...akhir.entri].map((e) => e.tanggalSurat)).toEqual([
      "2030-01-05",
      "2030-01-03",
      "2030-01-02",
    ]);
    expect([awal.total, awal.lebih, akhir.total]).toEqual([3, false, 3]);
    expect((await cariArsip(db, KueriArsip.parse({ dari: "2030-01-03", sampai: "2030-01-05" }))).total).toBe(2);
  });

  test.each([
    ["' OR 1=1 --", "or 1 1"],
    ["a & | ! b", "a b"],
    ["x\u0000", "x"],
    [":*", undefined],
    ["%_\\", undefined],
  ])("a search for %j finds what a search for its words finds, and without words nothing", async (teks, kata) => {
    const total = async (kueri: object) => (await cariArsip(db, KueriArsip.parse(kueri))).total;
    const isi = teks.replaceAll("\u0000", "");
    for (const tempat of [["cari"], ["nomor"], ["orang", "satker"]]) {
      const tanya = (apa: string) => total(Object.fromEntries(tempat.map((nama) => [nama, apa])));
      expect([tempat, await tanya(isi)]).toEqual([tempat, kata === undefined ? 0 : await tanya(kata)]);
    }
  });
});
