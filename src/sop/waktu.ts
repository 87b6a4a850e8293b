/**
 * What a step's Waktu means in the diagram: its due date, reminder and timer all follow from this one text. Pure, and fit
 * for the browser: the modeler writes what `polaTenggat` says, a contract test holds every step of the diagram to it.
 */

const BENTUK = /^(?:(\d+) hari)?(?: ?(\d+) jam)?(?: ?(\d+) menit)?$/;

/** "1 hari" → "P1D", "30 menit" → "PT30M", "1 hari 2 jam" → "P1DT2H"; undefined for any other text, or no time at all. */
export function isoDariWaktu(waktu: string): string | undefined {
  const teks = waktu.trim().replace(/\s+/g, " ").toLowerCase();
  const [hari, jam, menit] = angka(BENTUK.exec(teks));
  if (hari + jam + menit === 0) return undefined;
  const harian = hari > 0 ? `${hari}D` : "";
  const jamMenit = `${jam > 0 ? `${jam}H` : ""}${menit > 0 ? `${menit}M` : ""}`;
  return `P${harian}${jamMenit && `T${jamMenit}`}`;
}

const angka = (cocok: RegExpExecArray | null): [number, number, number] => [
  Number(cocok?.[1] ?? 0),
  Number(cocok?.[2] ?? 0),
  Number(cocok?.[3] ?? 0),
];

/** Everything an activity with a Waktu carries in the diagram, named as in BPMN and its Camunda extension. */
export interface PolaTenggat {
  /** On the activity, `camunda:inputParameter` by name, in this order. */
  readonly inputParameter: { readonly tenggat: string; readonly pengingat: string };
  /** On the activity where it is a user task: `camunda:dueDate`. */
  readonly dueDate: string;
  /** The one boundary timer: reminder at 80 %, breach at 100 %, then once each further working day. */
  readonly timer: {
    readonly id: string;
    readonly name: string;
    readonly cancelActivity: false;
    readonly definisi: string;
    readonly timeCycle: string;
  };
  /** The flow from the timer to its end event. */
  readonly alur: string;
  /** The end event, which throws the escalation. */
  readonly akhir: { readonly id: string; readonly name: string; readonly definisi: string };
  /** The escalation among the definitions' root elements. */
  readonly eskalasi: { readonly id: string; readonly name: string; readonly escalationCode: string };
}

const ekspresi = (isi: string): string => `\${${isi}}`;

/** What the diagram says of a step with this number and Waktu; throws RangeError for a Waktu that is none. */
export function polaTenggat(nomor: number, waktu: string): PolaTenggat {
  const iso = isoDariWaktu(waktu);
  if (iso === undefined) throw new RangeError(`Waktu "${waktu}" is not like "1 hari", "2 jam" or "30 menit"`);
  return {
    inputParameter: { tenggat: ekspresi(`sla.tenggat('${iso}')`), pengingat: ekspresi(`sla.pengingat('${iso}')`) },
    dueDate: ekspresi("tenggat"),
    timer: {
      id: `tenggat-langkah-${nomor}`,
      name: waktu,
      cancelActivity: false,
      definisi: `tenggat-langkah-${nomor}-timer`,
      timeCycle: ekspresi("sla.siklus(pengingat, tenggat)"),
    },
    alur: `ke-lewat-tenggat-${nomor}`,
    akhir: { id: `lewat-tenggat-${nomor}`, name: "Beri tahu", definisi: `lewat-tenggat-${nomor}-eskalasi` },
    eskalasi: {
      id: `eskalasi-langkah-${nomor}`,
      name: `Tenggat langkah ${nomor}`,
      escalationCode: `TENGGAT_LANGKAH_${nomor}`,
    },
  };
}
