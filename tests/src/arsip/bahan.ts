import { randomUUID } from "node:crypto";
import type { BahanArsip } from "../../../src/arsip/index.js";

/** A letter to be archived, another one each time. */
export const bahan = (ubah: Partial<BahanArsip> = {}): BahanArsip => ({
  jenis: "surat-pemberitahuan",
  instans: randomUUID(),
  nomorPermohonan: "RP-2026-0001",
  nomorSurat: `B/${randomUUID()}`,
  tanggalSurat: "2026-11-23",
  satker: "Biro Keuangan",
  orang: ["Siti Aminah", "Hendra Gunawan"],
  uraian: "Surat Pemberitahuan",
  kodeKlasifikasi: "PL.02",
  unitPengolah: "LPSE",
  tingkatPerkembangan: "kopi",
  keterangan: "",
  simpanSampai: "2031-11-23",
  isi: Buffer.from(`%PDF-1.7 ${randomUUID()}`),
  ...ubah,
});
