import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { sql } from "drizzle-orm";
import { bacaNonce, hancurkanNonce } from "../../../src/kredensial/index.js";
import type { Akun } from "../../../src/proses/variabel.js";
import { epesanKirimKredensial as topik } from "../../../workers/topics/epesan-kirim-kredensial.js";
import { spseResetPassword } from "../../../workers/topics/spse-reset-password.js";
import { startTestDatabase, type TestDatabase } from "../../support/postgres.js";
import { akunUji, createKit, ditolak, type Kit, tidakTersedia } from "../kit.js";

let database: TestDatabase;
beforeAll(async () => {
  database = await startTestDatabase();
});
afterAll(() => database.stop());

const direset = { status: "direset", userId: "BUDI.SANTOSO", cara: "otomatis" } as const;
const masukan = (akun: Akun) => ({
  akunDiproses: akun,
  hasil: direset,
  namaSatker: "Biro Keuangan",
  nomorPermohonan: "RP-2026-0001",
});

async function setelahReset(): Promise<{ kit: Kit; akun: Akun; kataSandi: string }> {
  const kit = createKit(database.db);
  const { akun, akunSpse } = akunUji();
  kit.spse.akun.push(akunSpse);
  await spseResetPassword.handle({ akunDiproses: akun }, kit.context());
  return { kit, akun, kataSandi: kit.spse.kataSandi.get("BUDI.SANTOSO") ?? "" };
}

describe("epesan-kirim-kredensial", () => {
  test("sends User ID and the very password that SPSE has to the owner alone", async () => {
    const { kit, akun, kataSandi } = await setelahReset();
    const hasil = await topik.handle(masukan(akun), kit.context());
    expect(hasil).toEqual({ hasil: { status: "berhasil", userId: "BUDI.SANTOSO", cara: "otomatis" } });
    expect(kit.epesan.terkirim).toHaveLength(1);
    expect(kit.epesan.terkirim[0]).toMatchObject({ kepada: akun.epesan });
    expect(kit.epesan.terkirim[0]?.isi).toContain(`Password : ${kataSandi}\n`);
    expect(kit.epesan.terkirim[0]?.isi).toContain("User ID  : BUDI.SANTOSO\n");
  });

  test("keeps the password out of subject, key, log and database", async () => {
    const { kit, akun, kataSandi } = await setelahReset();
    await topik.run(masukan(akun), kit.context());
    const [pesan] = kit.epesan.terkirim;
    const { rows } = await database.db.execute(sql`select t::text as baris from pesan_keluar t`);
    const elsewhere = [pesan?.perihal, pesan?.kunci, kit.log(), JSON.stringify(rows)].join("\n");
    expect(elsewhere).not.toContain(kataSandi);
    expect(JSON.stringify(rows)).toContain(pesan?.kunci);
  });

  test("destroys the nonce after delivery", async () => {
    const { kit, akun } = await setelahReset();
    const context = kit.context();
    await topik.handle(masukan(akun), context);
    const nonce = await bacaNonce(database.db, { instans: context.task.instans, akun: akun.id });
    expect(nonce?.keadaan).toBe("hancur");
  });

  test("says success again, sending nothing, when it crashed after the delivery", async () => {
    const { kit, akun } = await setelahReset();
    await topik.handle(masukan(akun), kit.context());
    const hasil = await topik.handle(masukan(akun), kit.context());
    expect(hasil.hasil).toMatchObject({ status: "berhasil" });
    expect(kit.epesan.percobaan).toHaveLength(1);
  });

  test("delivers once when the reply to the first attempt is lost", async () => {
    const { kit, akun } = await setelahReset();
    kit.epesan.gagal(tidakTersedia(), true);
    await expect(topik.handle(masukan(akun), kit.context())).rejects.toMatchObject({ kind: "unavailable" });
    await topik.handle(masukan(akun), kit.context());
    expect(kit.epesan.terkirim).toHaveLength(1);
    expect(new Set(kit.epesan.percobaan).size).toBe(1);
  });

  test("takes a refused key for a delivery where its own text has changed since the first attempt", async () => {
    const { kit, akun } = await setelahReset();
    kit.epesan.gagal(tidakTersedia(), true);
    await expect(topik.handle(masukan(akun), kit.context())).rejects.toThrow();
    const hasil = await topik.handle({ ...masukan(akun), namaSatker: "Biro Keuangan dan Umum" }, kit.context());
    expect(hasil.hasil).toMatchObject({ status: "berhasil" });
    expect(kit.epesan.terkirim).toHaveLength(1);
  });

  test.each([
    ["EPESAN_TANPA_API", /belum terhubung/],
    ["ALAMAT_TIDAK_DIKENAL", /budi\.santoso@kemenperin\.go\.id tidak dikenal/],
    ["KUNCI_DIPAKAI_ULANG", /sudah menerima pesan ini untuk .* dengan isi yang lain/],
  ])("leaves the refusal %s to the Tim and keeps the nonce for the manual way", async (kode, kalimat) => {
    const { kit, akun } = await setelahReset();
    kit.epesan.gagal(ditolak(kode));
    const context = kit.context();
    await expect(topik.handle(masukan(akun), context)).rejects.toMatchObject({
      code: "EPESAN_TIDAK_TERSEDIA",
      message: expect.stringMatching(kalimat),
    });
    const nonce = await bacaNonce(database.db, { instans: context.task.instans, akun: akun.id });
    expect(nonce?.keadaan).toBe("hidup");
  });

  test("leaves an account without a nonce to the Tim: nobody here knows its password", async () => {
    const kit = createKit(database.db);
    const { akun } = akunUji();
    const galat = { code: "EPESAN_TIDAK_TERSEDIA", message: expect.stringContaining("tidak dibuat oleh sistem ini") };
    await expect(topik.handle(masukan(akun), kit.context())).rejects.toMatchObject(galat);
    const lain = await setelahReset();
    await hancurkanNonce(database.db, lain.kit.context().task.instans);
    await expect(topik.handle(masukan(lain.akun), lain.kit.context())).rejects.toMatchObject(galat);
    expect(kit.epesan.percobaan).toHaveLength(0);
  });

  test("keeps 'manual' as the way where the Tim had reset by hand", async () => {
    const { kit, akun } = await setelahReset();
    const hasil = await topik.handle({ ...masukan(akun), hasil: { ...direset, cara: "manual" } }, kit.context());
    expect(hasil.hasil).toMatchObject({ cara: "manual" });
  });
});
