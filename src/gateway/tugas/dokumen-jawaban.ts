/** The documents inside an answer: where they stand, and putting the stored references in their place. Pure. */
import type { DokumenDisebut } from "../../dokumen/ikat.js";
import type { Jawaban } from "../../proses/tugas.js";
import type { Dokumen } from "../../proses/variabel.js";

/** Every document an answer names, with its field. */
export function dokumenDisebut(jawaban: Jawaban): DokumenDisebut[] {
  const tunggal = ambil(jawaban).map(([jalur, dokumen]) => ({ jalur, dokumen }));
  const lampiran = "lampiran" in jawaban ? jawaban.lampiran : [];
  return [...tunggal, ...lampiran.map((dokumen, i) => ({ jalur: `lampiran.${i}`, dokumen }))];
}

function ambil(jawaban: Jawaban): [string, Dokumen][] {
  return [
    ...("suratPermohonan" in jawaban ? [["suratPermohonan", jawaban.suratPermohonan] as [string, Dokumen]] : []),
    ...("suratDitandatangani" in jawaban
      ? [["suratDitandatangani", jawaban.suratDitandatangani] as [string, Dokumen]]
      : []),
  ];
}

/** The answer with name, size and hash of its documents as stored. */
export function gantiDokumen<J extends Jawaban>(jawaban: J, acuan: ReadonlyMap<string, Dokumen>): J {
  const tersimpan = (d: Dokumen): Dokumen => acuan.get(d.id) ?? d;
  return {
    ...jawaban,
    ...("suratPermohonan" in jawaban ? { suratPermohonan: tersimpan(jawaban.suratPermohonan) } : {}),
    ...("suratDitandatangani" in jawaban ? { suratDitandatangani: tersimpan(jawaban.suratDitandatangani) } : {}),
    ...("lampiran" in jawaban ? { lampiran: jawaban.lampiran.map(tersimpan) } : {}),
  };
}
