/** What the topics' handlers may use; `main.ts` makes the real ones, tests make others. */
import type { Kalender } from "../src/calendar/calendar.js";
import type { Db } from "../src/db/open.js";
import type { GantunganKunci } from "../src/kredensial/index.js";
import type { Organisasi } from "../src/organisasi.js";
import type { TenggatBaru } from "../src/sla/setel-tenggat.js";
import type { Sop } from "../src/sop/diagram.js";
import type { PenyediaTemplat } from "../src/surat-keluar/index.js";
import type { Adapters } from "./adapters/index.js";
import type { LangkahBerjalan, TanyaLangkah } from "./langkah-berjalan.js";
import type { Context } from "./runtime/index.js";

/** The engine's people and diagrams; all calls throw AdapterError. */
export interface Direktori {
  /** e-Pesan addresses of a group's members, those that have one. */
  penerima(grup: string, signal?: AbortSignal): Promise<string[]>;
  /** e-Pesan address of a user, if there is one. */
  alamat(pengguna: string, signal?: AbortSignal): Promise<string | undefined>;
  /** The run of a step that was open at an instant; see langkah-berjalan.ts. */
  langkahBerjalan(tanya: TanyaLangkah, signal?: AbortSignal): Promise<LangkahBerjalan | undefined>;
  /** Sets the due date of the step that runs in this execution; does nothing where it has ended. */
  setelTenggat(eksekusi: string, baru: TenggatBaru, signal?: AbortSignal): Promise<void>;
  /** The SOP as the diagram of that process definition carries it. */
  sop(definisi: string, signal?: AbortSignal): Promise<Sop>;
}

/** Made once for each process; `now` is the only clock of the handlers. */
export interface Deps {
  readonly db: Db;
  readonly adapters: Adapters;
  readonly kunci: GantunganKunci;
  /** Letterhead, wording and layout of letters. */
  readonly surat: PenyediaTemplat;
  /** Years for which the archive keeps a letter's copy. */
  readonly arsip: { readonly simpanTahun: number };
  readonly organisasi: Organisasi;
  readonly kalender: Kalender;
  readonly direktori: Direktori;
  /** Address of the product, without a slash at the end, for messages to staff. */
  readonly alamat: string;
  readonly now: () => Date;
}

/** What every topic of this product gets. */
export type TopicContext = Context<Deps>;
