/** The group "SOP" of the properties panel: the cells of the row, as the SOP document will show them. */
import {
  isSelectEntryEdited,
  isTextAreaEntryEdited,
  isTextFieldEntryEdited,
  SelectEntry,
  TextAreaEntry,
  TextFieldEntry,
} from "@bpmn-io/properties-panel";
import { h } from "@bpmn-io/properties-panel/preact";
import { useService } from "bpmn-js-properties-panel";
import { isKegiatan } from "../../../lint/unsur.js";
import type { Bentuk, Terjemah } from "../jenis.js";
import { bacaAlasan, bacaLangkah, dariTampilan, type Kolom, keTampilan, nomorBerikut } from "./langkah.js";
import { isianLajur } from "./panel-lajur.js";
import type { Sop } from "./perintah.js";
import { SATUAN, type Satuan, susunWaktu, uraiWaktu } from "./satuan.js";

interface SifatIsian {
  readonly id: string;
  readonly element: Bentuk;
}
const JEDA = (kerja: unknown): unknown => kerja;

const layanan = () => ({
  t: useService("translate") as Terjemah,
  sop: useService("sop") as Sop,
  jeda: (useService("debounceInput") as typeof JEDA | undefined) ?? JEDA,
});

const JUDUL: Readonly<Record<Kolom, string>> = {
  nomor: "SOP number",
  aktivitas: "Activity",
  persyaratan: "Requirements",
  waktu: "Time limit",
  output: "Output",
  keterangan: "Remarks",
};

const isianTeks =
  (kolom: Kolom, petunjuk?: string) =>
  ({ id, element }: SifatIsian): unknown => {
    const { t, sop, jeda } = layanan();
    return h(TextAreaEntry, {
      id,
      element,
      label: t(JUDUL[kolom]),
      ...(petunjuk ? { description: t(petunjuk) } : {}),
      rows: 2,
      autoResize: true,
      debounce: jeda,
      getValue: () => keTampilan(bacaLangkah(element.businessObject)?.[kolom] ?? ""),
      setValue: (v: string | undefined) => sop.ubah(element, { langkah: { [kolom]: dariTampilan(v ?? "") } }),
    });
  };

function IsianNomor({ id, element }: SifatIsian): unknown {
  const { t, sop, jeda } = layanan();
  return h(TextFieldEntry, {
    id,
    element,
    label: t(JUDUL.nomor),
    debounce: jeda,
    getValue: () => bacaLangkah(element.businessObject)?.nomor ?? "",
    setValue: (v: string | undefined) => sop.ubah(element, { langkah: { nomor: (v ?? "").trim() } }),
    validate: (v: string | undefined) =>
      /^[1-9]\d*$/.test((v ?? "").trim()) ? undefined : t("Enter a whole number, e.g. 4."),
  });
}

const waktuKini = (b: Bentuk): string => bacaLangkah(b.businessObject)?.waktu ?? "";

function IsianJumlah({ id, element }: SifatIsian): unknown {
  const { t, sop, jeda } = layanan();
  const satuan = uraiWaktu(waktuKini(element))?.satuan ?? "menit";
  return h(TextFieldEntry, {
    id,
    element,
    label: t(JUDUL.waktu),
    description: t("In working time. Due date, reminder, timer and escalation follow; empty removes them."),
    debounce: jeda,
    getValue: () => uraiWaktu(waktuKini(element))?.jumlah ?? waktuKini(element),
    setValue: (v: string | undefined) => sop.ubah(element, { langkah: { waktu: susunWaktu(v ?? "", satuan) } }),
    validate: (v: string | undefined) =>
      !v || susunWaktu(v, satuan) === `${v.trim()} ${satuan}` ? undefined : t("Enter a whole number, e.g. 30."),
  });
}

function IsianSatuan({ id, element }: SifatIsian): unknown {
  const { t, sop } = layanan();
  const kini = uraiWaktu(waktuKini(element));
  return h(SelectEntry, {
    id,
    element,
    label: t("Unit"),
    disabled: !kini,
    getValue: () => kini?.satuan ?? "menit",
    setValue: (v: Satuan) => sop.ubah(element, { langkah: { waktu: susunWaktu(kini?.jumlah ?? "", v) } }),
    getOptions: () => SATUAN.map((s) => ({ value: s, label: t(`unit:${s}`) })),
  });
}

