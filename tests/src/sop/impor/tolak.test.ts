import { describe, expect, test } from "@jest/globals";
import { zipSync } from "fflate";
import { SopError } from "../../../../src/sop/galat.js";
import { BERKAS_TERBESAR, bacaTabelSop } from "../../../../src/sop/impor/index.js";

const pesan = (isi: Buffer): string => {
  try {
    bacaTabelSop(isi);
    return "diterima";
  } catch (error) {
    if (error instanceof SopError) return error.message;
    throw error;
  }
};
const zip = (isi: Record<string, Uint8Array>) => Buffer.from(zipSync(isi));
const KEPALA = "No,Aktivitas,Kepala,Persyaratan,Waktu,Output,Keterangan";

describe("files that hold no SOP are refused with a sentence", () => {
  test.each([
    ["nothing at all", Buffer.alloc(0), "kosong"],
    ["a letter", Buffer.from("Dengan hormat,\nmohon bantuan."), "tidak memuat tabel SOP"],
    ["a picture", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0]), "bukan tabel SOP"],
    ["another encoding", Buffer.from([0x4e, 0x6f, 0xe9, 0xff]), "bukan teks UTF-8"],
    ["ten megabytes", Buffer.alloc(2 * BERKAS_TERBESAR, 65), "terlalu besar; paling besar 5 MB"],
    [
      "a table without Waktu",
      Buffer.from("No,Aktivitas,Kepala,Persyaratan,Output,Keterangan\n1,a,mulai,b,c,d"),
      "kolom waktu",
    ],
    ["a heading without rows", Buffer.from(KEPALA), "tidak ada satu baris pun"],
    ["a number twice", Buffer.from(`${KEPALA}\n1,a,mulai,b,c,d,\n1,a,,b,c,d,`), "Nomor 1 ada lebih dari sekali"],
    ["an open quotation mark", Buffer.from(`${KEPALA}\n1,"a,mulai`), "tanda kutip"],
    ["a torn ZIP", Buffer.from("PK\u0003\u0004rusak sekali"), "rusak"],
    ["a ZIP of something else", zip({ "a.txt": new Uint8Array(3) }), "bukan buku kerja"],
    [
      "a document without a table",
      zip({ "word/document.xml": Buffer.from("<w:document/>") }),
      "tidak memuat tabel SOP",
    ],
    ["a document that is no XML", zip({ "word/document.xml": Buffer.from("<w:document><") }), "tidak dapat dibaca"],
  ])("%s", (_apa, isi, sebab) => {
    expect(pesan(isi)).toContain(sebab);
  });

  test("a ZIP bomb, before it is unpacked", () => {
    const bom = zip({ "word/document.xml": new Uint8Array(40 * 1_048_576) });
    expect(bom.length).toBeLessThan(100_000);
    expect(pesan(bom)).toContain("terlalu besar setelah dibuka");
  });

  test("a ZIP bomb that lies about its size", () => {
    const bom = zip({ "word/document.xml": new Uint8Array(40 * 1_048_576) });
    // The declared size stands in the central directory, 24 bytes after its signature.
    const di = bom.indexOf("PK\u0001\u0002");
    bom.writeUInt32LE(1_000, di + 24);
    expect(pesan(bom)).not.toBe("diterima");
  });

  test("entities that would grow are not expanded", () => {
    const xml = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><w:document>&b;</w:document>`;
    expect(pesan(zip({ "word/document.xml": Buffer.from(xml) }))).toMatch(/tabel SOP|tidak dapat dibaca/);
  });
});
