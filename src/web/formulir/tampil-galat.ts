/** Shows messages at their fields, the rest in a box above, and moves the focus to the first. */
import { ganti, h } from "../dom.js";
import { type Galat, tempatGalat } from "./galat.js";

const KONTROL = "input:not([type=hidden]):not([disabled]), select, textarea, button";

const tampak = (elemen: Element): boolean => elemen.closest("[hidden]") === null;
const tempatPesan = (bidang: Element): HTMLElement | undefined =>
  [...bidang.querySelectorAll<HTMLElement>(".rp-galat")].find((g) => g.closest("[data-jalur]") === bidang);
const semuaBidang = (akar: Element): HTMLElement[] =>
  [...akar.querySelectorAll<HTMLElement>("[data-jalur]")].filter((b) => tempatPesan(b) !== undefined);

/** Takes one field's message away. */
export function bersihkanBidang(bidang: Element): void {
  const pesan = tempatPesan(bidang);
  if (pesan) {
    pesan.hidden = true;
    pesan.textContent = "";
  }
  for (const k of bidang.querySelectorAll("[aria-invalid]")) {
    if (k.closest("[data-jalur]") === bidang) k.removeAttribute("aria-invalid");
  }
}

/** Takes all messages away. */
export function bersihkanGalat(akar: Element): void {
  for (const bidang of akar.querySelectorAll("[data-jalur]")) bersihkanBidang(bidang);
  for (const kotak of akar.querySelectorAll<HTMLElement>(".rp-galat-ringkas")) kotak.hidden = true;
}

function tulisDiBidang(bidang: HTMLElement, pesan: string): void {
  const tempat = tempatPesan(bidang);
  if (!tempat) return;
  tempat.textContent = tempat.hidden ? pesan : `${tempat.textContent} ${pesan}`;
  tempat.hidden = false;
  const kontrol = bidang.matches("fieldset") ? null : bidang.querySelector(KONTROL);
  kontrol?.setAttribute("aria-invalid", "true");
}

function tulisRingkasan(akar: Element, umum: readonly string[], diBidang: number): void {
  const kotak = akar.querySelector<HTMLElement>(".rp-galat-ringkas");
  if (!kotak) return;
  const judul = diBidang > 0 ? [`${diBidang} isian perlu diperbaiki; lihat pesan berwarna merah.`] : [];
  ganti(
    kotak,
    [...judul, ...umum].map((pesan) => h("p", {}, pesan)),
  );
  kotak.hidden = false;
}

/** Unfolds what hides a field that has a message; parts that fold by themselves listen for `rp-buka`. */
function bukaLipatan(akar: Element, galat: readonly Galat[]): void {
  for (const bidang of semuaBidang(akar)) {
    if (!galat.some((g) => tempatGalat(g.jalur, [bidang.dataset.jalur ?? ""]))) continue;
    bidang.closest("details")?.setAttribute("open", "");
    bidang.dispatchEvent(new CustomEvent("rp-buka", { bubbles: true }));
  }
}

/** Shows `galat` and focuses the first field that has a message (or the box above when none has). */
export function tampilkanGalat(akar: Element, galat: readonly Galat[]): void {
  bersihkanGalat(akar);
  bukaLipatan(akar, galat);
  const bidang = semuaBidang(akar).filter(tampak);
  const jalur = bidang.map((b) => b.dataset.jalur ?? "");
  const kena = new Set<HTMLElement>();
  const umum: string[] = [];
  for (const g of galat) {
    const tempat = bidang[jalur.indexOf(tempatGalat(g.jalur, jalur) ?? "\0")];
    if (tempat) {
      tulisDiBidang(tempat, g.pesan);
      kena.add(tempat);
    } else umum.push(g.pesan);
  }
  tulisRingkasan(akar, umum, kena.size);
  sorot(
    akar,
    bidang.find((b) => kena.has(b)),
  );
}

function sorot(akar: Element, bidang: HTMLElement | undefined): void {
  const sasaran = bidang?.querySelector<HTMLElement>(KONTROL) ?? akar.querySelector<HTMLElement>(".rp-galat-ringkas");
  sasaran?.focus({ preventScroll: true });
  (bidang ?? sasaran)?.scrollIntoView({ block: "center", behavior: "auto" });
}
