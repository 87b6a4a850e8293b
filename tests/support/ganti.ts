/**
 * The text with something replaced, as `String.replace` does it; throws where that changes nothing: a test whose change
 * did not take place would prove nothing.
 */
export function ganti(teks: string, cari: string | RegExp, dengan: string): string {
  const baru = teks.replace(cari, dengan);
  if (baru === teks) throw new Error(`nothing to replace: ${cari}`);
  return baru;
}
