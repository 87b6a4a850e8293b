import { beforeAll, describe, expect, test } from "@jest/globals";
import { letterPdf } from "../../../scripts/drive/surat-contoh.js";
import { laporkan } from "../../../src/tanda-tangan/laporan.js";
import { bukaP12 } from "../../../src/tanda-tangan/p12.js";
import { tandaTanganiPdf } from "../../../src/tanda-tangan/pades.js";
import { bacaPem } from "../../../src/tanda-tangan/periksa-cms.js";
import { kataPdf } from "../../../src/tanda-tangan/teks-pdf.js";
import { nilaiUnggahan } from "../../../src/tanda-tangan/unggahan.js";
import { buatPenerbit } from "../../support/kunci-uji.js";
import { NOMOR_SURAT, suratUji } from "../../support/tanda-tangan.js";

const SAAT = new Date("2026-11-23T03:15:00Z");
const penerbit = buatPenerbit();
const { p12, passphrase } = penerbit.terbitkan("Hendra Gunawan");
const letak = { halaman: 0, x: 0, y: 0, lebar: 10, tinggi: 10 };
const tandai = (pdf: Buffer) =>
  tandaTanganiPdf(pdf, bukaP12(p12, passphrase), { nama: "H", saat: SAAT, alasan: "", tempat: "", letak });

let draf: Buffer;
beforeAll(() => {
  draf = suratUji();
});

async function nilai(surat: Buffer, akar = bacaPem(penerbit.pem)) {
  const [kataDraf, kataSurat] = await Promise.all([kataPdf(draf), kataPdf(surat)]);
  const laporan = await laporkan(surat, akar, SAAT);
  return nilaiUnggahan({ drafSendiri: surat.equals(draf), nomorSurat: NOMOR_SURAT, kataDraf, kataSurat, laporan });
}
const kode = async (surat: Buffer) => (await nilai(surat)).temuan.map((t) => t.kode);

describe("an uploaded letter", () => {
  test("that is the draft, signed, is good", async () => {
    expect(await nilai(await tandai(draf))).toMatchObject({ putusan: "baik", temuan: [], beda: [] });
  });

  test("signed by a certificate that is not BSrE's is good too, with a note", async () => {
    expect(await nilai(await tandai(draf), [])).toMatchObject({
      putusan: "baik",
      temuan: [{ kode: "BUKAN_BSRE", tingkat: "catatan" }],
    });
  });

  test("that is the draft as it was is refused", async () => {
    expect(await nilai(draf)).toMatchObject({ putusan: "tolak", temuan: [{ kode: "DRAF_SENDIRI" }] });
  });

  test("with other words is a warning that shows them", async () => {
    const hasil = await nilai(await tandai(suratUji({ penutup: "Atas perhatian Saudara, kami ucapkan selamat." })));
    expect(hasil).toMatchObject({ putusan: "peringatan", temuan: [{ kode: "TEKS_BERBEDA" }] });
    expect(hasil.beda.find((b) => b.jenis === "tambah")?.teks).toContain("selamat");
    expect(hasil.beda.some((b) => b.jenis === "hilang")).toBe(true);
  });

  test("with another number is another letter and is refused", async () => {
    const lain = await tandai(suratUji({ nomorSurat: "B/124/LPSE/PL.02/11/2026" }));
    expect(await nilai(lain)).toMatchObject({ putusan: "tolak", temuan: [{ kode: "SURAT_LAIN" }] });
  });

  test("changed after signing is refused", async () => {
    const jadi = await tandai(draf);
    expect(await kode(Buffer.concat([jadi, Buffer.from("\n")]))).toEqual(["BERUBAH_SESUDAHNYA"]);
    jadi[2_000] = (jadi[2_000] ?? 0) ^ 1;
    expect(await kode(jadi)).toContain("TANDA_TANGAN_RUSAK");
  });

  test("without an electronic signature is a warning, a scan besides", async () => {
    expect(await kode(suratUji({ penutup: "Lain." }))).toEqual(["TANPA_TANDA_TANGAN", "TEKS_BERBEDA"]);
    expect(await kode(Buffer.from(letterPdf(["pindaian"])))).toEqual(["TANPA_TANDA_TANGAN", "TANPA_TEKS"]);
  });
});
