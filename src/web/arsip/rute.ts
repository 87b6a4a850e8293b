/** Where in the archive's page a person is, by the part of the address behind "#". Pure. */

/** What the register is searched for; empty text is no condition. */
export interface Saringan {
  readonly cari: string;
  readonly nomor: string;
  readonly satker: string;
  readonly orang: string;
  readonly jenis: string;
  readonly dari: string;
  readonly sampai: string;
}
/** No condition at all; "Kosongkan" goes back to it. */
export const SARINGAN_KOSONG: Saringan = {
  cari: "",
  nomor: "",
  satker: "",
  orang: "",
  jenis: "",
  dari: "",
  sampai: "",
};

/** One of the archive's four views; `nomor` is the page from 1, `id` the entry's. */
export type Rute =
  | { readonly halaman: "daftar"; readonly saringan: Saringan; readonly nomor: number }
  | { readonly halaman: "entri"; readonly id: string }
  | { readonly halaman: "pemusnahan" }
  | { readonly halaman: "keutuhan" };

/** "#/entri/…", "#/pemusnahan", "#/keutuhan"; anything else is the register, with `?cari=…&halaman=2`. */
export function bacaRute(hash: string): Rute {
  const [jalur = "", tanya = ""] = hash.replace(/^#/, "").split("?", 2);
  const id = /^\/entri\/([0-9a-f-]+)$/.exec(jalur)?.[1];
  if (id) return { halaman: "entri", id };
  if (jalur === "/pemusnahan") return { halaman: "pemusnahan" };
  if (jalur === "/keutuhan") return { halaman: "keutuhan" };
  const isi = new URLSearchParams(tanya);
  const nomor = Number(isi.get("halaman"));
  const saringan = Object.fromEntries(Object.keys(SARINGAN_KOSONG).map((kunci) => [kunci, isi.get(kunci) ?? ""]));
  return {
    halaman: "daftar",
    saringan: { ...SARINGAN_KOSONG, ...saringan },
    nomor: Number.isInteger(nomor) && nomor > 0 ? nomor : 1,
  };
}

/** The conditions as query parameters, in a fixed order, empty ones left out. */
export function tanyaDari(saringan: Saringan, lain: Readonly<Record<string, string>> = {}): URLSearchParams {
  const ada = Object.entries({ ...SARINGAN_KOSONG, ...saringan }).filter(([, isi]) => isi.trim() !== "");
  return new URLSearchParams([...ada, ...Object.entries(lain)]);
}

/** The address of a page of the register. */
export function keDaftar(saringan: Saringan, nomor = 1): string {
  const tanya = tanyaDari(saringan, nomor > 1 ? { halaman: String(nomor) } : {});
  return tanya.size > 0 ? `#/?${tanya}` : "#/";
}

/** The address of one entry. */
export const keEntri = (id: string): string => `#/entri/${id}`;
