/** The side panel of a reader: what the diagram says of the chosen shape. */
import { daftarIstilah, teksSop } from "../../../src/web/bagian/dasar.js";
import { type Anak, ganti, h } from "../../../src/web/dom.js";
import { keterangan } from "../../keterangan.js";
import { lajurDari, sebutan } from "../../lint/unsur.js";
import { t } from "../bahasa/bahasa.js";
import type { Bentuk, Bus, Pemodel } from "../bpmn/jenis.js";

const isi = (teks: string): Anak => (teks === "" ? "–" : teksSop(teks));

/** "bpmn:UserTask" → "User task": the words bpmn-js itself uses. */
const jenis = (tipe: string): string =>
  tipe.replace(/^bpmn:/, "").replace(/(?<=[a-z])[A-Z]/g, (huruf) => ` ${huruf.toLowerCase()}`);

function gambar(b: Bentuk): Anak {
  const lajur = lajurDari(b.businessObject);
  const k = keterangan(b.businessObject, lajur ? sebutan(lajur) : "");
  if (!k) return null;
  const l = k.langkah;
  return [
    h(
      "p",
      { class: "rp-kecil" },
      l ? t("Step {nomor} of the SOP", { nomor: l.nomor }) : t(jenis(b.businessObject.$type)),
    ),
    h("h2", {}, k.nama || t("Without a name")),
    l
      ? daftarIstilah([
          [t("Activity"), isi(l.aktivitas)],
          [t("Actor"), l.pelaksana || "–"],
          [t("Requirements"), isi(l.persyaratan)],
          [t("Time limit"), isi(l.waktu)],
          [t("Output"), isi(l.output)],
          [t("Remarks"), isi(l.keterangan)],
        ])
      : null,
    k.tanpaLangkah ? h("p", {}, k.tanpaLangkah) : null,
    !l && !k.tanpaLangkah ? h("p", { class: "rp-kosong" }, t("This part is not a row of the SOP.")) : null,
  ];
}

/** Follows the selection of the canvas. */
export function pasangRincian(wadah: HTMLElement, p: Pemodel): void {
  const kosong = h("p", { class: "m-kosong" }, t("Choose a shape on the diagram or a row of the table."));
  wadah.classList.add("m-rincian");
  ganti(wadah, kosong);
  (p.get("eventBus") as Bus).on("selection.changed", ({ newSelection: [satu] }: { newSelection: Bentuk[] }) => {
    ganti(wadah, satu ? gambar(satu.labelTarget ?? satu) : kosong);
    wadah.scrollTop = 0;
  });
}
