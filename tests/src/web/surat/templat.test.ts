import { describe, expect, test } from "@jest/globals";
import { bacaFolderSurat } from "../../../../src/surat/berkas.js";
import { IsiTemplat } from "../../../../src/surat/isi-templat.js";
import { KELOMPOK } from "../../../../src/web/surat/templat/bidang.js";
import {
  ambilNilai,
  galatBidang,
  nilaiBidang,
  setelNilai,
  teksBidang,
} from "../../../../src/web/surat/templat/isian.js";

const { kop, redaksi } = bacaFolderSurat("surat");
const isi = {
  kop: { ...kop, logo: "lambang.svg", penandaTangan: { ...kop.penandaTangan, atasNama: "Sekretaris" } },
  redaksi,
};
const bidang = KELOMPOK.flatMap((k) => k.bidang);

/** Paths at which texts, numbers and lists stand. */
const daun = (nilai: unknown, awal = ""): string[] =>
  typeof nilai === "object" && nilai !== null && !Array.isArray(nilai)
    ? Object.entries(nilai).flatMap(([k, v]) => daun(v, awal === "" ? k : `${awal}.${k}`))
    : [awal];

describe("the fields of the template page", () => {
  test("are exactly what a template holds", () => {
    expect(bidang.map((b) => b.jalur).sort()).toEqual(daun(isi).sort());
  });

  test("mean what they show: nothing changes by being read and written", () => {
    const hasil = bidang.reduce<unknown>(
      (pohon, b) => setelNilai(pohon, b.jalur, nilaiBidang(b, teksBidang(b, isi))),
      {},
    );
    expect(IsiTemplat.parse(hasil)).toEqual(IsiTemplat.parse(isi));
  });

  test("leave out what is optional and empty, and blank lines of lists", () => {
    const layanan = bidang.find((b) => b.jalur === "kop.layanan");
    const tembusan = bidang.find((b) => b.jalur === "kop.tembusan");
    if (!layanan || !tembusan) throw new Error("a field is missing");
    expect(setelNilai(isi, layanan.jalur, nilaiBidang(layanan, " ")).kop).not.toHaveProperty("layanan");
    expect(nilaiBidang(tembusan, "Satu\n\n Dua \n")).toEqual(["Satu", " Dua "]);
    expect(ambilNilai(isi, "kop.penandaTangan.atasNama")).toBe("Sekretaris");
  });

  test("show the first fault of each, also where it lies in a line of a list", () => {
    const rusak = setelNilai(setelNilai(isi, "kop.kota", ""), "redaksi.suratPenolakan.yth", ["ok", "{asing}"]);
    const galat = galatBidang(bidang, IsiTemplat.safeParse(rusak).error?.issues ?? []);
    expect([...galat.keys()].sort()).toEqual(["kop.kota", "redaksi.suratPenolakan.yth"]);
    expect(galat.get("redaksi.suratPenolakan.yth")).toContain("tidak mengenal {asing}");
  });
});
