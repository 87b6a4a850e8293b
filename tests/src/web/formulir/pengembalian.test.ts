import { expect, test } from "@jest/globals";
import { barisRiwayat } from "../../../../src/proses/riwayat.js";
import { pengembalianTerakhir } from "../../../../src/web/formulir/pengembalian.js";

const oleh = { langkah: "Langkah", pelaku: { id: "x", nama: "X" }, waktu: "2026-11-23T01:00:00.000Z" };
const ada = <T>(nilai: T | undefined): T => {
  if (nilai === undefined) throw new Error("missing");
  return nilai;
};

const kembaliSatker = ada(
  barisRiwayat("disposisi-permohonan", { keputusanDisposisi: "kembalikan", alasan: "NIP salah." }, oleh),
);
const tidakLengkap = ada(
  barisRiwayat("verifikasi-permohonan", { keputusanVerifikasi: "tidakLengkap", alasan: "SK tidak ada." }, oleh),
);
const kembaliLpse = ada(
  barisRiwayat("tanda-tangan-surat", { keputusanTandaTangan: "kembalikan", alasan: "Salah nama." }, oleh),
);
const disposisi = ada(barisRiwayat("disposisi-permohonan", { keputusanDisposisi: "disposisi" }, oleh));

test("every kind of return is found by the words that the record uses", () => {
  for (const baris of [kembaliSatker, tidakLengkap, kembaliLpse]) {
    expect(pengembalianTerakhir([disposisi, baris])).toBe(baris);
  }
});

test("a return that has been answered is history", () => {
  expect(pengembalianTerakhir([kembaliSatker, disposisi])).toBeUndefined();
  expect(pengembalianTerakhir([])).toBeUndefined();
});
