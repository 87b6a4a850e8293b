/** One request with three accounts, from the Satker's letter to the archived reply. */
import { beforeAll, describe, expect, test } from "@jest/globals";
import { type Permohonan, sampaiVerifikasi, selesai, setujuiDanTandaTangani, status } from "./setup/lakon.js";
import { type AkunUji, akunDiSpse, cocok, kataSandiDari, kotakMasuk } from "./setup/simulator.js";

let akun: AkunUji[];
let permohonan: Permohonan;
let ends: string[];
let sha256: string;

beforeAll(async () => {
  akun = await akunDiSpse(3);
  permohonan = await sampaiVerifikasi("dewi", akun);
  sha256 = await setujuiDanTandaTangani(permohonan);
  ends = await selesai(permohonan);
});

describe("a request that goes well", () => {
  test("ends with the letter sent", () => expect(ends).toEqual(["akhir-surat-terkirim"]));

  test("gives each officer exactly one message, with the password that SPSE accepts", async () => {
    for (const { epesan, userId } of akun) {
      const pesan = await kotakMasuk(epesan);
      expect(pesan).toHaveLength(1);
      expect(await cocok(userId, kataSandiDari(pesan[0]))).toBe(true);
      expect(pesan[0]?.perihal).not.toContain(kataSandiDari(pesan[0]));
    }
  });

  test("shows the Satker eleven finished steps with their due dates, and every account done", async () => {
    const { keadaan, langkah, akun: hasil } = await status("dewi", permohonan);
    expect(keadaan).toBe("selesai");
    expect(langkah.map((l) => [Number(l.nomor), l.keadaan])).toEqual(
      Array.from({ length: 11 }, (_, i) => [i + 1, "selesai"]),
    );
    expect(langkah.filter((l) => l.tenggat === null)).toEqual([]);
    expect(hasil.map((a) => [a.status, a.cara])).toEqual(Array(3).fill(["berhasil", "otomatis"]));
  });

  test("archives the signed letter and sends the same bytes to the Satker", async () => {
    const { arsip, nomorSurat } = await status("dewi", permohonan);
    expect(arsip).toMatchObject({ nomorSurat, sha256 });
    const letters = (await kotakMasuk("biro.keuangan@kemenperin.go.id")).filter((p) =>
      p.lampiran.some((l) => l.sha256 === sha256),
    );
    expect(letters).toHaveLength(1);
    expect(letters[0]?.perihal).toContain(nomorSurat);
  });
});
