/** What is archived stays as it is: the application can only append, and whatever else happens to the tables is found. */
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { sql } from "drizzle-orm";
import pg from "pg";
import {
  bacaEntriArsip,
  catatPemeriksaan,
  jangkarkan,
  keadaanArsip,
  periksaArsip,
  rincianArsip,
} from "../../../src/arsip/index.js";
import type { Db } from "../../../src/db/open.js";
import { bahan } from "./bahan.js";
import { kunci, simpan, startArsip, type UjiArsip } from "./kit.js";

let uji: UjiArsip;
let db: Db;
let owner: pg.Client;

beforeAll(async () => {
  uji = await startArsip();
  ({ db, owner } = uji);
});
afterAll(() => uji.close());

/** Does something to the tables as nobody may, and answers what the verification finds; all is undone afterwards. */
async function whatIsFoundAfter(tamper: string, values: unknown[] = []): Promise<string[]> {
  await owner.query("BEGIN");
  try {
    await owner.query("SET LOCAL session_replication_role = replica");
    const { rowCount } = await owner.query(tamper, values);
    expect(rowCount).toBeGreaterThan(0);
    await owner.query("SET LOCAL session_replication_role = origin");
    const { drizzle } = await import("drizzle-orm/node-postgres");
    const schema = await import("../../../src/db/schema.js");
    return (await periksaArsip(drizzle(owner, { schema }) as unknown as Db)).temuan.map(({ pesan }) => pesan);
  } finally {
    await owner.query("ROLLBACK");
  }
}

describe("appending", () => {
  test("happens once per request; the second call answers the first one's entry", async () => {
    const satu = bahan();
    const entri = await simpan(db, satu);
    expect(await simpan(db, { ...satu, isi: Buffer.from("lain") })).toEqual(entri);
    expect(await bacaEntriArsip(db, satu.instans)).toEqual(entri);
  });

  test("twenty writers at once make one unbroken chain", async () => {
    await Promise.all(Array.from({ length: 20 }, () => simpan(db, bahan())));
    const { entri, temuan } = await periksaArsip(db);
    expect(temuan).toEqual([]);
    expect(entri).toBeGreaterThanOrEqual(21);
  });

  test("the same bytes are kept once, under two entries", async () => {
    const isi = Buffer.from("%PDF-1.7 sama");
    const [a, b] = [await simpan(db, bahan({ isi })), await simpan(db, bahan({ isi }))];
    expect(a.sha256).toBe(b.sha256);
    expect(a.id).not.toBe(b.id);
    expect((await periksaArsip(db)).temuan).toEqual([]);
  });

  test("a letter number is archived once", async () => {
    const satu = bahan();
    await simpan(db, satu);
    await expect(simpan(db, bahan({ nomorSurat: satu.nomorSurat }))).rejects.toThrow();
    expect((await periksaArsip(db)).temuan).toEqual([]);
  });
});

describe("the application's role", () => {
  test.each([
    "UPDATE arsip SET uraian = 'lain'",
    "DELETE FROM arsip",
    "TRUNCATE arsip",
    "UPDATE arsip_isi SET isi = ''",
    "DELETE FROM arsip_isi",
    "DELETE FROM jangkar_arsip",
    "DELETE FROM audit",
    "SET arsip.pemusnahan = 'ya'; DELETE FROM arsip_isi",
    "SET session_replication_role = replica",
  ])("may not: %s", async (statement) => {
    const client = new pg.Client({ connectionString: uji.url });
    await client.connect();
    await expect(client.query(statement)).rejects.toThrow(/permission denied/);
    await client.end();
  });

  test("even the tables' owner is stopped by a trigger", async () => {
    for (const statement of ["UPDATE arsip SET uraian = 'lain'", "DELETE FROM arsip_isi", "TRUNCATE arsip"])
      await expect(owner.query(statement)).rejects.toThrow(/append-only/);
  });
});

