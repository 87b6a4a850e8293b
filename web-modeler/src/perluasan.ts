/** Where other parts of the modeler plug in: a tab in the side panel, a button in the toolbar. */
import type { Bahasa } from "../lint/jenis.js";
import type { Saya } from "./api/skema.js";
import type { Draf } from "./api/skema-draf.js";
import type { Versi } from "./api/skema-versi.js";
import type { Pemodel } from "./bpmn/jenis.js";

/** What is on the canvas now. */
export type Terbuka =
  | { readonly jenis: "draf"; readonly id: string; readonly kunci: string; readonly judul: string; readonly draf: Draf }
  | {
      readonly jenis: "versi";
      readonly id: string;
      readonly kunci: string;
      readonly judul: string;
      readonly versi: Versi;
    };

export type Nada = "info" | "sukses" | "awas" | "bahaya";

/** What a part gets of the page. */
export interface Konteks {
  /** bpmn-js: a Modeler where a draft is edited, else a viewer. */
  readonly modeler: Pemodel;
  readonly saya: Saya;
  readonly bolehSunting: boolean;
  terbuka(): Terbuka;
  /** Calls back whenever what is open, or its state, has changed; answers how to stop. */
  saatTerbuka(dengar: (t: Terbuka) => void): () => void;
  /** Saves what is pending on the server; answers the revision. */
  simpan(): Promise<number>;
  /** Reads the draft or version anew. */
  muatUlang(): Promise<void>;
  /** `#/draf/<id>`, `#/versi/<definition id>`, `#/`. */
  buka(alamat: string): void;
  /** Selects an element and scrolls to it. */
  pilih(id: string): void;
  t(kalimat: string, data?: Readonly<Record<string, string | number>>): string;
  bahasa(): Bahasa;
  /** A message at the lower edge of the page. */
  kabar(nada: Nada, pesan: string): void;
  /** A full-screen sheet over the canvas; Esc closes it. */
  lembar(judul: string, isi: HTMLElement): { tutup(): void };
}

export interface Perluasan {
  readonly id: string;
  /** English key. */
  readonly judul: string;
  /** A tab in the side panel; called when first shown, answers its clean-up. */
  tab?(wadah: HTMLElement, k: Konteks): undefined | (() => void);
  readonly tombol?: {
    readonly utama?: boolean;
    tampil?(t: Terbuka, k: Konteks): boolean;
    jalan(k: Konteks): void | Promise<void>;
  };
}
