/** Tabs with the keyboard of ARIA: arrows move, only the chosen one is in the tab order. */
import { type Anak, h, idBaru } from "../../../src/web/dom.js";

/** `id` is known within its own row only; `judul` is what stands on the tab. */
export interface Tab {
  readonly id: string;
  readonly judul: Anak;
  /** Called once, when the tab is first shown; answers its clean-up. */
  pasang(wadah: HTMLElement): undefined | (() => void);
}

/** `elemen` holds the row and all panels; `buang` calls the clean-up of every tab that was shown. */
export interface DeretTab {
  readonly elemen: HTMLElement;
  tampilkan(id: string): void;
  /** Puts something else into the label of a tab, e.g. a number. */
  juduli(id: string, judul: Anak): void;
  buang(): void;
}

/** The first tab is shown at once; `nama` is for screen readers, `ekor` stands at the end of the row. */
export function buatTab(tab: readonly Tab[], nama: string, ekor?: HTMLElement): DeretTab {
  const bersih: (() => void)[] = [];
  const terpasang = new Set<string>();
  const bagian = tab.map((x) => {
    const [idTombol, idPanel] = [idBaru("tab"), idBaru("panel-tab")];
    const judul = h("span", {}, x.judul);
    const tombol = h(
      "button",
      { type: "button", role: "tab", id: idTombol, "aria-controls": idPanel, onclick: () => tampilkan(x.id) },
      judul,
    );
    const panel = h("div", {
      role: "tabpanel",
      id: idPanel,
      "aria-labelledby": idTombol,
      class: "m-panel-tab",
      tabindex: "-1",
    });
    return { ...x, tombol, panel, label: judul };
  });
  function tampilkan(id: string): void {
    for (const b of bagian) {
      const kini = b.id === id;
      b.tombol.setAttribute("aria-selected", String(kini));
      b.tombol.tabIndex = kini ? 0 : -1;
      b.panel.hidden = !kini;
      if (!kini || terpasang.has(id)) continue;
      terpasang.add(id);
      const buang = b.pasang(b.panel);
      if (buang) bersih.push(buang);
    }
  }
  const deret = h(
    "div",
    { role: "tablist", class: "m-deret-tab", "aria-label": nama },
    bagian.map((b) => b.tombol),
  );
  deret.addEventListener("keydown", (e) => {
    const kini = bagian.findIndex((b) => b.tombol === document.activeElement);
    const geser = e.key === "ArrowRight" ? 1 : e.key === "ArrowLeft" ? -1 : 0;
    const tuju = bagian[(kini + geser + bagian.length) % bagian.length];
    if (kini < 0 || geser === 0 || !tuju) return;
    tampilkan(tuju.id);
    tuju.tombol.focus();
  });
  const kepala = h("div", { class: "m-kepala-tab" }, deret, ekor ?? null);
  const [pertama] = tab;
  if (pertama) tampilkan(pertama.id);
  return {
    elemen: h(
      "div",
      { class: "m-tab" },
      kepala,
      bagian.map((b) => b.panel),
    ),
    tampilkan,
    juduli: (id, judul) => {
      const label = bagian.find((b) => b.id === id)?.label;
      label?.replaceChildren(...h("span", {}, judul).childNodes);
    },
    buang: () => {
      for (const b of bersih) b();
    },
  };
}
