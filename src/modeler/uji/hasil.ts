/** What a trial run found: its paths, how often each part was passed, where it stuck, what it never reached. */

/** Where an instance could not go on, and the engine's reason. */
export interface Macet {
  readonly elemen: string;
  readonly pesan: string;
}

/** One instance: the elements it passed, in the order of its stops, and how it ended. */
export interface Jalur {
  readonly langkah: readonly string[];
  readonly akhir: readonly string[];
  readonly macet: Macet | null;
}

/** `takTerlewati` are the parts never reached, each with the reason; `habisWaktu`: MODELER_UJI_BATAS_MS was over. */
export interface HasilUji {
  readonly jalur: readonly Jalur[];
  /** How often each element and flow was passed, all paths together; never passed: 0. */
  readonly elemen: Readonly<Record<string, number>>;
  readonly alur: Readonly<Record<string, number>>;
  readonly macet: readonly Macet[];
  readonly takTerlewati: readonly { readonly id: string; readonly sebab: string }[];
  readonly habisWaktu: boolean;
  readonly lamaMs: number;
}

/** Passed: something ended properly, nothing stuck, and the time sufficed. Parts never reached are for people to judge. */
export const lulus = (h: HasilUji): boolean =>
  h.macet.length === 0 && !h.habisWaktu && h.jalur.some(({ akhir }) => akhir.length > 0);
