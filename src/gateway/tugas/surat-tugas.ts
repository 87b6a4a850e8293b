/** The letter of a task of step 9, and what its answer has to satisfy. */
import type { NilaiVariabel } from "../../proses/jawaban.js";
import type { GalatIsian } from "../../proses/periksa-jawaban.js";
import type { Jawaban } from "../../proses/tugas.js";
import type { TugasMesin } from "../../sesi/mesin-pengguna.js";
import type { Pengguna } from "../../sesi/pengguna.js";
import { bacaMilikDokumen, bacaUnggahan, type LaporanPdf, type SuratDitandai } from "../../tanda-tangan/index.js";
import type { Konteks } from "../konteks.js";

/** The task where letters are signed. */
const TUGAS_TANDA_TANGAN = "tanda-tangan-surat";

/** The letter that a task is about; undefined where the task is another, or there is no draft. */
export function suratTugas(tugas: TugasMesin, nilai: NilaiVariabel, oleh: Pengguna): SuratDitandai | undefined {
  const { drafSurat: draf, nomorSurat, nomorPermohonan, tanggalSuratPemberitahuan: tanggalSurat } = nilai;
  const instans = tugas.processInstanceId;
  if (tugas.taskDefinitionKey !== TUGAS_TANDA_TANGAN || instans === null) return undefined;
  if (!draf || !nomorSurat || !nomorPermohonan || !tanggalSurat) return undefined;
  return { instans, nomorPermohonan, nomorSurat, tanggalSurat, draf, oleh: { id: oleh.id, nama: oleh.nama } };
}

/** A signed letter that may be published, with the signatures found in it. */
export interface SuratSiapTerbit {
  readonly surat: SuratDitandai;
  readonly laporan: LaporanPdf;
}

/** Judges the letter in an answer once more, whatever the form has shown: what was signed here, or what was uploaded. */
export async function periksaSuratJawaban(
  k: Konteks,
  pengguna: Pengguna,
  tugas: TugasMesin,
  jawaban: Jawaban,
  nilai: NilaiVariabel,
): Promise<{ galat: GalatIsian[]; terbit?: SuratSiapTerbit }> {
  if (!("suratDitandatangani" in jawaban)) return { galat: [] };
  const surat = suratTugas(tugas, nilai, pengguna);
  if (!surat) throw new Error("a letter is signed without a draft");
  const { id: dokumen } = jawaban.suratDitandatangani;
  const milik = await bacaMilikDokumen(k.db, dokumen, surat.instans);
  if (milik) {
    const lain = milik.draf !== surat.draf.id;
    return lain
      ? tolak("Surat ini ditandatangani dari draf lama.")
      : { galat: [], terbit: { surat, laporan: milik.laporan as LaporanPdf } };
  }
  const sumber = { draf: surat.draf.id, dokumen, nomorSurat: surat.nomorSurat };
  const dibaca = await bacaUnggahan(k.db, sumber, k.tandaTangan.akarBsre, k.jam());
  // A document that is not there is refused where documents are bound.
  if (!dibaca) return { galat: [] };
  const { putusan, temuan } = dibaca.hasil;
  const pesan = (tingkat: string) =>
    temuan
      .filter((t) => t.tingkat === tingkat)
      .map((t) => t.pesan)
      .join(" ");
  if (putusan === "tolak") return tolak(pesan("tolak"));
  if (putusan === "peringatan" && jawaban.peringatanDibaca !== true)
    return tolak(`${pesan("peringatan")} Nyatakan bahwa Anda sudah memeriksanya.`, "peringatanDibaca");
  return { galat: [], terbit: { surat, laporan: dibaca.laporan } };
}

const tolak = (pesan: string, jalur = "suratDitandatangani") => ({ galat: [{ jalur, pesan }] });
