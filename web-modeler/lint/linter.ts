/** bpmnlint with all rules built in, for Node and browser; the editor's overlays use the same set. */
import Linter, { type Definisi, type Pemecah } from "bpmnlint/lib/linter.js";
import { aturanKita } from "./aturan/index.js";
import { aturanDasar } from "./aturan-dasar.js";
import type { Aturan, Bahasa, Data, Lapor, Lingkungan, Unsur } from "./jenis.js";
import { terjemahLint } from "./pesan.js";

interface Pelapor {
  report(id: string, pesan: string, lain?: unknown): void;
}
type Periksa = (unsur: Unsur, pelapor: Pelapor) => unknown;
interface BerArah {
  readonly enter?: Periksa;
  readonly leave?: Periksa;
}

/** A rule of ours in the shape of bpmnlint; `nama` of the rule comes back as key of the results. */
const sebagaiDefinisi = (aturan: Aturan, lingkungan: () => Lingkungan, terjemah: Terjemah): Definisi => ({
  check: (unsur: Unsur, pelapor: Pelapor) => {
    const lapor: Lapor = (u, kalimat, data) => pelapor.report(idTerdekat(u), terjemah(kalimat, data));
    aturan.periksa(unsur, lapor, lingkungan());
  },
});

type Terjemah = (kalimat: string, data?: Data) => string;

/** Extension elements have no id of their own: the finding belongs to the element around them. */
const idTerdekat = (u: Unsur): string => {
  let x: Unsur | undefined = u;
  while (x && !x.id) x = x.$parent;
  return x?.id ?? "";
};

const arah = (periksa: Periksa | undefined, terjemah: Terjemah): Periksa | undefined =>
  periksa && ((u, p) => periksa(u, { report: (id, pesan, lain) => p.report(id, terjemah(pesan), lain) }));

/** Somebody else's rule, saying its sentence in the language of the reader and without links into the internet. */
function diterjemahkan(asal: Definisi, terjemah: Terjemah): Definisi {
  const { check } = asal;
  if (typeof check === "function") return { check: arah(check as Periksa, terjemah) };
  const { enter, leave } = check as BerArah;
  return {
    check: { ...(enter ? { enter: arah(enter, terjemah) } : {}), ...(leave ? { leave: arah(leave, terjemah) } : {}) },
  };
}

/** The configuration bpmn-js-bpmnlint takes: rules, and a resolver that knows them. */
export interface KonfigurasiLint {
  readonly config: { rules: Record<string, unknown> };
  readonly resolver: Pemecah;
}

/** Builds the rules; `lingkungan` and `bahasa` are asked anew at every run. */
export function konfigurasiLint(lingkungan: () => Lingkungan, bahasa: () => Bahasa): KonfigurasiLint {
  const terjemah: Terjemah = (kalimat, data) => terjemahLint(kalimat, bahasa(), data);
  const kita = aturanKita.map(
    (a) =>
      [
        `sop/${a.nama}`,
        a.tingkat === "galat" ? "error" : "warn",
        () => sebagaiDefinisi(a, lingkungan, terjemah),
      ] as const,
  );
  const dasar = Object.entries(aturanDasar).map(
    ([nama, [tingkat, buat, pilihan]]) => [nama, tingkat, () => diterjemahkan(buat(pilihan ?? {}), terjemah)] as const,
  );
  const semua = [...dasar, ...kita];
  const menurutNama = new Map(semua.map(([nama, , buat]) => [nama, buat]));
  return {
    config: { rules: Object.fromEntries(semua.map(([nama, tingkat]) => [nama, tingkat])) },
    resolver: {
      resolveRule: (paket, nama) => {
        const lengkap = paket === "bpmnlint" ? nama : `${paket.replace("bpmnlint-plugin-", "")}/${nama}`;
        // A new rule for every run: some of bpmnlint's remember what they have seen.
        return menurutNama.get(lengkap);
      },
      resolveConfig: () => undefined,
    },
  };
}

export { Linter };