describe("verification", () => {
  beforeAll(async () => {
    for (let i = 0; i < 3; i++) await simpan(db, bahan());
    await jangkarkan(db, kunci, new Date());
  });

  test("finds every single changed bit of a stored copy", async () => {
    const { rows } = await owner.query<{ sha256: string; bits: number }>(
      "SELECT sha256, length(isi) * 8 AS bits FROM arsip_isi ORDER BY sha256 LIMIT 1",
    );
    const { sha256 = "", bits = 0 } = rows[0] ?? {};
    for (let bit = 0; bit < bits; bit += 7) {
      const flip =
        "UPDATE arsip_isi SET isi = set_bit(isi, $1::bigint, 1 - get_bit(isi, $1::bigint)) WHERE sha256 = $2";
      expect([bit, await whatIsFoundAfter(flip, [bit, sha256])]).toEqual([bit, ["isi berubah"]]);
    }
  });

  test("finds a changed bit in every byte of an entry's text", async () => {
    const { rows } = await owner.query<{ n: number }>("SELECT length(catatan) AS n FROM arsip WHERE urut = 2");
    for (let at = 1; at <= (rows[0]?.n ?? 0); at += 5) {
      const flip = `UPDATE arsip SET catatan = overlay(catatan placing chr(ascii(substr(catatan, $1::int, 1)) # 1) from $1::int) WHERE urut = 2`;
      expect([at, (await whatIsFoundAfter(flip, [at])).length > 0]).toEqual([at, true]);
    }
  });

  test.each([
    ["a column", "UPDATE arsip SET uraian = uraian || ' ' WHERE urut = 2", "kolom uraian berbeda dari catatan"],
    [
      "a date",
      "UPDATE arsip SET diarsipkan = diarsipkan + interval '1 second' WHERE urut = 2",
      "kolom diarsipkan berbeda dari catatan",
    ],
    ["a hash", "UPDATE arsip SET hash = reverse(hash) WHERE urut = 2", "hash tidak cocok dengan catatan"],
    ["a link", "UPDATE arsip SET sebelum = reverse(sebelum) WHERE urut = 2", "tidak menyambung ke entri sebelumnya"],
    ["a missing entry", "DELETE FROM arsip WHERE urut = 2", "entri 2 hilang"],
    ["a missing copy", "DELETE FROM arsip_isi WHERE sha256 = (SELECT sha256 FROM arsip WHERE urut = 2)", "isi hilang"],
    ["a forged anchor", "UPDATE jangkar_arsip SET urut = urut - 1", "tanda tangan tidak sah"],
    ["entries cut off the end", "DELETE FROM arsip WHERE urut = (SELECT max(urut) FROM arsip)", "tidak ada"],
  ])("finds %s", async (_, tamper, pesan) => {
    expect((await whatIsFoundAfter(tamper)).join("; ")).toContain(pesan);
  });

  test("a chain that was written anew from some entry on does not fit the anchor", async () => {
    const { rows } = await owner.query("SELECT max(urut) AS n FROM arsip");
    const tamper = "UPDATE arsip SET hash = encode(sha256('lain'), 'hex') WHERE urut = $1";
    expect((await whatIsFoundAfter(tamper, [rows[0].n])).some((p) => p.includes("bukan yang dijangkar"))).toBe(true);
  });

  test("a day is anchored once, also by several replicas", async () => {
    await simpan(db, bahan());
    const kini = new Date("2026-12-01T01:00:00Z");
    const made = await Promise.all([
      jangkarkan(db, kunci, kini),
      jangkarkan(db, kunci, kini),
      jangkarkan(db, kunci, kini),
    ]);
    expect(made.filter((satu) => satu !== undefined)).toHaveLength(1);
    expect((await periksaArsip(db)).temuan).toEqual([]);
  });
});

describe("one entry", () => {
  test("is shown with its place in the chain, and with what is wrong with it", async () => {
    const { id } = await simpan(db, bahan());
    const utuh = await rincianArsip(db, id);
    expect(utuh).toMatchObject({ adaIsi: true, dimusnahkan: false, temuan: [], entri: { id } });
    const [awal] = (await db.execute<{ id: string }>(sql`select id from arsip where urut = 1`)).rows;
    expect(await rincianArsip(db, awal?.id ?? "")).toMatchObject({ sebelum: "0".repeat(64), temuan: [] });
    const jangkar = await jangkarkan(db, kunci, new Date("2027-01-01T01:00:00Z"));
    expect((await rincianArsip(db, id))?.jangkar).toEqual({ tanggal: "2027-01-01", urut: jangkar?.urut });
    await owner.query("ALTER TABLE arsip DISABLE TRIGGER USER");
    await owner.query("UPDATE arsip SET uraian = uraian || ' ' WHERE id = $1", [id]);
    expect((await rincianArsip(db, id))?.temuan).toEqual(["kolom uraian berbeda dari catatan"]);
    await owner.query("UPDATE arsip SET uraian = rtrim(uraian) WHERE id = $1", [id]);
    await owner.query("ALTER TABLE arsip ENABLE TRIGGER USER");
    expect(await rincianArsip(db, "00000000-0000-4000-8000-000000000000")).toBeUndefined();
  });

  test("the last verification is remembered, and cannot be rewritten by the application", async () => {
    const hasil = await periksaArsip(db);
    const saat = { mulai: new Date("2027-01-01T01:00:00Z"), selesai: new Date("2027-01-01T01:00:02Z") };
    await catatPemeriksaan(db, { hasil: { ...hasil, temuan: [{ urut: 1, pesan: "x" }] }, oleh: "maya", ...saat });
    await catatPemeriksaan(db, { hasil, oleh: "andi", ...saat });
    const { entri, pemeriksaan, jangkar, kepala } = await keadaanArsip(db);
    expect([entri, kepala?.urut]).toEqual([hasil.entri, hasil.entri]);
    expect(pemeriksaan).toMatchObject({ oleh: "andi", entri: hasil.entri, jumlahTemuan: 0, temuan: [] });
    expect(jangkar.length).toBeGreaterThan(0);
    expect(jangkar.every(({ sah }) => sah)).toBe(true);
    await expect(db.execute(sql`update pemeriksaan_arsip set jumlah_temuan = 0`)).rejects.toThrow();
  });
});
