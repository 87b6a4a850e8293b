/** Reads accounts pasted from a spreadsheet: columns in any order, with or without a heading line. Pure. */

/** A field of an account that a column may hold. */
export type KolomAkun = "nama" | "nip" | "peran" | "userId" | "epesan";
/** The text of one account's fields, as far as they were found. */
export type BarisAkun = Readonly<Record<KolomAkun, string>>;

const KOSONG: BarisAkun = { nama: "", nip: "", peran: "", userId: "", epesan: "" };

const JUDUL: readonly (readonly [RegExp, KolomAkun])[] = [
  [/nip/i, "nip"],
  [/pesan|e-?mail|surel/i, "epesan"],
  [/user|pengguna|akun/i, "userId"],
  [/peran|jabatan|role|sebagai/i, "peran"],
  [/nama|name/i, "nama"],
];

/** "198503 15201012 1001", "'1985…": only the digits, where it is a number at all (Excel's 1,98E+17 stays to be seen). */
const angka = (sel: string): string => (/^'?[\d\s.]+$/.test(sel) ? sel.replace(/\D/g, "") : sel);

/** "pp", "PPK", "pejabat pengadaan" in the words of the form; other text as it is. */
export function peranBaku(sel: string): string {
  const s = sel.trim().toLowerCase();
  if (s === "ppk" || /pembuat\s+komitmen/.test(s)) return "PPK";
  if (s === "pp" || /pejabat\s+pengadaan/.test(s)) return "Pejabat Pengadaan";
  return sel.trim();
}

function kolomIsi(sel: string, sudah: BarisAkun): KolomAkun | undefined {
  if (sel.includes("@")) return "epesan";
  if (/^\d{9,}$/.test(angka(sel)) || /^\d[.,]\d+E\+1\d$/i.test(sel)) return "nip";
  if (["PPK", "Pejabat Pengadaan"].includes(peranBaku(sel))) return "peran";
  if (/^\d{1,3}\.?$/.test(sel)) return undefined;
  if (sudah.nama === "") return "nama";
  return sudah.userId === "" ? "userId" : undefined;
}

const rapikan = (kolom: KolomAkun, sel: string): string => {
  if (kolom === "nip") return angka(sel);
  return kolom === "peran" ? peranBaku(sel) : sel;
};

function judulKolom(sel: readonly string[]): (KolomAkun | undefined)[] | undefined {
  const kolom = sel.map((s) =>
    s.includes("@") || /\d{5}/.test(s) ? undefined : JUDUL.find(([pola]) => pola.test(s))?.[1],
  );
  return kolom.includes("nip") || kolom.filter((k) => k !== undefined).length >= 2 ? kolom : undefined;
}

function baris(sel: readonly string[], judul: readonly (KolomAkun | undefined)[] | undefined): BarisAkun {
  const b = { ...KOSONG };
  sel.forEach((s, i) => {
    const kolom = judul ? judul[i] : kolomIsi(s, b);
    if (kolom && s !== "") b[kolom] = rapikan(kolom, s);
  });
  return b;
}

const pemisah = (teks: string): string => (teks.includes("\t") ? "\t" : ";");

/** Whether pasted text is a table rather than the content of one field. */
export const miripTabel = (teks: string): boolean => /\t|;.*;/.test(teks.trim()) || teks.trim().includes("\n");

/** The accounts of the pasted text, empty lines left out. */
export function bacaTempelan(teks: string): BarisAkun[] {
  const batas = pemisah(teks);
  const larik = teks
    .split(/\r?\n/)
    .filter((l) => l.trim() !== "")
    .map((l) =>
      l.split(batas).map((s) =>
        s
          .trim()
          .replace(/^"(.*)"$/, "$1")
          .trim(),
      ),
    );
  const judul = larik[0] && judulKolom(larik[0]);
  return (judul ? larik.slice(1) : larik).map((sel) => baris(sel, judul)).filter((b) => b.nama !== "" || b.nip !== "");
}
