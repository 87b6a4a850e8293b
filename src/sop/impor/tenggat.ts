/** What a row's Waktu becomes in a draft: due date, timer and escalation, as on the steps of the diagram in force. */
import { isoDariWaktu } from "../waktu.js";

/** The elements and expressions of one row's time limit. */
export interface TenggatDraf {
  readonly masukan: Readonly<Record<string, string>>;
  readonly dueDate: string;
  readonly timer: { readonly id: string; readonly definisi: string; readonly unsur: string; readonly isi: string };
  readonly alur: string;
  readonly akhir: { readonly id: string; readonly name: string; readonly definisi: string };
  readonly eskalasi: { readonly id: string; readonly name: string; readonly escalationCode: string };
}

/** Undefined where the Waktu is none that can be counted. */
export function tenggatDraf(nomor: number, waktu: string): TenggatDraf | undefined {
  const iso = isoDariWaktu(waktu);
  if (iso === undefined) return undefined;
  return {
    masukan: { tenggat: `\${sla.tenggat('${iso}')}` },
    dueDate: `\${tenggat}`,
    timer: {
      id: `tenggat-langkah-${nomor}`,
      definisi: `tenggat-langkah-${nomor}-timer`,
      unsur: "bpmn:timeDate",
      isi: `\${tenggat}`,
    },
    alur: `ke-lewat-tenggat-${nomor}`,
    akhir: { id: `lewat-tenggat-${nomor}`, name: "Lewat tenggat", definisi: `lewat-tenggat-${nomor}-eskalasi` },
    eskalasi: {
      id: `eskalasi-langkah-${nomor}`,
      name: `Tenggat langkah ${nomor} lewat`,
      escalationCode: `TENGGAT_LANGKAH_${nomor}`,
    },
  };
}
