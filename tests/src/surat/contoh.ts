import { cpSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { AkunSurat, DataOtomatis, DataSurat } from "../../../src/surat/data.js";

/** The letter folder that the product ships with. */
export const FOLDER_SURAT = fileURLToPath(new URL("../../../surat", import.meta.url));

/** A copy of the letter folder that a test may damage. */
export function salinFolder(): string {
  const dir = mkdtempSync(join(tmpdir(), "surat-"));
  cpSync(FOLDER_SURAT, dir, { recursive: true });
  return dir;
}

/** Changes one JSON file of a copied letter folder. */
export function ubahJson(dir: string, nama: string, ubah: (isi: Record<string, unknown>) => void): void {
  const berkas = join(dir, nama);
  const isi: Record<string, unknown> = JSON.parse(readFileSync(berkas, "utf8"));
  ubah(isi);
  writeFileSync(berkas, JSON.stringify(isi));
}

/** One account that was reset. */
export function akun(ubahan: Partial<AkunSurat> = {}): AkunSurat {
  return {
    nama: "Siti Aminah",
    nip: "198001012005012001",
    peran: "PPK",
    userId: "SITI.AMINAH",
    status: "berhasil",
    ...ubahan,
  };
}

/** As many accounts as asked, each with a name and NIP of its own. */
export function banyakAkun(jumlah: number, ubahan: (i: number) => Partial<AkunSurat> = () => ({})): AkunSurat[] {
  return Array.from({ length: jumlah }, (_, i) =>
    akun({ nama: `Pegawai Ke-${i + 1}.`, nip: String(198_001_012_005_010_000n + BigInt(i)), ...ubahan(i) }),
  );
}

/** A complete letter with one account. */
export function dataSurat(ubahan: Partial<DataSurat> = {}): DataSurat {
  return {
    nomorSurat: "B/123/LPSE/PL.02/11/2026",
    tanggal: "2026-11-23",
    kepada: "Balai Besar Contoh",
    permohonan: { nomor: "027/114/BBC/XI/2026", tanggal: "2026-11-20", nomorPermohonan: "RP-2026-000123" },
    akun: [akun()],
    paragraf: { pembuka: "Alinea pembuka.", isi: "Alinea isi.", penutup: "Alinea penutup." },
    ...ubahan,
  };
}

/** A complete letter that tells a decision. */
export function dataOtomatis(ubahan: Partial<DataOtomatis> = {}): DataOtomatis {
  const { akun: _akun, ...pokok } = dataSurat();
  const keputusan = { pejabat: "Hendra Gunawan", langkah: "Disposisi permohonan", saat: "2026-11-23T03:05:00Z" };
  return { ...pokok, keputusan, ...ubahan };
}
