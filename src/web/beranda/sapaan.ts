const WIB_JAM = 7;

/** The greeting for the time of day in WIB. Pure. */
export function sapaan(saat: Date): string {
  const jam = (saat.getUTCHours() + WIB_JAM) % 24;
  if (jam >= 4 && jam < 11) return "Selamat pagi";
  if (jam >= 11 && jam < 15) return "Selamat siang";
  return jam >= 15 && jam < 18 ? "Selamat sore" : "Selamat malam";
}
