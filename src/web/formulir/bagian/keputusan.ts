/** The decision of a form: one card per choice, its consequence in words, and the fields that only this choice needs. */
import { h, idBaru } from "../../dom.js";
import { type Isian, teksIsian } from "../isian.js";
import { area, bidang, isi } from "./bidang.js";

/** A part of a form that contributes to its answer. */
export interface Bagian {
  readonly elemen: HTMLElement;
  nilai(): Record<string, unknown>;
}

interface Pilihan {
  readonly nilai: string;
  readonly judul: string;
  /** What happens next, in one sentence. */
  readonly akibat: string;
  readonly bahaya?: boolean;
  readonly rincian?: Bagian;
}

interface SifatKeputusan {
  readonly nama: string;
  readonly pertanyaan: string;
  readonly pilihan: readonly Pilihan[];
  readonly isian: Isian;
  /** Called with the chosen value, at once when a draft already has one. */
  readonly saatDipilih?: (nilai: string) => void;
}

/** The cards; its value is the decision with the values of the chosen card's fields. */
export function keputusan(sifat: SifatKeputusan): Bagian {
  const kartu = sifat.pilihan.map((p) => buatKartu(sifat, p));
  const segarkan = () => {
    for (const k of kartu) k.segarkan();
    const terpilih = kartu.find((k) => k.radio.checked);
    if (terpilih) sifat.saatDipilih?.(terpilih.radio.value);
  };
  const idGalat = idBaru("galat");
  const elemen = h(
    "fieldset",
    { class: "rp-keputusan", "data-jalur": sifat.nama, "aria-describedby": idGalat, onchange: segarkan },
    h("legend", {}, sifat.pertanyaan),
    h("p", { class: "rp-galat", id: idGalat, hidden: true }),
    kartu.map((k) => k.elemen),
  );
  segarkan();
  return {
    elemen,
    nilai: () => {
      const k = kartu.find((x) => x.radio.checked);
      return { [sifat.nama]: k?.radio.value, ...k?.rincian?.nilai() };
    },
  };
}

function buatKartu({ nama, isian }: SifatKeputusan, p: Pilihan) {
  const radio = h("input", { type: "radio", name: nama, value: p.nilai, checked: isian[nama] === p.nilai });
  const id = idBaru("pilihan");
  radio.setAttribute("aria-labelledby", id);
  radio.setAttribute("aria-describedby", `${id}-akibat`);
  const rincian = p.rincian ? h("div", { class: "rp-kartu-rincian" }, p.rincian.elemen) : null;
  const elemen = h(
    "div",
    { class: `rp-kartu${p.bahaya ? " rp-bahaya" : ""}` },
    h(
      "label",
      { class: "rp-kartu-pilih" },
      radio,
      h("span", { class: "rp-kartu-judul", id }, p.judul),
      h("span", { class: "rp-kartu-akibat", id: `${id}-akibat` }, p.akibat),
    ),
    rincian,
  );
  const segarkan = () => {
    elemen.classList.toggle("rp-terpilih", radio.checked);
    if (rincian) rincian.hidden = !radio.checked;
  };
  return { elemen, radio, segarkan, rincian: p.rincian };
}

/** A reason that others will read; `bantuan` says who. */
export function alasan(isian: Isian, label: string, bantuan: string, kunci = "alasan"): Bagian {
  const kontrol = area(teksIsian(isian, kunci), 3, { maxlength: 1000 });
  return {
    elemen: bidang({ jalur: kunci, label, bantuan }, kontrol),
    nilai: () => ({ [kunci]: isi(kontrol) }),
  };
}

/** A note that may stay empty. */
export function catatan(isian: Isian, label: string, bantuan: string): Bagian {
  const kontrol = area(teksIsian(isian, "catatan"), 2, { maxlength: 1000 });
  return {
    elemen: bidang({ jalur: "catatan", label, bantuan, opsional: true }, kontrol),
    nilai: () => ({ catatan: isi(kontrol) }),
  };
}
