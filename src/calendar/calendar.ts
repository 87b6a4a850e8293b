import { KalenderError } from "./error.js";
import type { BerkasJamKerja, BerkasTahun } from "./schema.js";
import { buatTabel, keEpoch, MENIT_MS, type TabelTahun } from "./table.js";
import type { PencariZona } from "./zone.js";

/** The working calendar: the loaded years, seen from any time zone. */
export interface Kalender {
  /** The checked contents it was made of: what a browser needs to make the same. */
  readonly berkas: readonly (BerkasTahun | BerkasJamKerja)[];
  readonly tahunDimuat: readonly number[];
  /** The calendar as the clocks of a zone show it; without a zone, that of `jam-kerja.json`. */
  diZona(zona?: string): KalenderZona;
}

/** The calendar in one zone; `tabel` throws `TAHUN_BELUM_DIMUAT` for a year without data and is cheap after the first call. */
export interface KalenderZona {
  tahunPada(saat: number): number;
  awalTahun(tahun: number): number;
  tabel(tahun: number): TabelTahun;
}

/** Puts checked file contents together; throws `BERKAS_TIDAK_SAH` unless there is one jam-kerja.json and no year twice. */
export function susunKalender(berkas: readonly (BerkasTahun | BerkasJamKerja)[], pencari: PencariZona): Kalender {
  const jam = satuJamKerja(berkas);
  const tahun = perTahun(berkas);
  const siap = new Map<string, KalenderZona>();
  const diZona = (zona: string = jam.zona) => {
    const ada = siap.get(zona) ?? susunZona(tahun, jam, pencari, zona);
    siap.set(zona, ada);
    return ada;
  };
  return { berkas, tahunDimuat: [...tahun.keys()].sort((a, b) => a - b), diZona };
}

function susunZona(
  berkas: ReadonlyMap<number, BerkasTahun>,
  jam: BerkasJamKerja,
  pencari: PencariZona,
  zona: string,
): KalenderZona {
  const geseran = pencari(zona);
  if (geseran === undefined) {
    throw new KalenderError("ZONA_TIDAK_DIKENAL", `Zona waktu ${zona} tidak dikenal: pakai misalnya Asia/Jakarta.`);
  }
  const tabelSiap = new Map<number, TabelTahun>();
  const bangun = (tahun: number) => {
    const isi = berkas.get(tahun);
    if (isi === undefined) throw belumDimuat(tahun, [...berkas.keys()]);
    const tabel = buatTabel(isi, jam, geseran);
    tabelSiap.set(tahun, tabel);
    return tabel;
  };
  return {
    tahunPada: (saat) => new Date(saat + geseran(saat) * MENIT_MS).getUTCFullYear(),
    awalTahun: (tahun) => keEpoch(Date.UTC(tahun, 0, 1), geseran),
    tabel: (tahun) => tabelSiap.get(tahun) ?? bangun(tahun),
  };
}

function satuJamKerja(berkas: readonly (BerkasTahun | BerkasJamKerja)[]): BerkasJamKerja {
  const [jam, ...lebih] = berkas.filter((isi): isi is BerkasJamKerja => !("tahun" in isi));
  if (jam !== undefined && lebih.length === 0) return jam;
  throw new KalenderError("BERKAS_TIDAK_SAH", "Kalender kerja butuh tepat satu jam-kerja.json di bpmn/kalender.");
}

function perTahun(berkas: readonly (BerkasTahun | BerkasJamKerja)[]): Map<number, BerkasTahun> {
  const tahun = new Map<number, BerkasTahun>();
  for (const isi of berkas) {
    if (!("tahun" in isi)) continue;
    if (tahun.has(isi.tahun)) {
      throw new KalenderError(
        "BERKAS_TIDAK_SAH",
        `Kalender kerja tahun ${isi.tahun} ada di dua berkas: hapus salah satu.`,
      );
    }
    tahun.set(isi.tahun, isi);
  }
  return tahun;
}

function belumDimuat(tahun: number, dimuat: readonly number[]): KalenderError {
  return new KalenderError(
    "TAHUN_BELUM_DIMUAT",
    `Kalender kerja tahun ${tahun} belum dimuat (yang dimuat: ${dimuat.join(", ") || "tidak ada"}). ` +
      `Tambahkan berkas bpmn/kalender/${tahun}.json menurut SKB hari libur nasional dan cuti bersama tahun itu, ` +
      "lalu mulai ulang sistem dan ulangi pekerjaan yang gagal.",
  );
}
