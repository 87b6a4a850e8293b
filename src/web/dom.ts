/** Builds DOM nodes; text always goes in as text, so nothing a person typed can become markup. */

/** Numbers become text, lists are flattened; null, undefined and false leave nothing behind. */
export type Anak = Node | string | number | null | undefined | false | readonly Anak[];
type Nilai = string | number | boolean | null | undefined | ((peristiwa: Event) => void);
type Sifat = Readonly<Record<string, Nilai>>;

/** An element with attributes and children: `true` is a bare attribute, `false`, null and undefined none, `on…` a listener. */
export function h<K extends keyof HTMLElementTagNameMap>(
  nama: K,
  sifat: Sifat = {},
  ...anak: Anak[]
): HTMLElementTagNameMap[K] {
  const elemen = document.createElement(nama);
  for (const [kunci, nilai] of Object.entries(sifat)) pasangSifat(elemen, kunci, nilai);
  elemen.append(...simpul(anak));
  return elemen;
}

function pasangSifat(elemen: Element, kunci: string, nilai: Nilai): void {
  if (typeof nilai === "function") elemen.addEventListener(kunci.slice(2), nilai);
  else if (nilai === true) elemen.setAttribute(kunci, "");
  else if (nilai !== false && nilai !== null && nilai !== undefined) elemen.setAttribute(kunci, String(nilai));
}

function simpul(anak: readonly Anak[]): (Node | string)[] {
  return anak.flatMap((a) => {
    if (a === null || a === undefined || a === false) return [];
    if (Array.isArray(a)) return simpul(a);
    return [a instanceof Node ? a : String(a)];
  });
}

/** Puts new children in the place of the old ones. */
export function ganti(elemen: Element, ...anak: Anak[]): void {
  elemen.replaceChildren(...simpul(anak));
}

/**
 * The same for what is drawn again and again: nothing happens where it looks the same, and a link or button that has the
 * focus keeps it in its new shape.
 */
export function segarkanIsi(elemen: Element, ...anak: Anak[]): void {
  const baru = h("div", {}, ...anak);
  if (baru.innerHTML === elemen.innerHTML) return;
  const kendali = () => [...elemen.querySelectorAll<HTMLElement>("a, button")];
  const nama = (e: HTMLElement) => `${e.getAttribute("href")} ${e.textContent}`;
  const terfokus = kendali().find((e) => e === document.activeElement);
  elemen.replaceChildren(...baru.childNodes);
  if (terfokus)
    kendali()
      .find((e) => nama(e) === nama(terfokus))
      ?.focus({ preventScroll: true });
}

let nomorId = 0;
/** An id that no other element of the page has. */
export const idBaru = (awalan: string): string => {
  nomorId += 1;
  return `rp-${awalan}-${nomorId}`;
};

/** A drawing of 24 × 24 units in the colour of the text; hidden from screen readers. */
export function ikon(jalur: string): SVGSVGElement {
  const ruang = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(ruang, "svg");
  for (const [k, v] of Object.entries({ viewBox: "0 0 24 24", class: "rp-ikon", "aria-hidden": "true" })) {
    svg.setAttribute(k, v);
  }
  const path = document.createElementNS(ruang, "path");
  path.setAttribute("d", jalur);
  svg.append(path);
  return svg;
}
