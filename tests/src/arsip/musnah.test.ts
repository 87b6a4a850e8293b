/** Destruction after the retention period. */
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { sql } from "drizzle-orm";
import {
  cariArsip,
  daftarUsul,
  KueriArsip,
  lewatRetensi,
  MusnahDitolak,
  periksaArsip,
  putuskan,
  usulkan,
} from "../../../src/arsip/index.js";
import type { Db } from "../../../src/db/open.js";
import { bahan } from "./bahan.js";
import { hari, keputusan, simpan, startArsip, type UjiArsip } from "./kit.js";

let uji: UjiArsip;
let db: Db;

beforeAll(async () => {
  uji = await startArsip();
  ({ db } = uji);
});
afterAll(() => uji.close());

describe("destruction", () => {
  // Entry 1 still has to be kept.
  beforeAll(() => simpan(db, bahan()));

  test("needs a second person, leaves the register's line and a record, and the chain stays whole", async () => {
    const lama = await simpan(db, bahan({ simpanSampai: "2020-01-01", uraian: "Surat lama" }));
    const [calon] = (await lewatRetensi(db, hari)).filter(({ uraian }) => uraian === "Surat lama");
    const id = await usulkan(db, { oleh: "andi", entri: [calon?.urut ?? 0], alasan: "Masa simpan habis", hari });
    await expect(putuskan(db, { ...keputusan, id, oleh: "andi" })).rejects.toThrow(MusnahDitolak);
    expect(await putuskan(db, { ...keputusan, id, oleh: "hendra" })).toBe(1);
    await expect(putuskan(db, { ...keputusan, id, oleh: "ratna" })).rejects.toThrow("sudah diputus");
    const { rows } = await db.execute(sql`select 1 from arsip_isi where sha256 = ${lama.sha256}`);
    expect(rows).toEqual([]);
    expect((await cariArsip(db, KueriArsip.parse({ cari: "Berita acara pemusnahan" }))).total).toBe(1);
    expect((await periksaArsip(db)).temuan).toEqual([]);
  });

  test("is refused for a copy that still has to be kept", async () => {
    await simpan(db, bahan());
    await expect(usulkan(db, { oleh: "andi", entri: [1], alasan: "x", hari })).rejects.toThrow(
      "Belum lewat masa simpan",
    );
    await expect(usulkan(db, { oleh: "andi", entri: [], alasan: "x", hari })).rejects.toThrow(
      "sekurang-kurangnya satu",
    );
  });

  test("an entry stands on one list at a time", async () => {
    await simpan(db, bahan({ simpanSampai: "2020-01-01", uraian: "Diusulkan dua kali" }));
    const calon = async () => (await lewatRetensi(db, hari)).filter(({ uraian }) => uraian === "Diusulkan dua kali");
    const entri = (await calon()).map(({ urut }) => urut);
    const id = await usulkan(db, { oleh: "andi", entri, alasan: "x", hari });
    expect(await calon()).toEqual([]);
    await expect(usulkan(db, { oleh: "maya", entri, alasan: "x", hari })).rejects.toThrow("sudah diusulkan");
    expect((await daftarUsul(db)).at(-1)?.rincian).toMatchObject([{ uraian: "Diusulkan dua kali" }]);
    await putuskan(db, { ...keputusan, keputusan: "tolak", id, oleh: "hendra" });
    expect(await calon()).toHaveLength(1);
  });

  test("a refused list destroys nothing", async () => {
    const lama = await simpan(db, bahan({ simpanSampai: "2020-01-01" }));
    const urut = (await lewatRetensi(db, hari)).map((satu) => satu.urut);
    const id = await usulkan(db, { oleh: "andi", entri: urut, alasan: "x", hari });
    expect(await putuskan(db, { ...keputusan, keputusan: "tolak", id, oleh: "hendra" })).toBe(0);
    const { rows } = await db.execute(sql`select 1 from arsip_isi where sha256 = ${lama.sha256}`);
    expect(rows).toHaveLength(1);
    expect((await daftarUsul(db)).at(-1)).toMatchObject({ keputusan: "tolak", diputusOleh: "hendra" });
  });
});
