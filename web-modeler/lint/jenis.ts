/** The words of the lint module: what is looked at, what is known of the system, what is found. */

/** A BPMN element as moddle gives it; rules narrow what they read. */
export interface Unsur {
  readonly $type: string;
  readonly $parent?: Unsur;
  readonly id?: string;
  readonly name?: string;
  $instanceOf(tipe: string): boolean;
  readonly [sifat: string]: unknown;
}

/** A topic that a worker serves, with the names of its variables and the BPMN error codes it may raise. */
export interface Topik {
  readonly topik: string;
  readonly masukan: readonly string[];
  readonly keluaran: readonly string[];
  readonly galat: readonly string[];
}

/** What exists outside the diagram: topics of the workers, names of the forms (`bpmn/forms/<name>.html`). */
export interface Lingkungan {
  readonly topik: readonly Topik[];
  readonly formulir: readonly string[];
}

/** What findings are asked for in; rules write English. */
export type Bahasa = "id" | "en";
type Tingkat = "galat" | "peringatan";

/** One finding: element, rule, whether it blocks bringing into force, and a sentence for the process owner. */
export interface Temuan {
  readonly id: string;
  readonly aturan: string;
  readonly tingkat: Tingkat;
  readonly pesan: string;
}

/** What fills the `{places}` of a sentence, by name. */
export type Data = Readonly<Record<string, string | number>>;
/** Reports an element by a sentence in English with `{places}`; the sentence is its own key in the dictionary. */
export type Lapor = (unsur: Unsur, kalimat: string, data?: Data) => void;

/** One rule of ours: `sebab` says why it exists; `periksa` is called for every element of the diagram. */
export interface Aturan {
  readonly nama: string;
  readonly tingkat: Tingkat;
  readonly sebab: string;
  periksa(unsur: Unsur, lapor: Lapor, lingkungan: Lingkungan): void;
}
