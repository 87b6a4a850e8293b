import type { Aturan, Unsur } from "../jenis.js";
import { daftar, ekstensi, keLuar, pemetaan, teks } from "../unsur.js";

const RAHASIA = new Set(
  "password passwd pwd sandi katasandi passphrase frasa secret rahasia token nonce kunci key apikey pin kredensial credential".split(
    " ",
  ),
);

/** The words of a name: `kataSandiBaru` → kata, sandi, baru. */
const kata = (nama: string): string[] =>
  nama
    .replace(/([a-z\d])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z\d]+/);

const rahasia = (nama: string): boolean => kata(nama).some((k) => RAHASIA.has(k));

/** The names an expression reads, without what stands in quotes. */
const namaDalam = (ekspresi: string): string[] =>
  [...ekspresi.matchAll(/[$#]\{([^}]*)\}/g)].flatMap(
    (m) => (m[1] ?? "").replace(/'[^']*'|"[^"]*"/g, "").match(/\w+/g) ?? [],
  );

const namaDalamPemetaan = (p: Unsur): string[] => [
  ...[p.name, p.source, p.target, p.id].map(teks),
  ...[p.value, p.sourceExpression, p.defaultValue].flatMap((n) => namaDalam(teks(n))),
];

/** No variable that looks like a secret is handed in or out. */
export const tanpaRahasia: Aturan = {
  nama: "tanpa-rahasia",
  tingkat: "galat",
  sebab:
    "Process variables stay in the engine's history for a year and are shown in Cockpit; a password must never become one.",
  periksa(u, lapor) {
    if (![...keLuar(u)].some((x) => x.$type === "bpmn:Process")) return;
    const isi = [
      ...pemetaan(u),
      ...ekstensi(u, "camunda:In"),
      ...ekstensi(u, "camunda:Out"),
      ...ekstensi(u, "camunda:FormData").flatMap((f) => daftar(f.fields)),
    ];
    for (const nama of new Set(isi.flatMap(namaDalamPemetaan).filter(rahasia)))
      lapor(u, 'The mapping names "{nama}", which looks like a secret; secrets never enter the engine.', { nama });
  },
};
