import { readFileSync } from "node:fs";
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

const HALAMAN = readFileSync(new URL("../../../docs/working-time.md", import.meta.url), "utf8");

/** What due dates mean: the table that docs/working-time.md shows. */
const [, TABEL_CONTOH = ""] = /<!-- working-time:start -->\n([\s\S]*?)<!-- working-time:end -->/.exec(HALAMAN) ?? [];

/** The rows of the table: received, duration, due, reason. */
export const CONTOH = TABEL_CONTOH.trim()
  .split("\n")
  .slice(2)
  .map((baris) => {
    const [, diterima = "", waktu = "", tenggat = "", sebab = ""] = baris.split("|").map((sel) => sel.trim());
    return { diterima, waktu, tenggat, sebab };
  });
