/** XML as a tree of plain objects, read and written without loss of meaning. Pure; runs in browser and Node. */
import { Parser } from "saxen";

/** An element: `nama` with its prefix, attributes and texts decoded. */
export interface Simpul {
  readonly nama: string;
  readonly sifat: Readonly<Record<string, string>>;
  readonly anak: readonly (Simpul | string)[];
}
interface Terbuka {
  readonly nama: string;
  readonly sifat: Record<string, string>;
  readonly anak: (Simpul | string)[];
}

const sunyi = (teks: string): boolean => teks.trim() === "";

/** Reads XML; throws on anything that is not well formed. Comments and blank text between tags are dropped. */
export function bacaPohon(xml: string): Simpul {
  const akar: Terbuka = { nama: "", sifat: {}, anak: [] };
  const tumpukan = [akar];
  const atas = (): Terbuka => tumpukan.at(-1) ?? akar;
  const parser = new Parser({ proxy: true });
  parser.on("openTag", ({ name, attrs }, urai) => {
    const sifat = Object.fromEntries(Object.entries(attrs).map(([k, v]) => [k, urai(v)]));
    const simpul: Terbuka = { nama: name, sifat, anak: [] };
    atas().anak.push(simpul);
    tumpukan.push(simpul);
  });
  parser.on("closeTag", () => void tumpukan.pop());
  parser.on("text", (teks, urai) => {
    if (!sunyi(teks)) atas().anak.push(urai(teks));
  });
  parser.on("cdata", (teks) => void atas().anak.push(teks));
  parser.on("error", (galat) => {
    throw galat;
  });
  parser.parse(xml);
  const [pertama] = akar.anak.filter((a) => typeof a !== "string");
  if (!pertama || typeof pertama === "string" || tumpukan.length > 1) throw new Error("XML without a root element");
  return pertama;
}

const lolos = (teks: string): string => teks.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
const lolosSifat = (teks: string): string =>
  lolos(teks).replace(/"/g, "&quot;").replace(/\n/g, "&#10;").replace(/\r/g, "&#13;").replace(/\t/g, "&#9;");

function tulis(s: Simpul, takuk: string): string {
  const sifat = Object.entries(s.sifat).map(([k, v]) => ` ${k}="${lolosSifat(v)}"`);
  const buka = `${takuk}<${s.nama}${sifat.join("")}`;
  if (s.anak.length === 0) return `${buka} />`;
  if (s.anak.some((a) => typeof a === "string"))
    return `${buka}>${s.anak.map((a) => (typeof a === "string" ? lolos(a) : tulis(a, "").trim())).join("")}</${s.nama}>`;
  const anak = s.anak.map((a) => (typeof a === "string" ? a : tulis(a, `${takuk}  `)));
  return `${buka}>\n${anak.join("\n")}\n${takuk}</${s.nama}>`;
}

/** Writes the tree as an XML document. */
export const tulisPohon = (akar: Simpul): string => `<?xml version="1.0" encoding="UTF-8"?>\n${tulis(akar, "")}\n`;
