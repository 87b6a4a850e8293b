/** What the topics' handlers may use; `main.ts` makes the real ones, tests make others. */
import type { Db } from "../src/db/open.js";
import type { GantunganKunci } from "../src/kredensial/index.js";
import type { Organisasi } from "../src/organisasi.js";
import type { Sop } from "../src/sop/diagram.js";
import type { LetterRenderer } from "../src/surat/render.js";
import type { Adapters } from "./adapters/index.js";
import type { Context } from "./runtime/index.js";

/** The engine's people and diagrams; both calls throw AdapterError. */
export interface Direktori {
  /** e-Pesan addresses of a group's members, those that have one. */
  penerima(grup: string, signal?: AbortSignal): Promise<string[]>;
  /** The SOP as the diagram of that process definition carries it. */
  sop(definisi: string, signal?: AbortSignal): Promise<Sop>;
}

/** Codes of the archive's register, from the letterhead file. */
export interface PengaturanArsip {
  readonly kodeKlasifikasi: string;
  readonly unitPengolah: string;
}

export interface Deps {
  readonly db: Db;
  readonly adapters: Adapters;
  readonly kunci: GantunganKunci;
  readonly surat: Pick<LetterRenderer, "render" | "paragrafAwal" | "nomorSurat">;
  readonly arsip: PengaturanArsip;
  readonly organisasi: Organisasi;
  readonly direktori: Direktori;
  /** Address of the product, without a slash at the end, for messages to staff. */
  readonly alamat: string;
  readonly now: () => Date;
}

/** What every topic of this product gets. */
export type TopicContext = Context<Deps>;
