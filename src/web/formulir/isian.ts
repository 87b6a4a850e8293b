/** Reads an unfinished answer, whatever state it is in: it may come from a draft that another version wrote. Pure. */
import { z } from "zod";
import { Dokumen } from "../../proses/variabel.js";

/** Fields by name, none of them checked yet; empty for a form that nobody has begun. */
export type Isian = Readonly<Record<string, unknown>>;

/** An object, or an empty one. */
export const objekIsian = (nilai: unknown): Isian =>
  typeof nilai === "object" && nilai !== null && !Array.isArray(nilai) ? (nilai as Isian) : {};

/** The text of a field, or "". */
export const teksIsian = (isian: Isian, kunci: string): string => {
  const nilai = isian[kunci];
  return typeof nilai === "string" ? nilai : "";
};

/** The list of a field, or an empty one. */
export const daftarIsian = (isian: Isian, kunci: string): readonly unknown[] => {
  const nilai = isian[kunci];
  return Array.isArray(nilai) ? nilai : [];
};

/** The documents of a field; what is not one is left out. */
export const dokumenIsian = (isian: Isian, kunci: string): Dokumen[] =>
  z
    .array(z.unknown())
    .catch([])
    .parse(Array.isArray(isian[kunci]) ? isian[kunci] : [isian[kunci]])
    .flatMap((d) => {
      const hasil = Dokumen.safeParse(d);
      return hasil.success ? [hasil.data] : [];
    });
