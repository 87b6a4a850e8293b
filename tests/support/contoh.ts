/** Example data that many tests share: accounts, and the smallest PDF that a reader opens. */
import { randomUUID } from "node:crypto";
import type { Akun } from "../../src/proses/variabel.js";

/** An account; `urut` makes its NIP and address differ from the others'. */
export const contohAkun = (urut: number, ubah: Partial<Akun> = {}): Akun => ({
  id: randomUUID(),
  nama: `Pejabat ${urut}`,
  nip: String(198001012005010000n + BigInt(urut)),
  peran: "PPK",
  epesan: `pejabat${urut}@kemenperin.go.id`,
  ...ubah,
});

/** A PDF without pages; `kamus` is added to its trailer, `isi` makes its bytes differ. */
export function contohPdf(isi = "", kamus = ""): Buffer {
  const badan = `%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[]/Count 0>>\nendobj\n%${isi}\n`;
  const xref = "xref\n0 3\n0000000000 65535 f \n0000000009 00000 n \n0000000054 00000 n \n";
  return Buffer.from(`${badan}${xref}trailer\n<</Size 3/Root 1 0 R${kamus}>>\nstartxref\n${badan.length}\n%%EOF\n`);
}

/** A reference to a document, as an answer holds it. */
export const contohDokumen = (nama = "surat.pdf") => ({
  id: randomUUID(),
  nama,
  ukuran: 100,
  sha256: "a".repeat(64),
});
