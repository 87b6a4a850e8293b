/** What of bpmn-js is used here, in types of our own: its own types are loose where ours are strict. */
import type { Unsur } from "../../lint/jenis.js";

export type { Unsur };

/** In px of the diagram, to the right and down. */
export interface Titik {
  readonly x: number;
  readonly y: number;
}
/** Its upper left corner and its size. */
export interface Kotak extends Titik {
  readonly width: number;
  readonly height: number;
}
/** A shape, connection or label on the canvas. */
export interface Bentuk extends Kotak {
  readonly id: string;
  readonly type: string;
  readonly businessObject: Unsur;
  readonly parent?: Bentuk;
  readonly host?: Bentuk;
  readonly attachers?: readonly Bentuk[];
  readonly children?: readonly Bentuk[];
  readonly incoming?: readonly Bentuk[];
  readonly outgoing?: readonly Bentuk[];
  readonly source?: Bentuk;
  readonly target?: Bentuk;
  readonly labelTarget?: Bentuk;
}
/** The service `modeling`: every call goes over the command stack; `tempat` is the middle of the new shape. */
export interface Modeling {
  updateProperties(b: Bentuk, sifat: Record<string, unknown>): void;
  updateModdleProperties(b: Bentuk, unsur: Unsur, sifat: Record<string, unknown>): void;
  createShape(b: Bentuk, tempat: Titik, induk: Bentuk, pilihan?: { attach: boolean }): Bentuk;
  removeElements(b: readonly Bentuk[]): void;
  connect(dari: Bentuk, ke: Bentuk): Bentuk;
}
/** The service `bpmnFactory`: makes moddle elements that stand in no diagram yet. */
export interface Pabrik {
  create(tipe: string, sifat?: Record<string, unknown>): Unsur;
}
/** The service `elementFactory`: makes shapes that are not on the canvas yet. */
export interface PabrikBentuk {
  createShape(sifat: Record<string, unknown>): Bentuk;
}
/** The service `elementRegistry`: all that is on the canvas, by the id of its element. */
export interface Daftar {
  get(id: string): Bentuk | undefined;
  getAll(): Bentuk[];
  filter(uji: (b: Bentuk) => boolean): Bentuk[];
}
/** The service `eventBus`: higher priorities are called first; 1000 where none is given. */
export interface Bus {
  on(nama: string | readonly string[], tangani: (e: never) => unknown): void;
  on(nama: string | readonly string[], prioritas: number, tangani: (e: never) => unknown): void;
  off(nama: string, tangani: (e: never) => unknown): void;
  fire(nama: string, isi?: unknown): unknown;
}
/** The service `commandStack`: what goes over it can be undone; a `kelas` is made by the injector of bpmn-js. */
export interface TumpukanPerintah {
  execute(nama: string, konteks: unknown): void;
  registerHandler(nama: string, kelas: unknown): void;
  canUndo(): boolean;
  canRedo(): boolean;
  undo(): void;
  redo(): void;
  clear(): void;
}
/** The service `translate`: an English sentence in the reader's language, its `{places}` filled. */
export type Terjemah = (kalimat: string, data?: Record<string, string | number>) => string;
/** The bpmn-js instance itself. */
export interface Pemodel {
  get(nama: string, wajib?: boolean): unknown;
  importXML(xml: string): Promise<{ warnings: { message?: string }[] }>;
  saveXML(pilihan?: { format?: boolean }): Promise<{ xml?: string }>;
  saveSVG(): Promise<{ svg: string }>;
  getDefinitions(): unknown;
  destroy(): void;
}
