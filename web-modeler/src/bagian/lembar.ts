/** Sheets over the page and questions: `<dialog>` brings Esc, focus and background for free. */
import { tombol } from "../../../src/web/bagian/dasar.js";
import { type Anak, h, idBaru } from "../../../src/web/dom.js";
import { t } from "../bahasa/bahasa.js";

/** Opens a sheet; `kecil` is a box in the middle, otherwise it fills the page. `saatTutup` runs once it is closed. */
export function bukaLembar(
  judul: string,
  isi: Anak,
  { kecil = false, saatTutup = () => {} }: { kecil?: boolean; saatTutup?: () => void } = {},
): { tutup(): void; elemen: HTMLDialogElement } {
  const id = idBaru("lembar");
  const tutup = (): void => elemen.close();
  const elemen = h(
    "dialog",
    { class: kecil ? "rp m-lembar m-lembar-kecil" : "rp m-lembar", "aria-labelledby": id },
    h(
      "header",
      {},
      h("h2", { id }, judul),
      tombol("×", tutup, { class: "rp-tombol-ikon", "aria-label": t("Close"), title: t("Close") }),
    ),
    h("div", { class: "m-lembar-isi" }, isi),
  );
  elemen.addEventListener("close", () => {
    elemen.remove();
    saatTutup();
  });
  // bpmn-js listens to the whole page: what is typed here must not reach the canvas.
  elemen.addEventListener("keydown", (e) => e.stopPropagation());
  document.body.append(elemen);
  elemen.showModal();
  return { tutup, elemen };
}

/** Asks; answers the chosen value, or undefined where the box was closed. */
export function tanya<T extends string>(
  judul: string,
  isi: Anak,
  pilihan: readonly { readonly nilai: T; readonly teks: string; readonly utama?: boolean; readonly bahaya?: boolean }[],
): Promise<T | undefined> {
  return new Promise((jawab) => {
    let terpilih: T | undefined;
    const deret = h(
      "div",
      { class: "m-deret" },
      pilihan.map((p) =>
        tombol(
          p.teks,
          () => {
            terpilih = p.nilai;
            tutup();
          },
          {
            class: `rp-tombol${p.utama ? " rp-utama" : ""}${p.bahaya ? " rp-bahaya" : ""}`,
            autofocus: p.utama === true,
          },
        ),
      ),
    );
    const { tutup } = bukaLembar(judul, [isi, deret], { kecil: true, saatTutup: () => jawab(terpilih) });
  });
}
