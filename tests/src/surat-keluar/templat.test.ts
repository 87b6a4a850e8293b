import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { createPencetakSurat } from "../../../src/surat/render.js";
import {
  bacaTemplat,
  catatBerkas,
  createPenyediaTemplat,
  daftarTemplat,
  simpanTemplat,
} from "../../../src/surat-keluar/templat.js";
import { startTestDatabase, type TestDatabase } from "../../support/postgres.js";

let database: TestDatabase;
beforeAll(async () => {
  database = await startTestDatabase();
});
afterAll(() => database.stop());

const pencetak = createPencetakSurat({ dir: "surat" });
const berkas = pencetak.bawaan;
const dengan = (unit: string) => ({ ...berkas, kop: { ...berkas.kop, unit } });
const wahyu = { oleh: "wahyu", namaOleh: "Wahyu", catatan: "unit berganti nama" };

describe("the template in force", () => {
  test("is that of the files until somebody saves another, and again that of the files once these change", async () => {
    const penyedia = createPenyediaTemplat(database.db, pencetak);
    expect((await penyedia.berlaku()).kop.unit).toBe(berkas.kop.unit);
    const { versi } = await penyedia.berlaku();
    expect(await simpanTemplat(database.db, dengan("Biro Baru"), versi, wahyu)).toBe(versi + 1);
    expect((await penyedia.berlaku()).kop.unit).toBe("Biro Baru");
    // A restart with the same files changes nothing; with other files they come into force.
    await catatBerkas(database.db, berkas);
    expect((await penyedia.berlaku()).kop.unit).toBe("Biro Baru");
    await catatBerkas(database.db, dengan("Unit dari Berkas"));
    expect((await penyedia.berlaku()).kop.unit).toBe("Unit dari Berkas");
    expect((await penyedia.versi(versi)).kop.unit).toBe(berkas.kop.unit);
    expect(await daftarTemplat(database.db)).toMatchObject([
      { sumber: "berkas" },
      { sumber: "penyunting", oleh: "wahyu", catatan: "unit berganti nama" },
      { sumber: "berkas", versi },
    ]);
  });

  test("is not overwritten by somebody who looked at an older one", async () => {
    const { versi } = await createPenyediaTemplat(database.db, pencetak).berlaku();
    const [a, b] = await Promise.all([
      simpanTemplat(database.db, dengan("A"), versi, wahyu),
      simpanTemplat(database.db, dengan("B"), versi, wahyu),
    ]);
    expect([a, b].filter((nomor) => nomor === undefined)).toHaveLength(1);
  });

  test("is noted once however many workers start with the same new files", async () => {
    const isi = dengan("Serentak");
    const sebelum = (await daftarTemplat(database.db)).length;
    await Promise.all([1, 2, 3].map(() => catatBerkas(database.db, isi)));
    expect(await daftarTemplat(database.db)).toHaveLength(sebelum + 1);
  });

  test("says what is wrong where a stored one no longer fits", async () => {
    const isi = { ...berkas, kop: { ...berkas.kop, logo: "tidak-ada.svg" } };
    expect(() => pencetak.untuk(isi)).toThrow("logo: berkas tidak-ada.svg tidak ada");
    expect(await bacaTemplat(database.db, 9_999)).toBeUndefined();
  });
});
