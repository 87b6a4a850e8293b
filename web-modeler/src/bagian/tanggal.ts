/** Instants for readers, in WIB. */
import { bahasa } from "../bahasa/bahasa.js";

const bentuk = (pilihan: Intl.DateTimeFormatOptions, kapan: Date): string =>
  new Intl.DateTimeFormat(bahasa() === "id" ? "id-ID" : "en-GB", { timeZone: "Asia/Jakarta", ...pilihan }).format(
    kapan,
  );

/** "23 Nov 2026, 13.05 WIB"; "–" for nothing. */
export const waktuLengkap = (kapan: Date | null): string =>
  kapan && !Number.isNaN(kapan.getTime())
    ? `${bentuk({ day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit" }, kapan)} WIB`
    : "–";

/** "23 Nov 2026, 13.05", for tables. */
export const waktuSingkat = (kapan: Date): string =>
  bentuk({ day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit" }, kapan);

/** "13.05". */
export const jamMenit = (kapan: Date): string => bentuk({ hour: "2-digit", minute: "2-digit" }, kapan);
