/** A button that opens a short list of actions and links. */
import { tombol } from "../../../src/web/bagian/dasar.js";
import { type Anak, h, idBaru } from "../../../src/web/dom.js";

/** One line of the list: `jalan` is called when it is chosen, `keterangan` stands small beside `teks`. */
export interface Butir {
  readonly teks: string;
  readonly keterangan?: string;
  /** A link, opened in a new tab, instead of an action. */
  readonly alamat?: string;
  jalan?(): void;
}

/** The list closes by choosing, Esc, or a click elsewhere. */
export function buatMenu(judul: Anak, nama: string, butir: () => readonly Butir[]): HTMLElement {
  const id = idBaru("menu");
  const daftar = h("div", { class: "m-menu", id, role: "menu", "aria-label": nama, popover: "auto" });
  const pembuka = tombol(
    judul,
    () => {
      const r = pembuka.getBoundingClientRect();
      daftar.style.left = `${Math.min(r.left, innerWidth - 300)}px`;
      daftar.style.top = `${r.bottom + 4}px`;
      daftar.replaceChildren(...butir().map(baris));
      daftar.togglePopover();
      butirMenu()[0]?.focus();
    },
    { class: "rp-tombol rp-tipis", "aria-haspopup": "menu", "aria-controls": id, title: nama },
  );
  const butirMenu = (): HTMLElement[] => [...daftar.querySelectorAll<HTMLElement>("[role=menuitem]")];
  const baris = (b: Butir): HTMLElement => {
    const onclick = (): void => {
      daftar.hidePopover();
      b.jalan?.();
    };
    const isi = [h("span", {}, b.teks), b.keterangan ? h("span", { class: "rp-kecil" }, b.keterangan) : null];
    return b.alamat
      ? h("a", { href: b.alamat, target: "_blank", rel: "noopener", role: "menuitem", onclick }, isi)
      : h("button", { type: "button", role: "menuitem", onclick }, isi);
  };
  daftar.addEventListener("keydown", (e) => {
    const semua = butirMenu();
    const kini = semua.indexOf(document.activeElement as HTMLElement);
    const geser = e.key === "ArrowDown" ? 1 : e.key === "ArrowUp" ? -1 : 0;
    if (geser !== 0) semua[(kini + geser + semua.length) % semua.length]?.focus();
    e.stopPropagation();
  });
  return h("span", { class: "m-tempat-menu" }, pembuka, daftar);
}
