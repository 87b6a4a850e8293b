import { jamWib } from "../../waktu/wib.js";

/** The greeting for the time of day in WIB. Pure. */
export function sapaan(saat: Date): string {
  const jam = jamWib(saat).getUTCHours();
  if (jam >= 4 && jam < 11) return "Selamat pagi";
  if (jam >= 11 && jam < 15) return "Selamat siang";
  return jam >= 15 && jam < 18 ? "Selamat sore" : "Selamat malam";
}
