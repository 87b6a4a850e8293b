/** The archive on a real PostgreSQL, as the application's role and as somebody who has the whole server. */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { sql } from "drizzle-orm";
import { unzipSync } from "fflate";
import pg from "pg";
import {
  type BahanArsip,
  bacaEntriArsip,
  cariArsip,
  catatPemeriksaan,
  daftarUsul,
  EksporTerlaluBesar,
  eksporArsip,
  jangkarkan,
  KueriArsip,
  keadaanArsip,
  kunciJangkar,
  lewatRetensi,
  MusnahDitolak,
  periksaArsip,
  putuskan,
  rincianArsip,
  simpanArsip,
  usulkan,
} from "../../../src/arsip/index.js";
import { type Db, openDb } from "../../../src/db/open.js";
import { applicationUrl, grantApplication } from "../../../src/db/roles.js";
import { startTestDatabase, type TestDatabase } from "../../support/postgres.js";
import { bahan } from "./bahan.js";

const PASSWORD = "sandi-peran-aplikasi";
const kunci = kunciJangkar("rahasia-jangkar-arsip");
let database: TestDatabase;
let db: Db;
let close: () => Promise<void>;
let owner: pg.Client;

beforeAll(async () => {
  database = await startTestDatabase();
  await grantApplication(database.url, PASSWORD);
  await grantApplication(database.url, PASSWORD);
  ({ db, close } = openDb(applicationUrl(database.url, PASSWORD), () => undefined));
  owner = new pg.Client({ connectionString: database.url });
  await owner.connect();
});
afterAll(async () => {
  await close();
  await owner.end();
  await database.stop();
});

/** Archives a copy at some instant. */
const simpan = (db: Db, satu: BahanArsip) => simpanArsip(db, satu, new Date("2026-11-23T03:00:00Z"));

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
    const client = new pg.Client({ connectionString: applicationUrl(database.url, PASSWORD) });
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

describe("the register", () => {
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

describe("destruction", () => {
  const hari = "2026-11-23";
  const dasar = { kodeKlasifikasi: "PL.02", unitPengolah: "LPSE", tanggalSurat: hari, simpanSampai: "2036-11-23" };
  const keputusan = { keputusan: "setuju", catatan: "", kini: new Date(), dasar } as const;

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

describe("the export", () => {
  const skrip = readFileSync("src/arsip/periksa-ekspor.mjs", "utf8");
  let folder: string;
  const verify = () => {
    try {
      return execFileSync(process.execPath, [join(folder, "periksa-ekspor.mjs"), folder], {
        encoding: "utf8",
        stdio: "pipe",
      });
    } catch (error) {
      return String((error as { stdout?: string }).stdout);
    }
  };

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "ekspor-"));
    const zip = await eksporArsip(
      db,
      { dari: "2020-01-01", sampai: "2099-12-31" },
      { nama: "periksa-ekspor.mjs", isi: skrip },
    );
    const bagian: Uint8Array[] = [];
    for await (const satu of zip) bagian.push(satu);
    for (const [nama, isi] of Object.entries(unzipSync(Buffer.concat(bagian)))) {
      mkdirSync(dirname(join(folder, nama)), { recursive: true });
      writeFileSync(join(folder, nama), isi);
    }
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test("is verified by its own script of 30 lines, without us", () => {
    expect(skrip.trimEnd().split("\n").length).toBeLessThanOrEqual(30);
    expect(verify()).toMatch(/Utuh: \d+ entri/);
  });

  test("of a period that fits into no ZIP is refused before anything is sent", async () => {
    await owner.query("BEGIN");
    await owner.query("SET LOCAL session_replication_role = replica");
    await owner.query("UPDATE arsip SET ukuran = 2000000000");
    const { drizzle } = await import("drizzle-orm/node-postgres");
    const semua = { dari: "2020-01-01", sampai: "2099-12-31" };
    const ekspor = eksporArsip(drizzle(owner) as unknown as Db, semua, { nama: "x", isi: "" });
    await expect(ekspor).rejects.toThrow(EksporTerlaluBesar);
    await owner.query("ROLLBACK");
  });

  test("a changed copy, a changed line and a changed anchor are each found", () => {
    for (const nama of ["rantai.jsonl", "jangkar.json"]) {
      const file = join(folder, nama);
      const asli = readFileSync(file, "utf8");
      writeFileSync(
        file,
        asli.replace(nama === "jangkar.json" ? /"hash": "(.)/ : /Biro Keuangan/, (m) =>
          m.startsWith('"') ? `${m.slice(0, -1)}z` : "Biro Keuangam",
        ),
      );
      expect([nama, verify()]).not.toEqual([nama, expect.stringContaining("Utuh")]);
      writeFileSync(file, asli);
    }
    expect(verify()).toContain("Utuh");
  });
});
