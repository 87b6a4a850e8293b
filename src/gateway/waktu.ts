/** Times as people in the LPSE read them (WIB, UTC+7, no daylight saving time). */

const WIB = "Asia/Jakarta";
const lengkap = new Intl.DateTimeFormat("id-ID", { timeZone: WIB, dateStyle: "long", timeStyle: "short" });
const hari = new Intl.DateTimeFormat("en-CA", { timeZone: WIB });

/** `23 November 2026 pukul 10.05 WIB`. */
export const waktuWib = (saat: Date): string => `${lengkap.format(saat)} WIB`;

/** The calendar day in Jakarta as `2026-11-23`. */
export const tanggalWib = (saat: Date): string => hari.format(saat);

/** The calendar year in Jakarta. */
export const tahunWib = (saat: Date): number => Number(tanggalWib(saat).slice(0, 4));
