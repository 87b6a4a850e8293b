/** A template as a tree of values by path, and what a field's text means in it. Pure. */
import type { BidangTemplat } from "./bidang.js";

const objek = (nilai: unknown): Record<string, unknown> =>
  typeof nilai === "object" && nilai !== null ? { ...nilai } : {};

/** The value at a path with dots; undefined where there is none. */
export const ambilNilai = (pohon: unknown, jalur: string): unknown =>
  jalur.split(".").reduce<unknown>((nilai, kunci) => objek(nilai)[kunci], pohon);

/** A copy of the tree with that value at the path; undefined takes it out. */
export function setelNilai(pohon: unknown, jalur: string, nilai: unknown): Record<string, unknown> {
  const [kunci = "", ...sisa] = jalur.split(".");
  const salinan = objek(pohon);
  const isi = sisa.length === 0 ? nilai : setelNilai(salinan[kunci], sisa.join("."), nilai);
  if (isi === undefined) delete salinan[kunci];
  else salinan[kunci] = isi;
  return salinan;
}

/** What stands in the field. */
export function teksBidang({ jenis, jalur }: BidangTemplat, pohon: unknown): string {
  const nilai = ambilNilai(pohon, jalur);
  if (jenis === "daftar") return Array.isArray(nilai) ? nilai.join("\n") : "";
  return nilai === undefined || nilai === null ? "" : String(nilai);
}

/** What the field's text means in the template. */
export function nilaiBidang({ jenis, opsional }: BidangTemplat, teks: string): unknown {
  if (jenis === "daftar") return teks.split("\n").filter((baris) => baris.trim() !== "");
  if (jenis === "angka") return teks.trim() === "" ? undefined : Number(teks);
  return opsional && teks.trim() === "" ? undefined : teks;
}

/** The first fault of each field: a fault below a list belongs to the list's field. */
export function galatBidang(
  daftar: readonly BidangTemplat[],
  masalah: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[],
): Map<string, string> {
  const hasil = new Map<string, string>();
  for (const { path, message } of masalah) {
    const jalur = path.join(".");
    const punya = daftar.find((b) => jalur === b.jalur || jalur.startsWith(`${b.jalur}.`))?.jalur ?? "";
    if (!hasil.has(punya)) hasil.set(punya, message);
  }
  return hasil;
}
