import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { gayaMerek, kontrasPutih, MEREK_BAWAAN, muatMerek } from "../../src/merek.js";

const isi = { instansi: "Kementerian Contoh", aplikasi: "Reset Password SPSE", logo: null, warna: MEREK_BAWAAN.warna };
function folder(berkas: object, logo?: string): string {
  const di = mkdtempSync(join(tmpdir(), "uji-merek-"));
  writeFileSync(join(di, "merek.json"), JSON.stringify(berkas));
  if (logo !== undefined) writeFileSync(join(di, "logo.svg"), logo);
  return di;
}

describe("the agency's look", () => {
  test("the folder that comes with the product gives the default look", async () => {
    expect(await muatMerek("merek")).toEqual(MEREK_BAWAAN);
  });

  test("names, colours and logo are the folder's", async () => {
    const merek = await muatMerek(folder({ ...isi, logo: "logo.svg" }, "<svg/>"));
    expect(merek).toMatchObject({ instansi: "Kementerian Contoh", logo: { jenis: "image/svg+xml" } });
    expect(gayaMerek(merek)).toContain('--lpse-logo: url("/merek/logo");');
    expect(gayaMerek(MEREK_BAWAAN)).toContain('--lpse-nama: "LPSE";');
  });

  test("a colour on which white text cannot be read is refused, with the field's name", async () => {
    expect(kontrasPutih("#000000")).toBeCloseTo(21);
    await expect(muatMerek(folder({ ...isi, warna: { ...isi.warna, utama: "#ffd700" } }))).rejects.toThrow(
      /merek\.json: warna\.utama: white text cannot be read/,
    );
  });

  test("a logo elsewhere than in the folder is refused", async () => {
    await expect(muatMerek(folder({ ...isi, logo: "../rahasia.svg" }))).rejects.toThrow(/logo/);
  });
});
