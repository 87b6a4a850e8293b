/** A labelled field with its help text and its place for a message. */
import { type Anak, h, idBaru } from "../../dom.js";

type Kontrol = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

interface SifatBidang {
  /** Path of the field in the form's answer; messages find it by this. */
  readonly jalur: string;
  readonly label: Anak;
  readonly bantuan?: string | undefined;
  readonly opsional?: boolean | undefined;
}

/** Wraps a control: label above, help below it, then the message. */
export function bidang({ jalur, label, bantuan, opsional }: SifatBidang, kontrol: Kontrol): HTMLElement {
  const id = kontrol.id || idBaru("isian");
  kontrol.id = id;
  const keterangan = [bantuan === undefined ? [] : [`${id}-bantuan`], `${id}-galat`].flat();
  kontrol.setAttribute("aria-describedby", keterangan.join(" "));
  if (!opsional) kontrol.setAttribute("aria-required", "true");
  return h(
    "div",
    { class: "rp-bidang", "data-jalur": jalur },
    h("label", { for: id }, label, opsional ? h("span", { class: "rp-opsional" }, " (opsional)") : null),
    kontrol,
    bantuan === undefined ? null : h("p", { class: "rp-bantuan", id: `${id}-bantuan` }, bantuan),
    h("p", { class: "rp-galat", id: `${id}-galat`, hidden: true }),
  );
}

/** A one-line input. */
export function masukan(nilai: string, sifat: Record<string, string | number | boolean> = {}): HTMLInputElement {
  const kontrol = h("input", { type: "text", class: "rp-kontrol", autocomplete: "off", ...sifat });
  kontrol.value = nilai;
  return kontrol;
}

/** A text area that grows with what is typed, where the browser knows `field-sizing`. */
export function area(nilai: string, baris: number, sifat: Record<string, string | number> = {}): HTMLTextAreaElement {
  const kontrol = h("textarea", { class: "rp-kontrol", rows: baris, ...sifat });
  kontrol.value = nilai;
  return kontrol;
}

/** A list to choose from; the empty value first. */
export function pilihanTurun(nilai: string, kosong: string, pilihan: readonly string[]): HTMLSelectElement {
  const kontrol = h(
    "select",
    { class: "rp-kontrol" },
    h("option", { value: "" }, kosong),
    pilihan.map((p) => h("option", { value: p }, p)),
  );
  kontrol.value = pilihan.includes(nilai) ? nilai : "";
  return kontrol;
}

/** Undefined for text of blanks only, so that "wajib diisi" and optional fields mean the same everywhere. */
export const isi = (kontrol: Kontrol): string | undefined => (kontrol.value.trim() === "" ? undefined : kontrol.value);
