/** Conditions of flows, read so far that variables can be chosen which make them hold or fail. Pure. */

/** Values of process variables. */
export type Nilai = Readonly<Record<string, string | number | boolean | null>>;

type Pohon =
  | { readonly jenis: "dan" | "atau"; readonly bagian: readonly Pohon[] }
  | { readonly jenis: "bukan"; readonly isi: Pohon }
  | {
      readonly jenis: "banding";
      readonly variabel: string;
      readonly op: string;
      readonly nilai: string | number | boolean | null;
    }
  | { readonly jenis: "benar"; readonly variabel: string }
  | { readonly jenis: "kosong"; readonly variabel: string };

const TANDA = /\s*('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|\d+(?:\.\d+)?|[A-Za-z_]\w*|==|!=|<=|>=|&&|\|\||[<>!()])/y;
const SAMA: Readonly<Record<string, string>> = {
  eq: "==",
  ne: "!=",
  lt: "<",
  le: "<=",
  gt: ">",
  ge: ">=",
  and: "&&",
  or: "||",
  not: "!",
};

/** Undefined where the expression says more than comparisons of variables with constants. */
function urai(ungkapan: string): Pohon | undefined {
  const dalam = /^\s*[$#]\{([\s\S]*)\}\s*$/.exec(ungkapan)?.[1];
  const isi = dalam?.replace(/\bexecution\.getVariable\(\s*'(\w+)'\s*\)/g, "$1");
  const tanda = isi === undefined ? undefined : pecah(isi);
  if (!tanda) return undefined;
  let letak = 0;
  const lihat = () => tanda[letak];
  const ambil = () => tanda[letak++];
  const rantai = (op: string, jenis: "dan" | "atau", bawah: () => Pohon | undefined) => (): Pohon | undefined => {
    const bagian: Pohon[] = [];
    for (;;) {
      const satu = bawah();
      if (!satu) return undefined;
      bagian.push(satu);
      if (lihat() !== op) return bagian.length === 1 ? satu : { jenis, bagian };
      ambil();
    }
  };
  const dasar = (): Pohon | undefined => {
    const t = ambil();
    if (t === "!") {
      const sisa = dasar();
      return sisa && { jenis: "bukan", isi: sisa };
    }
    if (t === "(") {
      const dalam = atau();
      return ambil() === ")" ? dalam : undefined;
    }
    if (t === "empty") {
      const variabel = ambil();
      return variabel !== undefined && nama(variabel) ? { jenis: "kosong", variabel } : undefined;
    }
    return t === undefined ? undefined : banding(t);
  };
  const banding = (kiri: string): Pohon | undefined => {
    const op = lihat();
    if (op === undefined || !/^(==|!=|<=?|>=?)$/.test(op))
      return nama(kiri) ? { jenis: "benar", variabel: kiri } : undefined;
    ambil();
    const kanan = ambil();
    if (kanan === undefined) return undefined;
    if (nama(kiri) && !nama(kanan)) return { jenis: "banding", variabel: kiri, op, nilai: tetapan(kanan) };
    if (nama(kanan) && !nama(kiri)) return { jenis: "banding", variabel: kanan, op: balik(op), nilai: tetapan(kiri) };
    return undefined;
  };
  const dan = rantai("&&", "dan", dasar);
  const atau = rantai("||", "atau", dan);
  const pohon = atau();
  return letak === tanda.length ? pohon : undefined;
}

function pecah(isi: string): string[] | undefined {
  const hasil: string[] = [];
  TANDA.lastIndex = 0;
  for (let letak = 0; isi.slice(letak).trim() !== ""; letak = TANDA.lastIndex) {
    TANDA.lastIndex = letak;
    const [, satu] = TANDA.exec(isi) ?? [];
    if (satu === undefined) return undefined;
    hasil.push(SAMA[satu] ?? satu);
  }
  return hasil;
}

const nama = (t: string): boolean => /^[A-Za-z_]\w*$/.test(t) && !/^(true|false|null|empty)$/.test(t);
const balik = (op: string): string => ({ "<": ">", "<=": ">=", ">": "<", ">=": "<=" })[op] ?? op;
function tetapan(t: string): string | number | boolean | null {
  if (/^['"]/.test(t)) return t.slice(1, -1).replace(/\\(.)/g, "$1");
  if (t === "true" || t === "false") return t === "true";
  return t === "null" ? null : Number(t);
}

/** Variables that make the expression hold (or fail); undefined where none can be told. */
export const pilihNilai = (ungkapan: string, hasil: boolean): Nilai | undefined => {
  const pohon = urai(ungkapan);
  return pohon && penuhi(pohon, hasil);
};

function penuhi(p: Pohon, hasil: boolean): Nilai | undefined {
  if (p.jenis === "bukan") return penuhi(p.isi, !hasil);
  if ("bagian" in p) {
    const semua = (p.jenis === "dan") === hasil;
    const pilihan = p.bagian.map((i) => penuhi(i, hasil));
    return semua ? gabung(pilihan) : pilihan.find((n) => n !== undefined);
  }
  if (p.jenis === "benar") return { [p.variabel]: hasil };
  if (p.jenis === "kosong") return { [p.variabel]: hasil ? null : "isi" };
  return { [p.variabel]: nilaiBanding(p.op, p.nilai, hasil) };
}

const LAWAN: Readonly<Record<string, string>> = { "==": "!=", "!=": "==", "<": ">=", ">=": "<", ">": "<=", "<=": ">" };

function nilaiBanding(op: string, nilai: string | number | boolean | null, hasil: boolean) {
  const berlaku = hasil ? op : (LAWAN[op] ?? op);
  if (berlaku === "==") return nilai;
  if (typeof nilai === "number") return nilai + ({ "<": -1, ">": 1, "!=": 1 }[berlaku] ?? 0);
  if (typeof nilai === "boolean") return !nilai;
  return nilai === null ? "isi" : `bukan-${nilai}`;
}

/** All choices together; undefined where one is missing or two contradict each other. */
export function gabung(pilihan: readonly (Nilai | undefined)[]): Nilai | undefined {
  const hasil: Record<string, string | number | boolean | null> = {};
  for (const satu of pilihan) {
    if (!satu) return undefined;
    for (const [variabel, nilai] of Object.entries(satu)) {
      const ada = hasil[variabel];
      // Two "is not" choices of one variable agree on a value that is neither.
      const bebas = [ada, nilai].every((n) => typeof n === "string" && n.startsWith("bukan-"));
      if (ada !== undefined && ada !== nilai && !bebas) return undefined;
      hasil[variabel] = bebas && ada !== nilai ? `bukan-${String(ada)}-${String(nilai)}` : nilai;
    }
  }
  return hasil;
}
