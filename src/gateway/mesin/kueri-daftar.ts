/** The engine's history query behind the list of requests. Pure. */
import { KUNCI_PROSES } from "../../proses/kunci.js";

/** Which requests: only those of these units (undefined: all), and only those that hold the searched text. */
export interface KriteriaDaftar {
  readonly satker?: readonly string[] | undefined;
  readonly cari?: string | undefined;
}

/** The body for `/history/process-instance`: everything searched for in one OR, the units in another. */
export function kueriDaftar({ satker, cari }: KriteriaDaftar) {
  // An empty list of conditions would ask for everything.
  const unit = satker?.length === 0 ? [""] : satker;
  const milik = unit ? [{ variables: unit.map((value) => ({ name: "satker", operator: "eq", value })) }] : [];
  const orQueries = [...milik, ...(cari ? [pencarian(cari)] : [])];
  return { processDefinitionKey: KUNCI_PROSES, ...(orQueries.length > 0 ? { orQueries } : {}) };
}

function pencarian(cari: string) {
  const pola = `%${lolos(cari)}%`;
  const mirip = (name: string) => ({ name, operator: "like", value: pola });
  return {
    // The number is written in capitals; only the variables can be compared without regard to case.
    processInstanceBusinessKeyLike: pola.toUpperCase(),
    variableValuesIgnoreCase: true,
    variables: [mirip("nomorSuratPermohonan"), mirip("namaSatker")],
  };
}

/** `%` and `_` stand for themselves. */
const lolos = (teks: string): string => teks.replace(/[\\%_]/g, "\\$&");