function PilihanBaris({ id, element }: SifatIsian): unknown {
  const { t, sop } = layanan();
  const ada = bacaLangkah(element.businessObject) !== undefined;
  return h(SelectEntry, {
    id,
    element,
    label: t("Place in the SOP"),
    getValue: () => (ada ? "baris" : "bukan"),
    setValue: (v: string) =>
      v === "baris"
        ? sop.ubah(element, {
            langkah: {
              nomor: nomorBerikut(sop.proses(element)),
              aktivitas: String(element.businessObject.name ?? ""),
            },
            alasan: "",
          })
        : sop.ubah(element, { langkah: null, alasan: t("Not an activity of the SOP.") }),
    getOptions: () => [
      { value: "baris", label: t("A row of the SOP") },
      { value: "bukan", label: t("Not a row, because …") },
    ],
  });
}

function IsianAlasan({ id, element }: SifatIsian): unknown {
  const { t, sop, jeda } = layanan();
  return h(TextAreaEntry, {
    id,
    element,
    label: t("Why it is not a row"),
    rows: 2,
    autoResize: true,
    debounce: jeda,
    getValue: () => bacaAlasan(element.businessObject),
    setValue: (v: string | undefined) => sop.ubah(element, { alasan: v ?? "" }),
  });
}

const MIRING = "Put *stars* around words in italics.";

const isian = (b: Bentuk): Record<string, unknown>[] => {
  const pilihan = { id: "sop-baris", component: PilihanBaris, isEdited: isSelectEntryEdited };
  if (!bacaLangkah(b.businessObject))
    return [pilihan, { id: "sop-alasan", component: IsianAlasan, isEdited: isTextAreaEntryEdited }];
  return [
    pilihan,
    { id: "sop-nomor", component: IsianNomor, isEdited: isTextFieldEntryEdited },
    { id: "sop-aktivitas", component: isianTeks("aktivitas", MIRING), isEdited: isTextAreaEntryEdited },
    { id: "sop-persyaratan", component: isianTeks("persyaratan"), isEdited: isTextAreaEntryEdited },
    { id: "sop-waktu", component: IsianJumlah, isEdited: isTextFieldEntryEdited },
    { id: "sop-satuan", component: IsianSatuan },
    { id: "sop-output", component: isianTeks("output"), isEdited: isTextAreaEntryEdited },
    { id: "sop-keterangan", component: isianTeks("keterangan"), isEdited: isTextAreaEntryEdited },
  ];
};
// Components must stay the same between renders, or a field loses its focus at every key.
const tembolok = new Map<string, Record<string, unknown>>();
const tetap = (i: Record<string, unknown>): Record<string, unknown> => {
  const ada = tembolok.get(String(i.id)) ?? i;
  tembolok.set(String(i.id), ada);
  return { ...ada };
};

interface Grup {
  readonly id: string;
}

/** Puts the group before all others: it is what a process owner comes for. */
export class PanelSop {
  static $inject = ["propertiesPanel", "translate"];
  constructor(
    panel: { registerProvider(prioritas: number, penyedia: unknown): void },
    private readonly t: Terjemah,
  ) {
    panel.registerProvider(400, this);
  }
  getGroups(element: Bentuk) {
    return (grup: Grup[]): Grup[] => {
      if (Array.isArray(element) || element.type === "label") return grup;
      const lajur = element.type === "bpmn:Lane";
      if (!lajur && !isKegiatan(element.businessObject)) return grup;
      const entries = lajur ? isianLajur() : isian(element).map(tetap);
      const kita = { id: "sop", label: this.t("SOP"), shouldOpen: true, entries };
      const umum = grup.filter((g) => g.id === "general");
      return [...umum, kita, ...grup.filter((g) => g.id !== "general")];
    };
  }
}
