import { describe, expect, it } from "@jest/globals";
import { createLetterRenderer } from "../../support/surat.js";
import { akun, banyakAkun, dataSurat, FOLDER_SURAT } from "./contoh.js";

const surat = createLetterRenderer({ dir: FOLDER_SURAT });
const paragraf = (daftar = [akun()]) => surat.paragrafAwal(dataSurat({ akun: daftar }));

describe("the standard passages", () => {
  it("name the request that is answered", () => {
    const { pembuka } = paragraf();
    expect(pembuka).toContain("Nomor 027/114/BBC/XI/2026 tanggal 20 November 2026");
    expect(pembuka).toContain("RP-2026-000123");
  });

  it("say that all, some or none of the accounts were reset", () => {
    expect(paragraf(banyakAkun(3)).isi).toContain("3 (tiga) akun, telah di-reset");
    const sebagian = paragraf(banyakAkun(12, (i) => (i === 0 ? { status: "gagal" } : {})));
    expect(sebagian.isi).toContain(
      "Dari 12 (dua belas) akun yang dimohonkan, 11 (sebelas) akun telah di-reset dan 1 (satu)",
    );
    expect(paragraf([akun({ status: "dicoret" })]).isi).toContain("tidak ada akun yang dapat di-reset");
  });

  it("promise a password by e-Pesan only when an account was reset", () => {
    expect(paragraf(banyakAkun(2)).isi).toContain("melalui e-Pesan");
    expect(JSON.stringify(paragraf([akun({ status: "gagal" })]))).not.toContain("e-Pesan");
  });

  it("name just the roles that occur", () => {
    expect(paragraf([akun()]).pembuka).toContain("akun PPK pada");
    expect(paragraf([akun({ peran: "Pejabat Pengadaan" })]).pembuka).toContain("akun Pejabat Pengadaan pada");
    expect(paragraf([akun({ peran: "Pejabat Pengadaan" }), akun()]).pembuka).toContain(
      "akun PPK dan Pejabat Pengadaan pada",
    );
  });

  it("point to the annex when the list stands there", () => {
    expect(paragraf(banyakAkun(2)).isi).toMatch(/sebagai berikut:$/);
    expect(paragraf(banyakAkun(60)).isi).toMatch(/lampiran surat ini\.$/);
  });

  it("never fill a placeholder that a name contains", () => {
    const isi = surat.paragrafAwal(dataSurat({ permohonan: { ...dataSurat().permohonan, nomor: "{peran}" } })).pembuka;
    expect(isi).toContain("Nomor {peran} tanggal");
  });

  it("carry the reason of a refusal, however many paragraphs it has", () => {
    const { isi } = surat.paragrafOtomatis("surat-penolakan", { ...dataSurat(), alasan: "Satu.\n\nDua." });
    expect(isi).toBe("Satu.\n\nDua.");
  });
});
