/** A period of the archive as a ZIP that anybody can verify. */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { unzipSync } from "fflate";
import type pg from "pg";
import {
  EksporTerlaluBesar,
  eksporArsip,
  jangkarkan,
  lewatRetensi,
  putuskan,
  usulkan,
} from "../../../src/arsip/index.js";
import type { Db } from "../../../src/db/open.js";
import { bahan } from "./bahan.js";
import { hari, keputusan, kunci, simpan, startArsip, type UjiArsip } from "./kit.js";

let uji: UjiArsip;
let db: Db;
let owner: pg.Client;

beforeAll(async () => {
  uji = await startArsip();
  ({ db, owner } = uji);
});
afterAll(() => uji.close());

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

  /** Some letters, the first of them destroyed, and an anchor. */
  async function arsipkan(): Promise<void> {
    await simpan(db, bahan({ simpanSampai: "2020-01-01" }));
    const entri = (await lewatRetensi(db, hari)).map(({ urut }) => urut);
    const id = await usulkan(db, { oleh: "andi", entri, alasan: "Masa simpan habis", hari });
    await putuskan(db, { ...keputusan, id, oleh: "hendra" });
    for (let i = 0; i < 20; i++) await simpan(db, bahan());
    await jangkarkan(db, kunci, new Date());
  }
  beforeAll(async () => {
    await arsipkan();
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
    expect(verify()).toMatch(/^entri 1: salinan sudah dimusnahkan\nUtuh: 22 entri/);
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
