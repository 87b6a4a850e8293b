/** Which calls to the proxied engine the gateway has a say in. Pure; works on the path as the engine will understand it. */

/** A definition as the path names it: by its id, or by its key. */
export type SebutanDefinisi = { readonly id: string } | { readonly key: string };

/** What a modifying call to the web apps' API is. `ganjil`: written in a way that could mean another path to the engine. */
export type Panggilan =
  | { readonly jenis: "biasa" }
  | { readonly jenis: "ganjil" }
  | { readonly jenis: "jawab"; readonly tugas: string }
  | { readonly jenis: "ambil"; readonly tugas: string }
  | { readonly jenis: "lepas"; readonly tugas: string }
  | { readonly jenis: "ubah-variabel"; readonly tugas: string }
  | { readonly jenis: "mulai"; readonly definisi: SebutanDefinisi };

const MEMBACA = new Set(["GET", "HEAD", "OPTIONS"]);
const UBAH_VARIABEL = new Set(["variables", "localVariables", "resolve", "bpmnError", "bpmnEscalation"]);
const BIASA: Panggilan = { jenis: "biasa" };

/** Judges a call by method and path (without query). */
export function kenaliPanggilan(method: string, path: string): Panggilan {
  if (MEMBACA.has(method)) return BIASA;
  const bagian = uraiJalur(path);
  if (!bagian) return { jenis: "ganjil" };
  return kenaliTugas(bagian) ?? kenaliMulai(bagian) ?? BIASA;
}

/**
 * The path's parts as Tomcat and JAX-RS will read them. Undefined where they could read more into it than is seen here:
 * matrix parameters, encoded or doubled slashes, dot segments.
 */
export function uraiJalur(path: string): string[] | undefined {
  try {
    const bagian = path
      .replace(/\/$/, "")
      .split("/")
      .slice(1)
      .map((b) => decodeURIComponent(b));
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters have no place in a path
    return bagian.some((b) => /^\.{0,2}$|[;/\\\u0000-\u001f\u007f]/.test(b)) ? undefined : bagian;
  } catch {
    return undefined;
  }
}

function kenaliTugas(bagian: readonly string[]): Panggilan | undefined {
  const letak = bagian.indexOf("task");
  const [tugas, kerja] = bagian.slice(letak + 1);
  if (letak < 0 || tugas === undefined || kerja === undefined) return undefined;
  if (kerja === "claim") return { jenis: "ambil", tugas };
  if (kerja === "unclaim") return { jenis: "lepas", tugas };
  if (UBAH_VARIABEL.has(kerja)) return { jenis: "ubah-variabel", tugas };
  return kerja === "submit-form" || kerja === "complete" ? { jenis: "jawab", tugas } : undefined;
}

function kenaliMulai(bagian: readonly string[]): Panggilan | undefined {
  const letak = bagian.indexOf("process-definition");
  const kerja = bagian.at(-1);
  if (letak < 0 || (kerja !== "submit-form" && kerja !== "start")) return undefined;
  const [satu, dua] = bagian.slice(letak + 1);
  if (satu === "key" && dua !== undefined && dua !== kerja) return { jenis: "mulai", definisi: { key: dua } };
  return satu === undefined || satu === kerja ? undefined : { jenis: "mulai", definisi: { id: satu } };
}
