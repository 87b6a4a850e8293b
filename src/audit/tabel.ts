/** The audit as a table. */

import type { Tabel } from "../tabel/tabel.js";
import type { BarisAudit } from "./index.js";
import { kataRincian, kataTindakan } from "./kata.js";

/** One line per act, in the order given; `nama` is the person's where the account still exists. */
export const tabelAudit = (
  semua: readonly (Pick<BarisAudit, "oleh" | "tindakan" | "objek"> & {
    readonly waktu: Date;
    readonly nama: string | null;
    readonly rincian: Readonly<Record<string, unknown>> | null;
  })[],
): Tabel => ({
  nama: "Jejak audit",
  kolom: [
    { judul: "Waktu (WIB)", jenis: "saat", lebar: 18 },
    { judul: "Akun", jenis: "teks", lebar: 20 },
    { judul: "Nama", jenis: "teks", lebar: 28 },
    { judul: "Tindakan", jenis: "teks", lebar: 34 },
    { judul: "Kode Tindakan", jenis: "teks", lebar: 24 },
    { judul: "Objek", jenis: "teks", lebar: 40 },
    { judul: "Rincian", jenis: "teks", lebar: 50 },
  ],
  baris: semua.map((b) => [
    b.waktu,
    b.oleh,
    b.nama,
    kataTindakan(b.tindakan),
    b.tindakan,
    b.objek,
    kataRincian(b.rincian),
  ]),
});
