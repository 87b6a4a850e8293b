/** Messages about wrong input: from zod or from the gateway, each with the path of its field. Pure. */
import { z } from "zod";

/** One message; `jalur` is the field's path with dots, e.g. "akun.0.nip", empty for the form as a whole. */
export const Galat = z.object({
  jalur: z.union([z.string(), z.array(z.union([z.string(), z.number()])).transform((j) => j.join("."))]),
  pesan: z.string(),
});
export type Galat = z.infer<typeof Galat>;

/** Just what is used of a zod issue. */
export interface Masalah {
  readonly code?: string | undefined;
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

const BELUM_MEMILIH = "Pilih salah satu.";

/** Zod's issues as messages; a missing choice gets words of its own, since zod has none for a person. */
export function galatDari(masalah: readonly Masalah[]): Galat[] {
  return masalah.map(({ code, path, message }) => ({
    jalur: path.map(String).join("."),
    pesan: code === "invalid_union" ? BELUM_MEMILIH : message,
  }));
}

/** The longest of the shown paths that contains the message's path; undefined when the form shows none of them. */
export function tempatGalat(jalur: string, tampil: readonly string[]): string | undefined {
  return tampil
    .filter((t) => t !== "" && (jalur === t || jalur.startsWith(`${t}.`)))
    .sort((a, b) => b.length - a.length)
    .at(0);
}

const BalasanGalat = z.object({ message: z.string().optional(), galat: z.array(Galat).optional() });

/** What a refused submit says, whatever the shape of the reply; never empty. */
export function galatServer(badan: unknown, cadangan: string): Galat[] {
  const balasan = BalasanGalat.safeParse(badan);
  if (balasan.success && balasan.data.galat && balasan.data.galat.length > 0) return balasan.data.galat;
  const pesan = balasan.success ? balasan.data.message : undefined;
  return [{ jalur: "", pesan: pesan || cadangan }];
}
