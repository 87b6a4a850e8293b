/** Files dropped on the page or chosen in a dialog. */
import { amankanXml, UKURAN_PALING_BESAR } from "../../lint/aman.js";
import { terjemahLint } from "../../lint/pesan.js";
import { bahasa, t } from "../bahasa/bahasa.js";

/** The text of a BPMN file; throws an Error whose message is the sentence that refuses it. */
export async function bacaBerkas(berkas: File): Promise<string> {
  // By size before reading: 20 MB need not reach memory as text.
  if (berkas.size > UKURAN_PALING_BESAR)
    throw new Error(terjemahLint("The file is larger than 5 MB; a diagram never is.", bahasa()));
  const xml = await berkas.text();
  const tolakan = amankanXml(xml);
  if (tolakan) throw new Error(terjemahLint(tolakan, bahasa()));
  return xml;
}

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

/** Lets the person choose a `.bpmn` file. */
export function pilihBerkas(terima: (berkas: File) => void): void {
  const isian = document.createElement("input");
  isian.type = "file";
  isian.accept = ".bpmn,.xml,application/xml";
  isian.addEventListener("change", () => {
    const berkas = isian.files?.[0];
    if (berkas) terima(berkas);
  });
  isian.click();
}
