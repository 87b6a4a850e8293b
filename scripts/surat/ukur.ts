/** `npm run bench:surat`: how long a letter takes to draw, each one another letter, so that nothing can be taken from memory. */
import type { DataSurat } from "../../src/surat/data.js";
import { createPencetakSurat, type LetterRenderer } from "../../src/surat/render.js";
import { fromRoot } from "../system/addresses.js";

const KALI = 200;
/** The goal for one letter in ms. */
const TUJUAN_MS = 20;

const persentil = (angka: readonly number[], p: number): number =>
  [...angka].sort((a, b) => a - b)[Math.min(angka.length - 1, Math.floor(angka.length * p))] ?? Number.NaN;

const pokok = (i: number) => ({
  nomorSurat: `B/${i}/LPSE/PL.02/11/2026`,
  tanggal: "2026-11-23",
  kepada: `Balai Besar Contoh ${i}`,
  permohonan: { nomor: `027/${i}/BBC/XI/2026`, tanggal: "2026-11-20", nomorPermohonan: `RP-2026-${i}` },
});

function pemberitahuan(surat: LetterRenderer, banyak: number, i: number): number {
  const akun: DataSurat["akun"] = Array.from({ length: banyak }, (_, n) => ({
    nama: `Pegawai ${i} Ke-${n}`,
    nip: String(198_001_012_005_010_000n + BigInt(n)),
    peran: "PPK",
    userId: `PEGAWAI.${i}.${n}`,
    status: "berhasil",
  }));
  const data = { ...pokok(i), akun };
  return surat.render({ ...data, paragraf: surat.paragrafAwal(data) }).pdf.length;
}

function pengembalian(surat: LetterRenderer, i: number): number {
  const paragraf = surat.paragrafOtomatis("surat-pengembalian", { ...pokok(i), alasan: `Alasan ke-${i}.` });
  const keputusan = { pejabat: "Nama Pejabat", langkah: "Disposisi permohonan", saat: "2026-11-23T03:05:00Z" };
  return surat.renderOtomatis("surat-pengembalian", { ...pokok(i), paragraf, keputusan }).pdf.length;
}

/** Prints one line per kind of letter; resolves with 1 where a median misses the goal. */
export async function main(): Promise<number> {
  const pencetak = createPencetakSurat({ dir: fromRoot("surat") });
  const surat = pencetak.untuk(pencetak.bawaan);
  let gagal = false;
  for (const [nama, cetak] of [
    ["Surat Pemberitahuan, 1 account", (i: number) => pemberitahuan(surat, 1, i)],
    ["Surat Pemberitahuan, 5 accounts in an annex", (i: number) => pemberitahuan(surat, 5, i)],
    ["Surat Pemberitahuan, 50 accounts in an annex", (i: number) => pemberitahuan(surat, 50, i)],
    ["Surat Pengembalian", (i: number) => pengembalian(surat, i)],
  ] as const) {
    const lama: number[] = [];
    let byte = 0;
    const sebelum = process.cpuUsage();
    for (let i = 1; i <= KALI; i += 1) {
      const mulai = performance.now();
      byte = cetak(i);
      lama.push(performance.now() - mulai);
    }
    const { user, system } = process.cpuUsage(sebelum);
    const [pertama = Number.NaN, ...lain] = lama;
    const tengah = persentil(lain, 0.5);
    gagal ||= tengah > TUJUAN_MS;
    const angka = {
      first: pertama,
      median: tengah,
      p95: persentil(lain, 0.95),
      processor: (user + system) / 1000 / KALI,
    };
    const teks = Object.entries(angka).map(([k, ms]) => `${k} ${ms.toFixed(1)} ms`);
    console.log(
      `${nama}: ${teks.join(", ")} (${Math.round(byte / 1024)} KiB, ${KALI} letters; goal: median <= ${TUJUAN_MS} ms)`,
    );
  }
  return gagal ? 1 : 0;
}
