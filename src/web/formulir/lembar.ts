/** What one form brings along; the frame around it (head, record, documents, messages) is the same for all. */
import type { FormulirAwal, Tugas } from "../api/skema.js";
import type { DokumenTampil } from "../pdf/panel-dokumen.js";
import type { Isian } from "./isian.js";

/** A form's own parts; `tutup` ends what it has begun, such as a countdown. */
export interface Lembar {
  /** To be read, also by those who have not claimed the task. */
  readonly baca: readonly HTMLElement[];
  /** Documents for the preview beside it. */
  readonly dokumen: readonly DokumenTampil[];
  /** To be filled in. */
  readonly jawab: readonly HTMLElement[];
  /** The answer as it stands, for the schema in `src/proses/tugas.ts`; also what a draft keeps. Never a credential. */
  nilai(): Record<string, unknown>;
  /** Why the form cannot be sent yet although its fields may be right, e.g. an upload under way. */
  tunggu?(): string | undefined;
  tutup?(): void;
}

/** A form of a user task; `isian` is an earlier unfinished answer, or empty. */
export type BuatLembar = (tugas: Tugas, isian: Isian) => Lembar;
/** The start form. */
export type BuatLembarAwal = (awal: FormulirAwal, isian: Isian) => Lembar;
