/** What is on the canvas now. */
import type { Draf } from "./api/skema-draf.js";
import type { Versi } from "./api/skema-versi.js";

/** A draft or a version; `id` is the draft's or the definition's, `kunci` the process it belongs to. */
export type Terbuka =
  | { readonly jenis: "draf"; readonly id: string; readonly kunci: string; readonly judul: string; readonly draf: Draf }
  | {
      readonly jenis: "versi";
      readonly id: string;
      readonly kunci: string;
      readonly judul: string;
      readonly versi: Versi;
    };
