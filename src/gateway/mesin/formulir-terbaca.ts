/** Which form each task of a deployed diagram uses: a process owner may give a new step one of the known forms. */
import { oncePerDefinition } from "../../engine/diagram.js";
import type { Formulir, NamaFormulir } from "../../proses/tugas.js";
import { readElements } from "../../sop/moddle.js";
import type { Mesin } from "./mesin.js";

/** The form of a task (its id in the diagram) of a process definition; undefined where it has none that is known. */
export type FormulirTerbaca = (definisi: string, tugas: string) => Promise<NamaFormulir | undefined>;

const KUNCI_FORMULIR = /^embedded:deployment:forms\/(.+)\.html$/;

/** Reads each definition once. */
export function createFormulirTerbaca(mesin: Mesin, formulir: Formulir): FormulirTerbaca {
  const dikenal = (nama: string | undefined): nama is NamaFormulir =>
    nama !== undefined && Object.hasOwn(formulir, nama);
  const baca = oncePerDefinition(async (definisi) => formulirDiagram(await mesin.diagram(definisi), dikenal));
  return async (definisi, tugas) => (await baca(definisi)).get(tugas) ?? (dikenal(tugas) ? tugas : undefined);
}

async function formulirDiagram(
  xml: string,
  dikenal: (nama: string | undefined) => nama is NamaFormulir,
): Promise<ReadonlyMap<string, NamaFormulir>> {
  const pasangan = (await readElements(xml)).flatMap(({ id, formKey }) => {
    const nama = KUNCI_FORMULIR.exec(String(formKey ?? ""))?.[1];
    return id !== undefined && dikenal(nama) ? [[id, nama] as const] : [];
  });
  return new Map(pasangan);
}
