/** How the web apps look for this agency: name, colours, logo, from a folder that needs no build. */
import { readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { z } from "zod";

/** WCAG 2.2, 1.4.3. */
const KONTRAS_TERENDAH = 4.5;
const JENIS_LOGO: Readonly<Record<string, string>> = { ".svg": "image/svg+xml", ".png": "image/png" };

const heksa = z.string().regex(/^#[0-9a-f]{6}$/i, 'a colour is six hexadecimal digits, e.g. "#1d5b8c"');
const diBawahPutih = heksa.refine(
  (warna) => kontrasPutih(warna) >= KONTRAS_TERENDAH,
  "white text cannot be read on this colour: take a darker one",
);

const BerkasMerek = z.strictObject({
  instansi: z.string().trim().min(1).max(60),
  aplikasi: z.string().trim().min(1).max(60),
  logo: z
    .string()
    .regex(/^[\w-]+\.(svg|png)$/, "a file name that ends with .svg or .png, in the same folder")
    .nullable(),
  warna: z.strictObject({ utama: diBawahPutih, gelap: diBawahPutih, latar: heksa }),
});

/** `merek.json`, and the logo's bytes where it names one. */
export interface Merek extends Omit<z.infer<typeof BerkasMerek>, "logo"> {
  readonly logo: { readonly jenis: string; readonly isi: Buffer } | null;
}

/** The look of a system whose agency has none of its own. */
export const MEREK_BAWAAN: Merek = {
  instansi: "LPSE",
  aplikasi: "Reset Password SPSE",
  logo: null,
  warna: { utama: "#1d5b8c", gelap: "#134266", latar: "#e9f1f7" },
};

/** Contrast of a colour to white, 1 to 21, as WCAG counts it. */
export function kontrasPutih(warna: string): number {
  const [merah = 0, hijau = 0, biru = 0] = [1, 3, 5].map((di) => {
    const bagian = Number.parseInt(warna.slice(di, di + 2), 16) / 255;
    return bagian <= 0.04045 ? bagian / 12.92 : ((bagian + 0.055) / 1.055) ** 2.4;
  });
  return 1.05 / (0.2126 * merah + 0.7152 * hijau + 0.0722 * biru + 0.05);
}

/** Reads `merek.json` of a folder and its logo; throws with words that name the file and the fault. */
export async function muatMerek(folder: string): Promise<Merek> {
  const file = join(folder, "merek.json");
  const hasil = BerkasMerek.safeParse(JSON.parse(await readFile(file, "utf8")));
  if (!hasil.success) {
    const faults = hasil.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
    throw new Error(`${file}: ${faults.join("; ")}`);
  }
  const { logo, ...merek } = hasil.data;
  if (logo === null) return { ...merek, logo: null };
  return { ...merek, logo: { jenis: JENIS_LOGO[extname(logo)] ?? "", isi: await readFile(join(folder, logo)) } };
}

/** Style sheet of a look: variables for `lpse/gaya.css` of the web apps; twice `:root`, so that it wins over the defaults. */
export function gayaMerek({ warna, logo, instansi }: Merek): string {
  const variabel = {
    "--lpse-biru": warna.utama,
    "--lpse-biru-tua": warna.gelap,
    "--lpse-langit": warna.latar,
    "--lpse-nama": logo ? '""' : JSON.stringify(instansi),
    "--lpse-logo": logo ? 'url("/merek/logo")' : "none",
    "--lpse-tinggi-logo": logo ? "72px" : "auto",
    "--lpse-lebar-lambang": logo ? "28px" : "0",
  };
  const baris = Object.entries(variabel).map(([nama, nilai]) => `  ${nama}: ${nilai};`);
  return `:root:root {\n${baris.join("\n")}\n}\n`;
}
