/** Words that the server writes into a comparison or a trial run, in the reader's language; they come in Indonesian. */
import { istilahAsing } from "../../../src/modeler/beda/istilah.js";
import { bahasa } from "../bahasa/bahasa.js";

/** What src/modeler/beda/urai.ts and src/modeler/uji/ write besides the names of elements and properties. */
const LAIN: Readonly<Record<string, string>> = {
  "Lajur pelaksana": "Lane",
  "Di dalam": "Inside",
  "Jenis kejadian": "Kind of event",
  Jenis: "Kind",
  Masukan: "Input",
  Keluaran: "Output",
  "Sifat tambahan": "Further property",
  Isian: "Field",
  "Pendengar tugas, saat": "Task listener on",
  "Pendengar kegiatan, saat": "Execution listener on",
  Tambahan: "Extension",
  "Mesin proses menolak langkah ini:": "The engine refuses this step:",
  "Mesin proses tidak menerima diagram ini:": "The engine does not accept this diagram:",
  "Mesin proses tidak menjalankan bagian ini walaupun dipicu.":
    "The engine did not pass this part although it was triggered.",
  "Syarat alur ini tidak dapat dipenuhi oleh uji coba secara otomatis.":
    "The trial run cannot fulfil this flow's condition by itself.",
  "Tidak ada jalan yang sampai ke bagian ini.": "No way leads to this part.",
  "Berkali-kali dituju, tetapi tidak pernah sampai.": "Headed for many times, never reached.",
  "Jalur ini tidak berujung.": "This path has no end.",
  "Tidak ada lagi yang dapat dikerjakan, tetapi proses belum berakhir.":
    "Nothing is left to do, but the process has not ended.",
};

/** Every known beginning with its English. */
export const kata: ReadonlyMap<string, string> = new Map([...istilahAsing(), ...Object.entries(LAIN)]);
const panjang = [...kata.keys()].sort((a, b) => b.length - a.length);

/** One part of a label: the longest known beginning is translated, names after it stay. */
function satu(teks: string): string {
  const awal = panjang.find((k) => teks === k || teks.startsWith(`${k} `) || teks.startsWith(`${k}:`));
  return awal === undefined ? teks : `${kata.get(awal)}${teks.slice(awal.length)}`;
}

/** The words as the reader wants them. */
export const istilah = (teks: string): string => (bahasa() === "id" ? teks : teks.split(" › ").map(satu).join(" › "));
