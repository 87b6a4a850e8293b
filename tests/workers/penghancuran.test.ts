/** After delivery nobody can compute a password again: proven by trying, with every key and everything that is left. */
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { type GantunganKunci, kredensialDari, nonceBaru } from "../../src/kredensial/index.js";
import { epesanKirimKredensial } from "../../workers/topics/epesan-kirim-kredensial.js";
import { spseResetPassword } from "../../workers/topics/spse-reset-password.js";
import { json, startUji, type Uji } from "../src/gateway/kit.js";
import { type InstansPalsu, tambahInstans, tambahTugas, teks } from "../src/gateway/mesin-palsu.js";
import { akunUji, createKit } from "./kit.js";
import { semuaBaris, semuaKataSandi } from "./support/penyerang.js";

let uji: Uji;
beforeAll(async () => {
  uji = await startUji();
});
afterAll(() => uji.close());

const kunci: GantunganKunci = [
  { id: "k1", rahasia: "kunci untuk pengujian" },
  { id: "k0", rahasia: "kunci lama untuk pengujian" },
];
const direset = { status: "direset", userId: "BUDI.SANTOSO", cara: "otomatis" } as const;

async function setelahReset() {
  const kit = createKit(uji.db);
  const { akun, akunSpse } = akunUji();
  kit.spse.akun.push(akunSpse);
  const variabel = {
    nomorPermohonan: teks("RP-2026-0001"),
    satker: teks("satker-biro-keuangan"),
    namaSatker: teks("Biro Keuangan"),
    akun: json([akun]),
    akunDiproses: json(akun),
    hasil: json(direset),
  };
  const instans: InstansPalsu = tambahInstans(uji.mesin, "RP-2026-0001", variabel);
  const context = () => kit.context({ instans: instans.id }, { kunci });
  const { hasil } = await spseResetPassword.handle({ akunDiproses: akun }, context());
  const sandi = () => kit.spse.kataSandi.get("BUDI.SANTOSO") ?? "";
  /** What the attacker can make of everything but SPSE itself and the owner's inbox. */
  const terhitung = async () => {
    const sisa = [
      await semuaBaris(uji.db),
      kit.log(),
      JSON.stringify([...uji.mesin.instans.values()]),
      uji.catatan,
      hasil,
    ];
    const semua = sisa.flat().map((satu) => (typeof satu === "string" ? satu : JSON.stringify(satu)));
    expect(semua.filter((satu) => satu.includes(sandi()))).toEqual([]);
    return semuaKataSandi({ kunci, instans: instans.id, akun: akun.id, teks: semua });
  };
  return { kit, akun, instans, context, sandi, terhitung };
}

describe("the password of an account can be computed from what is left", () => {
  test("before its delivery: the search knows how to find it", async () => {
    const { terhitung, sandi } = await setelahReset();
    expect(sandi()).toHaveLength(16);
    expect(await terhitung()).toContain(sandi());
  });

  test("no more after the delivery by e-Pesan", async () => {
    const { kit, akun, context, terhitung, sandi } = await setelahReset();
    const masukan = {
      akunDiproses: akun,
      hasil: direset,
      namaSatker: "Biro Keuangan",
      nomorPermohonan: "RP-2026-0001",
    };
    await epesanKirimKredensial.handle(masukan, context());
    expect(kit.epesan.terkirim[0]?.isi).toContain(sandi());
    expect(await terhitung()).not.toContain(sandi());
  });

  test("no more after somebody has delivered it by hand", async () => {
    const { instans, terhitung, sandi } = await setelahReset();
    const { id } = tambahTugas(uji.mesin, instans, "sampaikan-kredensial", ["tim-pengelola-lpse"], "andi");
    const andi = uji.orang("andi");
    const { body } = await andi.kirim(`/api/tugas/${id}/kredensial`, {}).expect(200);
    expect(body.kataSandi).toBe(sandi());
    expect(await terhitung()).toContain(sandi());
    await andi.jawab(id, { keputusanSampaikan: "tersampaikan", catatan: "Diserahkan langsung." });
    expect(await terhitung()).not.toContain(sandi());
  });

  test("no more after delivery where it had been replaced and was made before a key rotation", async () => {
    const { kit, akun, instans, context, terhitung } = await setelahReset();
    const milik = { instans: instans.id, akun: akun.id };
    const baru = kredensialDari(kunci, milik, await nonceBaru(uji.db, { ...milik, idKunci: "k0" }));
    expect(await terhitung()).toContain(baru.kataSandi);
    const masukan = {
      akunDiproses: akun,
      hasil: direset,
      namaSatker: "Biro Keuangan",
      nomorPermohonan: "RP-2026-0001",
    };
    await epesanKirimKredensial.handle(masukan, context());
    expect(kit.epesan.terkirim[0]?.isi).toContain(baru.kataSandi);
    expect(await terhitung()).not.toContain(baru.kataSandi);
  });
});
