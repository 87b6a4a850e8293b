/** What went wrong: a year without data, a duration outside the accepted form, or a data file that cannot be used. */
export type KodeKalender = "TAHUN_BELUM_DIMUAT" | "DURASI_TIDAK_DIKENAL" | "ZONA_TIDAK_DIKENAL" | "BERKAS_TIDAK_SAH";

/** The only error of the calendar; its message is Indonesian and says what to do, fit for an incident. */
export class KalenderError extends Error {
  readonly kode: KodeKalender;

  constructor(kode: KodeKalender, pesan: string) {
    super(pesan);
    this.name = "KalenderError";
    this.kode = kode;
  }
}
