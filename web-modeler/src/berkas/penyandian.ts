/** Text of XML files in the encoding they were written in; older tools write more than UTF-8. Pure. */

const BOM: readonly (readonly [string, readonly number[]])[] = [
  ["utf-8", [0xef, 0xbb, 0xbf]],
  ["utf-16le", [0xff, 0xfe]],
  ["utf-16be", [0xfe, 0xff]],
];
/** Enough of the file for its XML declaration. */
const AWAL = 200;

/** By the byte order mark, else as the declaration says, else UTF-8. */
function penyandian(isi: Uint8Array): string {
  const tanda = BOM.find(([, awal]) => awal.every((bita, i) => isi[i] === bita));
  if (tanda) return tanda[0];
  const awal = new TextDecoder("latin1").decode(isi.subarray(0, AWAL));
  return /^<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(awal)?.[1] ?? "utf-8";
}

/** The text without byte order mark and declared encoding: from here on it is text. */
export function teksXml(isi: Uint8Array): string {
  const tanpaPenyandian = (teks: string): string =>
    teks.replace(/^(<\?xml[^>]*?)\s+encoding\s*=\s*(["'])[^"']*\2/, "$1");
  try {
    return tanpaPenyandian(new TextDecoder(penyandian(isi)).decode(isi));
  } catch {
    // An encoding that no browser knows: the letters of ASCII are the same in most of them.
    return tanpaPenyandian(new TextDecoder().decode(isi));
  }
}
