/** Keys of processes that are made in the modeler: what the engine can run, an address can hold, and nobody else uses. */
import type { ModdleElement } from "bpmn-moddle";
import { Galat } from "../galat.js";
import { TRIAL } from "../provisioning/grants.js";
import { elementsOf } from "../sop/moddle.js";
import type { MesinModeler } from "./mesin-modeler.js";
import { prosesDari } from "./xml-aman.js";

const KUNCI = /^[A-Za-z][\w-]{1,63}$/;

const tolak = (pesan: string): Galat => new Galat("DIAGRAM_TIDAK_SAH", pesan);

/** Throws DIAGRAM_TIDAK_SAH with a sentence where a new process cannot have this key. */
function wajibKunciBaru(kunci: string): void {
  if (!KUNCI.test(kunci))
    throw tolak(
      `Id proses “${kunci.slice(0, 80)}” tidak dapat dipakai. Isi 2 sampai 64 huruf, angka, tanda hubung, atau garis bawah, diawali huruf.`,
    );
  if (kunci.toLowerCase() === TRIAL) throw tolak(`Id proses “${TRIAL}” dipakai untuk uji coba; pilih id lain.`);
}

/** Throws DIAGRAM_TIDAK_SAH where the key is none for a new process, or is used by a tenant. */
export async function wajibKunciBebas(mesin: MesinModeler, kunci: string): Promise<void> {
  wajibKunciBaru(kunci);
  if (await mesin.dipakaiPenyewa(kunci))
    throw tolak(`Id proses “${kunci}” sudah dipakai pihak lain di mesin proses; pilih id lain.`);
}

/**
 * The key of a diagram from outside. Drawing tools leave their only process as one that is not run: it is made executable
 * here (`diubah`). Throws DIAGRAM_TIDAK_SAH where the diagram holds no process, or several.
 */
export function kunciDiagram(definisi: ModdleElement): { kunci: string; diubah: boolean } {
  const [satu, lain] = prosesDari(definisi);
  if (satu?.id && !lain) return { kunci: satu.id, diubah: false };
  if (lain) throw tolak("Diagram ini memuat lebih dari satu proses yang dapat dijalankan. Sisakan satu.");
  const [calon, ganda] = elementsOf(definisi.rootElements).filter(
    (e) => e.$type === "bpmn:Process" && Array.isArray(e.flowElements),
  );
  if (!calon?.id || ganda)
    throw tolak("Diagram ini harus memuat tepat satu proses yang dapat dijalankan (isExecutable).");
  calon.set("isExecutable", true);
  return { kunci: calon.id, diubah: true };
}
