import { join } from "node:path";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { z } from "zod";
import type { Berkas } from "./berkas.js";
import { coerceError, SuratError } from "./galat.js";

/** A template of the letter folder, the JSON it receives, and the instant written into the PDF. */
export interface TugasCetak {
  templat: string;
  naskah: unknown;
  saat: Date;
}

/** Turns templates into PDF/A-2b; its methods throw SuratError when a template is faulty. */
export interface Pencetak {
  cetak(tugas: TugasCetak): { pdf: Buffer; halaman: number };
  /** The value of the one metadata element with this label in a template, e.g. what it measured. */
  tanya(templat: string, naskah: unknown, label: string): unknown;
  /** Compiles a template with its sample, so that a faulty one is found before a letter needs it. */
  coba(templat: string): void;
}

/** How many letters a cached piece of layout survives without being used; bounds the memory of a long-lived worker. */
const UMUR_TEMBOLOK = 10;

/**
 * Creates the Typst compiler over the letter folder. Templates are taken from memory, as read at the start: a half-saved
 * edit never reaches a letter. Our fonts are handed over as bytes, because then they win over any font of the same name
 * that the machine has; templates switch other fallbacks off, so that no machine prints otherwise.
 */
export function createPencetak(dir: string, huruf: readonly Berkas[], berkas: readonly Berkas[]): Pencetak {
  const compiler = NodeCompiler.create({ workspace: dir, fontArgs: [{ fontBlobs: huruf.map(({ isi }) => isi) }] });
  for (const { nama, isi } of berkas) compiler.mapShadow(join(dir, nama), isi);

  function susun(templat: string, inputs: Record<string, string>) {
    const hasil = compiler.compile({ mainFilePath: join(dir, templat), inputs });
    // A warning counts as an error: "unknown font family", for one, leaves out the text without a word.
    const galat = hasil.takeError() ?? hasil.takeWarnings();
    const dokumen = hasil.result;
    if (galat !== null || dokumen === null) throw new SuratError("templat surat", diagnosa(compiler, galat));
    return dokumen;
  }

  function buat(templat: string, inputs: Record<string, string>, saat: Date) {
    const dokumen = susun(templat, inputs);
    try {
      const pdf = compiler.pdf(dokumen, { pdfStandard: "a-2b", creationTimestamp: saat.getTime() / 1000 });
      return { pdf, halaman: dokumen.numOfPages };
    } catch (error) {
      throw new SuratError("templat surat", pesanPdf(templat, error), { cause: error });
    } finally {
      compiler.evictCache(UMUR_TEMBOLOK);
    }
  }

  return {
    tanya: (templat, naskah, label) => {
      const dokumen = susun(templat, { naskah: JSON.stringify(naskah) });
      return z.array(z.unknown()).parse(compiler.query(dokumen, { selector: `<${label}>`, field: "value" }))[0];
    },
    coba: (templat) => void buat(templat, {}, new Date(0)),
    cetak: ({ templat, naskah, saat }) => buat(templat, { naskah: JSON.stringify(naskah) }, saat),
  };
}

type NodeError = Parameters<NodeCompiler["fetchDiagnostics"]>[0];

const Diagnosa = z.object({
  message: z.string(),
  path: z.string(),
  range: z.object({ start: z.object({ line: z.int() }) }).nullish(),
});

function diagnosa(compiler: NodeCompiler, galat: NodeError | null): string[] {
  const daftar = z.array(Diagnosa).parse(galat === null ? [] : compiler.fetchDiagnostics(galat));
  return daftar.map(({ message, path, range }) => {
    const berkas = path.split(/[/\\]/).at(-1);
    return range ? `${berkas} baris ${range.start.line + 1}: ${message}` : `${berkas}: ${message}`;
  });
}

/** The exporter's errors arrive as Rust debug text; only the messages in it are of use. */
function pesanPdf(templat: string, error: unknown): string[] {
  const { message } = coerceError(error);
  const pesan = [...message.matchAll(/message: "((?:[^"\\]|\\.)*)"/g)].map((match) =>
    (match[1] ?? "").replace(/\\"/g, '"'),
  );
  return (pesan.length > 0 ? pesan : [message]).map((satu) => `${templat}: ${satu}`);
}
