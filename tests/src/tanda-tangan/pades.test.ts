import { beforeAll, describe, expect, test } from "@jest/globals";
import { createPembuatCap } from "../../../src/tanda-tangan/cap.js";
import { laporkan, sahSeluruhnya } from "../../../src/tanda-tangan/laporan.js";
import { bukaP12 } from "../../../src/tanda-tangan/p12.js";
import { tandaTanganiPdf } from "../../../src/tanda-tangan/pades.js";
import type { Letak } from "../../../src/tanda-tangan/penanda.js";
import { bacaPem } from "../../../src/tanda-tangan/periksa-cms.js";
import { kataPdf } from "../../../src/tanda-tangan/teks-pdf.js";
import { tempelCap } from "../../../src/tanda-tangan/tempel.js";
import { buatPenerbit } from "../../support/kunci-uji.js";
import { suratUji } from "../../support/tanda-tangan.js";

const SAAT = new Date("2026-11-23T03:15:00Z");
const penerbit = buatPenerbit();
const hendra = penerbit.terbitkan("Hendra Gunawan");
const akar = bacaPem(penerbit.pem);
const kunci = () => bukaP12(hendra.p12, hendra.passphrase);
const keterangan = (letak: Letak) => ({ nama: "Hendra Gunawan", saat: SAAT, alasan: "Uji", tempat: "Jakarta", letak });

let surat: Buffer;
let bercap: { pdf: Buffer; letak: Letak };
let jadi: Buffer;
beforeAll(async () => {
  surat = suratUji();
  const alamat = "https://lpse.example/verifikasi/0b6f0a58-6e0e-4d3a-9d55-0e4be1b2a111";
  const cap = createPembuatCap("surat").cetak({ alamat, nama: "Hendra Gunawan", saat: SAAT, bsre: false });
  bercap = await tempelCap(surat, cap);
  jadi = await tandaTanganiPdf(bercap.pdf, kunci(), keterangan(bercap.letak));
});

const lapor = (pdf: Buffer) => laporkan(pdf, akar, SAAT);

describe("a signed letter", () => {
  test("keeps every byte of the draft, then of the stamped letter, and only adds", () => {
    expect(bercap.pdf.subarray(0, surat.length).equals(surat)).toBe(true);
    expect(jadi.subarray(0, bercap.pdf.length).equals(bercap.pdf)).toBe(true);
  });

  test("bears the stamp in the room that the template leaves, with name, time and what it is not", async () => {
    expect(bercap.letak).toMatchObject({ halaman: 0, x: 311.8 });
    expect(bercap.letak.lebar).toBeCloseTo(226.8, 0);
    const teks = (await kataPdf(jadi)).join(" ");
    expect(teks).toContain("Hendra Gunawan");
    expect(teks).toContain("23 November 2026 pukul 10.15 WIB");
    expect(teks).toContain("BUKAN sertifikat BSrE");
  });

  test("is found valid, by whom, when, and covering the whole file", async () => {
    const laporan = await lapor(jadi);
    expect(sahSeluruhnya(laporan)).toBe(true);
    expect(laporan).toEqual({
      berubahSesudahnya: false,
      tandaTangan: [
        {
          jenis: "tandaTangan",
          nama: "Hendra Gunawan",
          penerbit: "Penerbit Uji",
          waktu: SAAT.toISOString(),
          sumberWaktu: "penanda",
          utuh: true,
          menyeluruh: true,
          berlaku: true,
          bsre: true,
        },
      ],
    });
  });

  test("counts as BSrE's only where its chain leads to a root that was given", async () => {
    const lain = bacaPem(buatPenerbit("Penerbit Lain").pem);
    for (const akarLain of [[], lain]) {
      const [satu] = (await laporkan(jadi, akarLain, SAAT)).tandaTangan;
      expect(satu).toMatchObject({ utuh: true, bsre: false });
    }
  });

  test("says when the certificate was not valid at the time of signing", async () => {
    const kuno = { ...keterangan(bercap.letak), saat: new Date("2025-06-01T00:00:00Z") };
    const [satu] = (await lapor(await tandaTanganiPdf(bercap.pdf, kunci(), kuno))).tandaTangan;
    expect(satu).toMatchObject({ utuh: true, berlaku: false, bsre: false });
  });
});

describe("a letter that was touched afterwards", () => {
  test.each([50, 4_000, 30_000])("one changed byte at %i breaks the signature", async (di) => {
    const rusak = Buffer.from(jadi);
    rusak[di] = (rusak[di] ?? 0) ^ 1;
    const laporan = await lapor(rusak).catch(() => undefined);
    expect(laporan === undefined || !sahSeluruhnya(laporan)).toBe(true);
  });

  test("the byte range can not be bent around a change", async () => {
    const teks = jadi.toString("latin1").replace(/ByteRange \[ 0 /, "ByteRange [ 9 ");
    const bengkok = Buffer.from(teks, "latin1");
    expect(bengkok.equals(jadi)).toBe(false);
    expect((await lapor(bengkok)).tandaTangan).toMatchObject([{ utuh: false, menyeluruh: false }]);
  });

  test.each(["\n", "% tambahan\n"])("bytes appended after signing are seen (%j)", async (ekor) => {
    const laporan = await lapor(Buffer.concat([jadi, Buffer.from(ekor)]));
    expect(laporan).toMatchObject({ berubahSesudahnya: true, tandaTangan: [{ utuh: true, menyeluruh: false }] });
    expect(sahSeluruhnya(laporan)).toBe(false);
  });

  test("a second signature over the first is no change: both are found, the last covers all", async () => {
    const ratna = penerbit.terbitkan("Ratna Wulandari");
    const letak = { halaman: 0, x: 40, y: 40, lebar: 60, tinggi: 20 };
    const berdua = await tandaTanganiPdf(jadi, bukaP12(ratna.p12, ratna.passphrase), keterangan(letak));
    const laporan = await lapor(berdua);
    expect(sahSeluruhnya(laporan)).toBe(true);
    expect(laporan.tandaTangan.map((t) => [t.nama, t.utuh, t.menyeluruh])).toEqual([
      ["Hendra Gunawan", true, false],
      ["Ratna Wulandari", true, true],
    ]);
  });

  test("a letter without a signature has none, and is not taken for signed", async () => {
    const laporan = await lapor(surat);
    expect(laporan).toEqual({ tandaTangan: [], berubahSesudahnya: false });
    expect(sahSeluruhnya(laporan)).toBe(false);
  });
});

describe("the key file", () => {
  test("does not open with a wrong passphrase, and the refusal names none", () => {
    expect(() => bukaP12(hendra.p12, "bukan ini")).toThrow(expect.objectContaining({ kode: "PASSPHRASE_SALAH" }));
    expect(() => bukaP12(hendra.p12, "bukan ini")).not.toThrow(/bukan ini/);
  });

  test("that is none is told apart from a wrong passphrase", () => {
    expect(() => bukaP12(Buffer.from("bukan kunci"), "x")).toThrow(
      expect.objectContaining({ kode: "KUNCI_TIDAK_TERBACA" }),
    );
  });
});
