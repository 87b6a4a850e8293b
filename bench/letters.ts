/** `npm run bench:letters`: how long a letter takes to draw, each one another letter, so that nothing can be taken from memory. */
import { fromRoot } from "../scripts/system/addresses.js";
import type { DataSurat } from "../src/surat/data.js";
import { createPencetakSurat, type LetterRenderer } from "../src/surat/render.js";
import { timePrints } from "./prints.js";

const PRINTS = { times: 200, goalMs: 20 };

const basics = (n: number) => ({
  nomorSurat: `B/${n}/LPSE/PL.02/11/2026`,
  tanggal: "2026-11-23",
  kepada: `Balai Besar Contoh ${n}`,
  permohonan: { nomor: `027/${n}/BBC/XI/2026`, tanggal: "2026-11-20", nomorPermohonan: `RP-2026-${n}` },
});

function pemberitahuan(surat: LetterRenderer, accounts: number, n: number): number {
  const akun: DataSurat["akun"] = Array.from({ length: accounts }, (_, i) => ({
    nama: `Pegawai ${n} Ke-${i}`,
    nip: String(198_001_012_005_010_000n + BigInt(i)),
    peran: "PPK",
    userId: `PEGAWAI.${n}.${i}`,
    status: "berhasil",
  }));
  const data = { ...basics(n), akun };
  return surat.render({ ...data, paragraf: surat.paragrafAwal(data) }).pdf.length;
}

function pengembalian(surat: LetterRenderer, n: number): number {
  const paragraf = surat.paragrafOtomatis("surat-pengembalian", { ...basics(n), alasan: `Alasan ke-${n}.` });
  const keputusan = { pejabat: "Nama Pejabat", langkah: "Disposisi permohonan", saat: "2026-11-23T03:05:00Z" };
  return surat.renderOtomatis("surat-pengembalian", { ...basics(n), paragraf, keputusan }).pdf.length;
}

/** Prints one line per kind of letter; resolves with 0: a goal not met is a result, not a failure. */
export async function main(): Promise<number> {
  const pencetak = createPencetakSurat({ dir: fromRoot("surat") });
  const surat = pencetak.untuk(pencetak.bawaan);
  await timePrints("Surat Pemberitahuan, 1 account", PRINTS, (n) => pemberitahuan(surat, 1, n));
  await timePrints("Surat Pemberitahuan, 5 accounts in an annex", PRINTS, (n) => pemberitahuan(surat, 5, n));
  await timePrints("Surat Pemberitahuan, 50 accounts in an annex", PRINTS, (n) => pemberitahuan(surat, 50, n));
  await timePrints("Surat Pengembalian", PRINTS, (n) => pengembalian(surat, n));
  return 0;
}
