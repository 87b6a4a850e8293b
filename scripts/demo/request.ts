/** The request that the demo hands in: three accounts that the SPSE simulator knows, a letter, a Surat Keputusan. */
import { randomUUID } from "node:crypto";
import type { IsiPermohonan } from "../../src/proses/tugas.js";
import type { Akun } from "../../src/proses/variabel.js";
import { tanggalWib } from "../../src/waktu/wib.js";
import type { Pengguna } from "../drive/pengguna.js";
import { letterPdf } from "../drive/surat-contoh.js";

const people: readonly Omit<Akun, "id">[] = [
  {
    nama: "Budi Santoso",
    nip: "198503152010011001",
    userId: "BUDI.SANTOSO",
    peran: "PPK",
    epesan: "budi.santoso@kemenperin.go.id",
  },
  // Without a User ID: SPSE finds the account by NIP.
  {
    nama: "Siti Rahmawati",
    nip: "199007222015032002",
    peran: "Pejabat Pengadaan",
    epesan: "siti.rahmawati@kemenperin.go.id",
  },
  {
    nama: "Agus Wijaya",
    nip: "198811302012121003",
    userId: "AGUS.WIJAYA",
    peran: "PPK",
    epesan: "agus.wijaya@kemenperin.go.id",
  },
];

/** Uploads the documents as this person and answers what goes into the start form. */
export async function prepareRequest(person: Pengguna, now: Date): Promise<IsiPermohonan> {
  // Every letter has its own number: one letter cannot be handed in twice.
  const nomor = `B/${randomUUID().slice(0, 8).toUpperCase()}/SJ.2/PL.02/11/${now.getUTCFullYear()}`;
  const names = people.map(({ nama, nip, peran }, i) => `${i + 1}. ${nama}, NIP ${nip}, ${peran}`);
  const letter = letterPdf([
    `Nomor: ${nomor}`,
    "Hal: Permohonan Reset Password Akun SPSE",
    "",
    ...names,
    "",
    "Kepala Satuan Kerja",
  ]);
  const decree = letterPdf(["SURAT KEPUTUSAN", "tentang Penetapan PPK dan Pejabat Pengadaan", "", ...names]);
  return {
    nomorSuratPermohonan: nomor,
    tanggalSuratPermohonan: tanggalWib(now),
    suratPermohonan: await person.unggah("surat-permohonan.pdf", letter),
    lampiran: [await person.unggah("surat-keputusan.pdf", decree)],
    akun: people.map((one) => ({ id: randomUUID(), ...one })),
  };
}
