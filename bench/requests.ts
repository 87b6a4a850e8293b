/** What a request of a run begins with. */
import { randomBytes, randomUUID } from "node:crypto";
import type { Db } from "../src/db/open.js";
import { simpanDokumen } from "../src/dokumen/store.js";
import type { Dokumen } from "../src/proses/variabel.js";
import type { StartVariables } from "./engine.js";
import type { Workload } from "./workload.js";

/** About the size of a signed letter; incompressible, as PDFs are. */
const LETTER_BYTES = 40_000;

/** An account that the SPSE simulator knows. */
const ACCOUNT = {
  nama: "Budi Santoso",
  nip: "198503152010011001",
  peran: "PPK",
  epesan: "budi.santoso@kemenperin.go.id",
};

/** A stored document that stands for the signed letter of every request. */
export const storeLetter = (db: Db): Promise<Dokumen> =>
  simpanDokumen(db, {
    jenis: "unggahan",
    nama: "surat-ditandatangani.pdf",
    isi: randomBytes(LETTER_BYTES),
    pemilik: "bench",
  });

const json = (value: unknown) => ({ type: "Json", value: JSON.stringify(value) });
const text = (value: string) => ({ type: "String", value });

/** The variables of a new request: none for no-op steps, else what the people's steps would have left. */
export function variablesOf({ kind }: Workload, letter: Dokumen): StartVariables {
  if (kind === "noop") return {};
  const akun = { id: randomUUID(), ...ACCOUNT };
  return {
    akunDiproses: json(akun),
    akunDisetujui: json([akun]),
    akunDicoret: json([]),
    satker: text("satker-biro-keuangan"),
    namaSatker: text("Biro Keuangan"),
    nomorPermohonan: text(`BENCH-${akun.id}`),
    nomorSuratPermohonan: text("B/1/BK/2026"),
    tanggalSuratPermohonan: text("2026-11-23"),
    suratDitandatangani: json(letter),
  };
}
