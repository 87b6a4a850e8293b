/** Writing XML as text: elements, attributes, escaping. */

/** An attribute's value; `undefined` leaves the attribute out. */
export type Atribut = Readonly<Record<string, string | number | undefined>>;

// XML 1.0 has no way to write most control characters, halves of surrogate pairs, and two non-characters.
const TAK_SAH = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** Text made safe for element content and quoted attributes; characters that XML cannot hold are dropped. */
export const lolosXml = (teks: string): string =>
  teks.replace(TAK_SAH, "").replace(/[&<>"'\n\r\t]/g, (c) => `&#${c.charCodeAt(0)};`);

/** One element; children are XML already. */
export function el(nama: string, atribut: Atribut = {}, ...anak: readonly string[]): string {
  const sifat = Object.entries(atribut).flatMap(([k, v]) =>
    v === undefined ? [] : [` ${k}="${lolosXml(String(v))}"`],
  );
  const isi = anak.join("");
  return isi === "" ? `<${nama}${sifat.join("")}/>` : `<${nama}${sifat.join("")}>${isi}</${nama}>`;
}

/** A whole file. */
export const berkasXml = (akar: string): string => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${akar}`;
