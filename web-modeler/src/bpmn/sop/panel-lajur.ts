/** The group "SOP" of a lane in the properties panel: which group of staff works there. */
import { isSelectEntryEdited, SelectEntry } from "@bpmn-io/properties-panel";
import { h } from "@bpmn-io/properties-panel/preact";
import { useService } from "bpmn-js-properties-panel";
import { grupLajur } from "../../../lint/unsur.js";
import type { Katalog } from "../../api/skema.js";
import type { Bentuk, Terjemah } from "../jenis.js";
import type { Kelompok } from "./kelompok.js";

interface SifatIsian {
  readonly id: string;
  readonly element: Bentuk;
}

function PilihanKelompok({ id, element }: SifatIsian): unknown {
  const t = useService("translate") as Terjemah;
  const kelompok = useService("kelompok") as Kelompok;
  const { grup } = (useService("config.lingkungan") as () => Katalog)();
  const kini = grupLajur(element.businessObject);
  const asing = kini && !grup.some((g) => g.id === kini);
  return h(SelectEntry, {
    id,
    element,
    label: t("Group of staff"),
    description: asing
      ? t(
          "This group does not exist yet. Choose one that does, or let an administrator make it when the draft is submitted.",
        )
      : t("Its members get the tasks of this lane; in the lane of the start event they begin the process."),
    getValue: () => kini,
    setValue: (v: string) => kelompok.ubah(element, v ?? ""),
    getOptions: () => [
      { value: "", label: t("Not decided yet") },
      ...(asing ? [{ value: kini, label: t("{grup} (does not exist yet)", { grup: kini }) }] : []),
      ...grup.map((g) => ({ value: g.id, label: g.nama === g.id ? g.id : `${g.nama} (${g.id})` })),
    ],
  });
}

const ISIAN = { id: "sop-kelompok", component: PilihanKelompok, isEdited: isSelectEntryEdited };

/** The entries for a lane. */
export const isianLajur = (): Record<string, unknown>[] => [{ ...ISIAN }];
