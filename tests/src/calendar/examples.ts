import { fileURLToPath } from "node:url";
import { DateTime } from "luxon";

/** Where the product's own calendar files are. */
export const FOLDER_KALENDER = fileURLToPath(new URL("../../../bpmn/kalender", import.meta.url));

/** Epoch ms of a WIB clock reading such as `20-11-2026 15.00`, with the weekday before it if wanted (then checked too). */
export function wib(tulisan: string, zone = "Asia/Jakarta"): number {
  const bentuk = /^\d/.test(tulisan) ? "dd-MM-yyyy HH.mm" : "cccc dd-MM-yyyy HH.mm";
  const saat = DateTime.fromFormat(tulisan, bentuk, { zone, locale: "id" });
  if (!saat.isValid) throw new Error(`${tulisan}: ${saat.invalidExplanation}`);
  return saat.toMillis();
}

/** The reverse of `wib`, with the weekday. */
export function tulisWib(saat: number): string {
  return DateTime.fromMillis(saat, { zone: "Asia/Jakarta", locale: "id" }).toFormat("cccc dd-MM-yyyy HH.mm");
}

/** What due dates mean, as a table that README can show as it is. */
export const TABEL_CONTOH = `
| Diterima (WIB) | Waktu | Tenggat (WIB) | Sebab |
| --- | --- | --- | --- |
| Jumat 20-11-2026 15.00 | P1D | Senin 23-11-2026 15.00 | jam yang sama pada hari kerja berikutnya |
| Senin 23-11-2026 10.00 | P1D | Selasa 24-11-2026 10.00 | jam yang sama pada hari kerja berikutnya |
| Jumat 20-11-2026 16.15 | P1D | Senin 23-11-2026 16.00 | Senin sudah tutup pukul 16.15, jadi saat tutup |
| Kamis 19-11-2026 11.45 | P1D | Jumat 20-11-2026 13.00 | pukul 11.45 istirahat Jumat, jadi seusai istirahat |
| Senin 23-11-2026 12.20 | P1D | Selasa 24-11-2026 13.00 | diterima saat istirahat, dihitung sejak 13.00 |
| Senin 23-11-2026 12.00 | P1D | Selasa 24-11-2026 12.00 | akhir jam kerja masih jam kerja |
| Senin 23-11-2026 06.00 | P1D | Selasa 24-11-2026 07.30 | diterima sebelum buka, dihitung sejak 07.30 |
| Jumat 20-11-2026 17.00 | P1D | Selasa 24-11-2026 07.30 | diterima sesudah tutup, dihitung sejak Senin 07.30 |
| Sabtu 21-11-2026 10.00 | P1D | Selasa 24-11-2026 07.30 | diterima saat libur, dihitung sejak Senin 07.30 |
| Rabu 23-12-2026 14.00 | P1D | Senin 28-12-2026 14.00 | 24 cuti bersama, 25 Natal, akhir pekan |
| Kamis 31-12-2026 15.00 | P1D | Senin 04-01-2027 15.00 | melewati tahun baru |
| Rabu 18-02-2026 15.45 | P1D | Kamis 19-02-2026 15.00 | Ramadan tutup 15.00 |
| Rabu 18-02-2026 07.40 | P1D | Kamis 19-02-2026 08.00 | Ramadan buka 08.00 |
| Kamis 19-02-2026 12.10 | P1D | Jumat 20-02-2026 12.30 | istirahat Ramadan sampai 12.30, Jumat 11.30–12.30 |
| Selasa 17-03-2026 14.30 | P1D | Rabu 25-03-2026 14.30 | Nyepi, Idulfitri, dan cuti bersamanya |
| Jumat 20-11-2026 15.00 | P2D | Selasa 24-11-2026 15.00 | dua hari kerja |
| Senin 23-11-2026 15.45 | PT30M | Selasa 24-11-2026 07.45 | 15 menit hari ini, 15 menit besok |
| Senin 23-11-2026 15.30 | PT30M | Senin 23-11-2026 16.00 | tepat saat tutup, tidak pindah ke besok |
| Jumat 20-11-2026 11.15 | PT30M | Jumat 20-11-2026 13.15 | istirahat tidak dihitung |
| Sabtu 21-11-2026 10.00 | PT30M | Senin 23-11-2026 08.00 | dihitung sejak Senin 07.30 |
| Senin 23-11-2026 08.00 | PT8H | Selasa 24-11-2026 08.30 | sehari hanya 7 jam 30 menit kerja |
| Jumat 20-11-2026 15.00 | P1DT2H | Selasa 24-11-2026 08.30 | hari lebih dahulu, lalu jam |
`;

/** The rows of the table: received, duration, due, reason. */
export const CONTOH = TABEL_CONTOH.trim()
  .split("\n")
  .slice(2)
  .map((baris) => {
    const [, diterima = "", waktu = "", tenggat = "", sebab = ""] = baris.split("|").map((sel) => sel.trim());
    return { diterima, waktu, tenggat, sebab };
  });
