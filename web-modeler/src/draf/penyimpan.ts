/** Saves a draft as somebody types: to the browser at once, to the server shortly after, never over a colleague's change. */
import { GalatApi } from "../../../src/web/api/panggil.js";
import type { HasilSimpan } from "../api/api.js";
import { gabung } from "./gabung.js";
import { hapusSimpanan, type Peti, tulisSimpanan } from "./simpanan-lokal.js";

/** How a draft's changes stand, for the bar above the canvas; `pesan` is the server's sentence, or "". */
export type Keadaan =
  | { readonly jenis: "tersimpan"; readonly kapan: Date }
  | { readonly jenis: "menyimpan" }
  /** The server does not answer; the changes are in this browser, or nowhere (`aman` false). */
  | { readonly jenis: "luring"; readonly aman: boolean; readonly pesan: string }
  /** Waits for a person's decision. */
  | { readonly jenis: "bentrok"; readonly oleh: string };

/** Whose change counts where two people changed the same element. */
export type Keputusan = "kita" | "mereka";

interface Bahan {
  readonly id: string;
  readonly revisi: number;
  /** XML of that revision on the server. */
  readonly dasar: string;
  ambilXml(): Promise<string>;
  simpan(revisi: number, xml: string): Promise<HasilSimpan>;
  /** Puts joined XML on the canvas; the history of undo begins anew. */
  tampilkan(xml: string, oleh: string): Promise<void>;
  /** Asks whose version counts for elements that both changed. */
  tanya(bentrok: readonly string[], oleh: string): Promise<Keputusan>;
  saatKeadaan(k: Keadaan): void;
  readonly peti: Peti;
  readonly jam: () => Date;
  readonly tunda: (kerja: () => void, ms: number) => { batal(): void };
}

/** `revisi` is the newest one known on the server; `tertunda`: something of ours is not there yet. */
export interface Penyimpan {
  /** Something changed on the canvas. */
  berubah(): void;
  /** Saves now; answers the revision on the server. */
  simpanSekarang(): Promise<number>;
  /** A colleague saved `revisi` while nothing of ours is pending. */
  terimaLuar(revisi: number, xml: string): void;
  readonly revisi: number;
  readonly tertunda: boolean;
  berhenti(): void;
}

const TUNDA_MS = 800;
const ULANG_MS = 5_000;

/** Makes the saver of one open draft. */
export function createPenyimpan(b: Bahan): Penyimpan {
  let { revisi, dasar } = b;
  let tertunda = false;
  let berjalan: Promise<void> | undefined;
  let janji: { batal(): void } | undefined;

  const jadwal = (ms: number): void => {
    janji?.batal();
    janji = b.tunda(() => void simpan().catch(() => undefined), ms);
  };

  async function keLokal(): Promise<{ xml: string; aman: boolean }> {
    const xml = await b.ambilXml();
    return { xml, aman: tulisSimpanan(b.peti, b.id, { revisi, dasar, xml, kapan: b.jam().toISOString() }) };
  }

  async function gabungkan(milikMereka: { revisi: number; xml: string; oleh: string }, xml: string): Promise<void> {
    let hasil = gabung(dasar, xml, milikMereka.xml);
    if (hasil.bentrok.length > 0) {
      b.saatKeadaan({ jenis: "bentrok", oleh: milikMereka.oleh });
      const keputusan = await b.tanya(hasil.bentrok, milikMereka.oleh);
      if (keputusan === "mereka") hasil = gabung(dasar, xml, milikMereka.xml, "mereka");
    }
    revisi = milikMereka.revisi;
    dasar = milikMereka.xml;
    await b.tampilkan(hasil.xml, milikMereka.oleh);
    tertunda = true;
  }

  async function satuKali(): Promise<void> {
    tertunda = false;
    const { xml, aman } = await keLokal();
    b.saatKeadaan({ jenis: "menyimpan" });
    try {
      const hasil = await b.simpan(revisi, xml);
      if (hasil.jenis === "bentrok") {
        await gabungkan({ revisi: hasil.revisi, xml: hasil.xml, oleh: hasil.diubahOleh ?? "" }, xml);
        return;
      }
      revisi = hasil.revisi;
      dasar = xml;
      if (!tertunda) hapusSimpanan(b.peti, b.id);
      b.saatKeadaan({ jenis: "tersimpan", kapan: b.jam() });
    } catch (sebab) {
      tertunda = true;
      b.saatKeadaan({ jenis: "luring", aman, pesan: sebab instanceof GalatApi ? sebab.message : "" });
      if (tetap(sebab)) janji?.batal();
      else jadwal(ULANG_MS);
      throw sebab;
    }
  }

  /** One save at a time; what changes meanwhile is saved right after. */
  function simpan(): Promise<void> {
    janji?.batal();
    berjalan ??= (async () => {
      do await satuKali();
      while (tertunda);
    })().finally(() => {
      berjalan = undefined;
    });
    return berjalan;
  }

  return {
    berubah: () => {
      tertunda = true;
      jadwal(TUNDA_MS);
    },
    simpanSekarang: async () => {
      if (berjalan) await berjalan;
      if (tertunda) await simpan();
      return revisi;
    },
    terimaLuar: (r, xml) => {
      revisi = r;
      dasar = xml;
    },
    get revisi() {
      return revisi;
    },
    get tertunda() {
      return tertunda || berjalan !== undefined;
    },
    berhenti: () => janji?.batal(),
  };
}

/** Trying again by itself will not help: no right, gone, refused. */
const tetap = (sebab: unknown): boolean =>
  sebab instanceof GalatApi && [400, 403, 404, 409, 413, 422].includes(sebab.status);
