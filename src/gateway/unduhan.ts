/** Replies that are files to save. */
import type { Response } from "express";
import { csv } from "../tabel/csv.js";
import type { Tabel } from "../tabel/tabel.js";
import { xlsx } from "../tabel/xlsx.js";

const JENIS_BERKAS = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  pdf: "application/pdf",
} as const;

/** Offers bytes for saving under this name. */
export function unduhan(res: Response, nama: string, format: keyof typeof JENIS_BERKAS, isi: Buffer): void {
  res
    .type(JENIS_BERKAS[format])
    .set("content-disposition", `attachment; filename="${nama}.${format}"`)
    .set("x-content-type-options", "nosniff")
    .send(isi);
}

/** The tables as a file to save. */
export async function unduhTabel(res: Response, nama: string, format: "csv" | "xlsx", tabel: Tabel[]): Promise<void> {
  unduhan(res, nama, format, format === "csv" ? csv(tabel) : await xlsx(tabel));
}
