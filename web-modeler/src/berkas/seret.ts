/** Files dropped on the page or chosen in a dialog. */
import { amankanXml, UKURAN_PALING_BESAR } from "../../lint/aman.js";
import { terjemahLint } from "../../lint/pesan.js";
import { bahasa, t } from "../bahasa/bahasa.js";
import { teksXml } from "./penyandian.js";

/** The text of a BPMN file; throws an Error whose message is the sentence that refuses it. */
export async function bacaBerkas(berkas: File): Promise<string> {
  // By size before reading: 20 MB need not reach memory as text.
  if (berkas.size > UKURAN_PALING_BESAR)
    throw new Error(terjemahLint("The file is larger than 5 MB; a diagram never is.", bahasa()));
  const xml = teksXml(new Uint8Array(await berkas.arrayBuffer()));
  const tolakan = amankanXml(xml);
  if (tolakan) throw new Error(terjemahLint(tolakan, bahasa()));
  return xml;
}

const BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";

/** The process a diagram is of: its executable one, or its only one; undefined where that cannot be told. */
export function kunciBerkas(xml: string): string | undefined {
  const semua = [...new DOMParser().parseFromString(xml, "application/xml").getElementsByTagNameNS(BPMN, "process")];
  const jalan = semua.filter((p) => p.getAttribute("isExecutable") === "true");
  const [satu, lain] = jalan.length > 0 ? jalan : semua;
  return lain ? undefined : (satu?.getAttribute("id") ?? undefined);
}

/** Is this an SOP's table rather than a diagram, by its name? */
export const tabelSop = ({ name }: File): boolean => /\.(xlsx|docx|csv|tsv|txt)$/i.test(name);

/** Listens for files over `sasaran`; `terima` gets the first one. Answers how to stop. */
export function terimaSeretan(sasaran: HTMLElement, terima: (berkas: File) => void): () => void {
  const adaBerkas = (e: DragEvent): boolean => e.dataTransfer?.types.includes("Files") ?? false;
  const atas = (e: DragEvent): void => {
    if (!adaBerkas(e)) return;
    e.preventDefault();
    sasaran.dataset.seret = t("Drop the file to open it");
  };
  const usai = (): void => {
    delete sasaran.dataset.seret;
  };
  const jatuh = (e: DragEvent): void => {
    usai();
    const berkas = e.dataTransfer?.files[0];
    if (!berkas) return;
    e.preventDefault();
    terima(berkas);
  };
  sasaran.addEventListener("dragover", atas);
  sasaran.addEventListener("dragleave", usai);
  sasaran.addEventListener("drop", jatuh);
  return () => {
    sasaran.removeEventListener("dragover", atas);
    sasaran.removeEventListener("dragleave", usai);
    sasaran.removeEventListener("drop", jatuh);
  };
}

/** What a dialog offers, as the attribute `accept` of a file input wants it. */
export const BERKAS_BPMN = ".bpmn,.xml,application/xml";
/** The same for SOP tables: the endings that `tabelSop` knows. */
export const BERKAS_SOP = ".xlsx,.docx,.csv,.tsv,.txt";

/** Lets the person choose a file of some kind. */
export function pilihBerkas(jenis: string, terima: (berkas: File) => void): void {
  const isian = document.createElement("input");
  isian.type = "file";
  isian.accept = jenis;
  isian.addEventListener("change", () => {
    const berkas = isian.files?.[0];
    if (berkas) terima(berkas);
  });
  isian.click();
}
