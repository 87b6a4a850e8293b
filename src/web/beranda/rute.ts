/** Where in the landing page a person is, by the part of the address behind "#". Pure. */

type Rute =
  | { readonly halaman: "daftar"; readonly cari: string; readonly nomor: number }
  | { readonly halaman: "rincian"; readonly permohonan: string };

/** "#/permohonan/RP-2026-0001" is one request; anything else the list, with `?cari=…&halaman=2`. */
export function bacaRute(hash: string): Rute {
  const [jalur = "", tanya = ""] = hash.replace(/^#/, "").split("?", 2);
  const permohonan = /^\/permohonan\/([^/]+)$/.exec(jalur)?.[1];
  if (permohonan) return { halaman: "rincian", permohonan: dekode(permohonan) };
  const isi = new URLSearchParams(tanya);
  const nomor = Number(isi.get("halaman"));
  return { halaman: "daftar", cari: isi.get("cari") ?? "", nomor: Number.isInteger(nomor) && nomor > 0 ? nomor : 1 };
}

function dekode(teks: string): string {
  try {
    return decodeURIComponent(teks);
  } catch {
    return teks;
  }
}

/** The address of one request. */
export const keRincian = (nomor: string): string => `#/permohonan/${encodeURIComponent(nomor)}`;

/** The address of the list. */
export function keDaftar(cari: string, nomor: number): string {
  const isi = new URLSearchParams();
  if (cari) isi.set("cari", cari);
  if (nomor > 1) isi.set("halaman", String(nomor));
  return isi.size > 0 ? `#/?${isi}` : "#/";
}
