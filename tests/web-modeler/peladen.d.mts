import type { EventEmitter } from "node:events";

/** A draft as the API in memory keeps it. */
export interface DrafUji {
  readonly id: string;
  readonly xml: string;
  readonly revisi: number;
}
export interface Peladen {
  readonly alamat: string;
  readonly draf: Map<string, DrafUji>;
  readonly keadaan: { putus: boolean; simpan: number };
  /** `draf` whenever a draft was made or saved. */
  readonly peristiwa: EventEmitter;
  /** A colleague saves. */
  rekan(id: string, ubah: (xml: string) => string): void;
  /** Puts a draft there, as if somebody had made it. */
  taruh(id: string, xml: string): void;
  tutup(): Promise<void>;
}
export function mulaiPeladen(pilihan?: { grup?: string[]; xml?: string }): Promise<Peladen>;
