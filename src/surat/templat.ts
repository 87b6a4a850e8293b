/** The placeholders `{nama}` that a pattern contains, in order of appearance. */
export function tempatIsian(pola: string): string[] {
  return [...pola.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1] ?? "");
}

/** Fills `{nama}` in a pattern once; a brace inside a value is never filled again. Unknown names stay as they are. */
export function isiTemplat(pola: string, nilai: Readonly<Record<string, string>>): string {
  return pola.replace(/\{([^{}]*)\}/g, (utuh, nama: string) =>
    Object.hasOwn(nilai, nama) ? (nilai[nama] ?? utuh) : utuh,
  );
}

/** Why a pattern cannot be used, or undefined when it only uses `dikenal` placeholders. */
export function masalahTemplat(pola: string, dikenal: readonly string[]): string | undefined {
  const asing = tempatIsian(pola).filter((nama) => !dikenal.includes(nama));
  if (asing.length > 0) {
    return `tidak mengenal {${asing.join("}, {")}}; yang ada: {${dikenal.join("}, {")}}`;
  }
  if (/[{}]/.test(pola.replace(/\{[^{}]*\}/g, ""))) return "ada kurung kurawal yang tidak berpasangan";
  return undefined;
}
