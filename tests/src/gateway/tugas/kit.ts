/** What tests of an answered task begin with. */
import { letterPdf } from "../../../../scripts/drive/surat-contoh.js";
import { simpanDokumen } from "../../../../src/dokumen/store.js";
import type { Dokumen } from "../../../../src/proses/variabel.js";
import { json, type Uji } from "../kit.js";
import { type InstansPalsu, tambahInstans, tambahTugas, teks } from "../mesin-palsu.js";

export const NOMOR = "RP-2026-0900";
/** The Kepala UKPBJ's answer in step 2. */
export const setuju = { keputusanDisposisi: "disposisi" };

/** The draft of a reply, as the workers leave it. */
export function simpanDraf({ db }: Uji): Promise<Dokumen> {
  const isi = Buffer.from(letterPdf(["Draf"]));
  return simpanDokumen(db, { jenis: "draf-surat", nama: "draf.pdf", isi, pemilik: "layanan-workers" });
}

/** A running request whose reply is drafted, in an engine that has forgotten what it was asked. */
export function instansDijawab({ mesin }: Uji, draf: Dokumen): InstansPalsu {
  mesin.panggilan.length = 0;
  mesin.tolak.clear();
  return tambahInstans(mesin, NOMOR, {
    nomorPermohonan: teks(NOMOR),
    satker: teks("satker-biro-keuangan"),
    nomorSurat: teks("B/1/LPSE/PL.02/11/2026"),
    tanggalSuratPemberitahuan: teks("2026-11-23"),
    drafSurat: json(draf),
  });
}

/** Step 2 of the request. */
export const tugasHendra = ({ mesin }: Uji, instans: InstansPalsu, pelaksana: string | null = null) =>
  tambahTugas(mesin, instans, "disposisi-permohonan", ["kepala-ukpbj"], pelaksana);

/** The modifying calls that reached the engine, in order. */
export const terkirim = ({ mesin }: Uji) => mesin.panggilan.map((p) => p.jalur.split("/").at(-1));
