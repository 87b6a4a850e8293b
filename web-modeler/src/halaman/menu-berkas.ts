/** The menu of files: in from outside, out in four forms. */
import type { Kabar } from "../bagian/kabar.js";
import type { Butir } from "../bagian/menu.js";
import { t } from "../bahasa/bahasa.js";
import { eksporBpmn, eksporPdf, eksporPng, eksporSvg } from "../berkas/ekspor.js";
import { BERKAS_BPMN, BERKAS_SOP, pilihBerkas } from "../berkas/seret.js";
import type { Pemodel } from "../bpmn/jenis.js";

interface BahanMenu {
  readonly p: Pemodel;
  readonly pemilik: boolean;
  readonly judul: string;
  /** Takes a chosen file. */
  terima(berkas: File): void;
  readonly kabar: Kabar;
}

/** A title as the name of a file, without an extension. */
const namaUnduhan = (judul: string): string =>
  judul
    .replace(/[^\w\- ]+/g, "")
    .trim()
    .replace(/ +/g, "-")
    .toLowerCase() || "diagram";

/** The menu's lines; only process owners draw drafts from SOP tables. */
export function butirBerkas({ p, pemilik, judul, terima, kabar }: BahanMenu): Butir[] {
  const nama = namaUnduhan(judul);
  const ekspor = (kerja: (p: Pemodel, n: string) => Promise<void>) => () =>
    void kerja(p, nama).catch(() => kabar("bahaya", t("The file could not be made.")));
  const dariSop: Butir = {
    teks: t("Draw a draft from an SOP table …"),
    keterangan: t("Excel, Word, CSV or text; or drop it on the page"),
    jalan: () => pilihBerkas(BERKAS_SOP, terima),
  };
  return [
    {
      teks: t("Open a .bpmn file …"),
      keterangan: t("or drop it on the page"),
      jalan: () => pilihBerkas(BERKAS_BPMN, terima),
    },
    ...(pemilik ? [dariSop] : []),
    { teks: t("Save as .bpmn"), jalan: ekspor(eksporBpmn) },
    { teks: t("Export as SVG"), jalan: ekspor(eksporSvg) },
    { teks: t("Export as PNG"), jalan: ekspor(eksporPng) },
    { teks: t("Export as PDF"), jalan: ekspor(eksporPdf) },
  ];
}
