/** Replies of the modeler's API as the gateway gives them, for the API in memory and for tests. */

const ORANG = { id: "budi", nama: "Budi" };

/** The person's own rights. */
export const sayaUji = (bolehSunting: boolean) => ({
  ...ORANG,
  orang: { [ORANG.id]: ORANG.nama },
  bolehSunting,
  bolehSetuju: false,
  admin: false,
  empatMata: true,
  ujiWajib: true,
});

/** What a draft has of its own; everything else is that of one just made. */
export interface IsiDrafUji {
  readonly id: string;
  readonly kunci: string;
  readonly judul: string;
  readonly dasar?: string | null | undefined;
  xml: string;
}

/** A draft as an answer holds it. */
export function drafUji(isi: IsiDrafUji) {
  const kini = new Date().toISOString();
  return {
    ...isi,
    dasar: isi.dasar ?? null,
    revisi: 1,
    oleh: ORANG.nama,
    dibuat: kini,
    diubah: kini,
    diubahOleh: ORANG.nama,
    penyunting: [ORANG.id],
    keadaan: "disusun" as const,
    diajukanOleh: null,
    catatan: null,
    uji: null,
    persetujuan: [],
    komentar: [],
  };
}
/** The API in memory keeps one for each draft, and changes it in place. */
export type DrafUji = ReturnType<typeof drafUji>;

/** A version, for instance one that is replaced; by itself the first one, in force. */
export const versiUji = (isi: {
  readonly id: string;
  readonly versi?: number;
  readonly keadaan?: "berlaku" | "lama";
}) => ({
  versi: 1,
  tag: "1.0",
  diterapkan: "2026-11-02T01:00:00Z",
  oleh: "Sri",
  disetujuiOleh: null,
  catatan: "Versi pertama",
  draf: null,
  keadaan: "berlaku" as const,
  permohonanBerjalan: 3,
  ...isi,
});
