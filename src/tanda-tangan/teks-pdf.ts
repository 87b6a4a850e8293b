/** The words of a PDF in reading order, for comparing letters. */
/** A letter with its annexes is shorter; a larger file is not read further. */
const HALAMAN_PALING_BANYAK = 100;

/** All words on the pages; none for a scan. Throws where the file cannot be read as PDF. */
export async function kataPdf(pdf: Uint8Array): Promise<string[]> {
  const { getDocument, VerbosityLevel } = await muatPdfjs();
  const memuat = getDocument({
    data: Uint8Array.from(pdf),
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    verbosity: VerbosityLevel.ERRORS,
  });
  try {
    const dokumen = await memuat.promise;
    const kata: string[] = [];
    for (let i = 1; i <= Math.min(dokumen.numPages, HALAMAN_PALING_BANYAK); i += 1) {
      const { items } = await (await dokumen.getPage(i)).getTextContent();
      kata.push(...kataDari(items.map((b) => ("str" in b ? b.str + (b.hasEOL ? "\n" : "") : "")).join("")));
    }
    return kata;
  } finally {
    await memuat.destroy();
  }
}

/** At the first letter, not at the start: pdf.js is large. */
async function muatPdfjs() {
  // It makes a matrix while it loads, for drawing, which happens nowhere here; its own stand-in is an optional package.
  Object.assign(globalThis, { DOMMatrix: Reflect.get(globalThis, "DOMMatrix") ?? class {} });
  return import("pdfjs-dist/legacy/build/pdf.mjs");
}

/** A text as words: compatibility forms, soft hyphens and joiners of our own line breaking taken out. */
const kataDari = (teks: string): string[] =>
  teks
    .normalize("NFKC")
    .replace(/[\u00AD\u200B\u2060]/g, "")
    .split(/\s+/)
    .filter((k) => k !== "");
