/** Refuses files that are dangerous or hopeless to read, before any parser sees them. Pure. */

/** A diagram of 500 elements takes some 400 kB; this leaves room for ten times that and more. */
export const UKURAN_PALING_BESAR = 5_000_000;
const KEDALAMAN_PALING_BESAR = 100;
const UNSUR_PALING_BANYAK = 60_000;

/** How deep tags nest and how many there are; stops where it is too much. */
function terlaluRumit(xml: string): boolean {
  let dalam = 0;
  let jumlah = 0;
  for (let i = xml.indexOf("<"); i >= 0; i = xml.indexOf("<", i + 1)) {
    if (xml.startsWith("<!--", i) || xml.startsWith("<![CDATA[", i)) {
      const penutup = xml[i + 2] === "-" ? "-->" : "]]>";
      i = xml.indexOf(penutup, i + 4);
      if (i < 0) return false;
      continue;
    }
    const akhir = xml.indexOf(">", i);
    if (akhir < 0) return false;
    if (xml[i + 1] === "/") dalam -= 1;
    else if (xml[i + 1] !== "?" && xml[i + 1] !== "!") {
      jumlah += 1;
      if (xml[akhir - 1] !== "/") dalam += 1;
    }
    if (dalam > KEDALAMAN_PALING_BESAR || jumlah > UNSUR_PALING_BANYAK) return true;
  }
  return false;
}

/** The sentence (a key of the dictionary) that refuses a file, or undefined where it may be read. */
export function amankanXml(xml: string): string | undefined {
  if (xml.length > UKURAN_PALING_BESAR) return "The file is larger than 5 MB; a diagram never is.";
  if (/<!(DOCTYPE|ENTITY)/i.test(xml))
    return "The file declares entities of its own (DOCTYPE); such files are not opened.";
  if (!xml.includes("http://www.omg.org/spec/BPMN/20100524/MODEL")) return "The file is no BPMN diagram.";
  if (terlaluRumit(xml)) return "The file nests too deep or holds too many elements; such files are not opened.";
  return undefined;
}
