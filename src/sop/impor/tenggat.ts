/** What a row's Waktu becomes in a draft: due date, timer and escalation, as on the steps of the diagram in force. */

const BENTUK = /^(?:(\d+) hari)?(?: ?(\d+) jam)?(?: ?(\d+) menit)?$/;

/** "1 hari" → "P1D", "30 menit" → "PT30M", "2 jam" → "PT2H"; undefined for any other text. */
export function isoDariWaktu(waktu: string): string | undefined {
  const [hari = 0, jam = 0, menit = 0] = (BENTUK.exec(waktu.trim().toLowerCase()) ?? [])
    .slice(1)
    .map((n) => Number(n ?? 0));
  if (hari + jam + menit === 0) return undefined;
  const jamMenit = `${jam > 0 ? `${jam}H` : ""}${menit > 0 ? `${menit}M` : ""}`;
  return `P${hari > 0 ? `${hari}D` : ""}${jamMenit === "" ? "" : `T${jamMenit}`}`;
}

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
