/** The panels around the canvas: the SOP's table and the findings below it, properties or details beside it. */
import { h } from "../../../src/web/dom.js";
import { buatTab, type DeretTab, type Tab } from "../bagian/tab.js";
import { t } from "../bahasa/bahasa.js";
import type { Pemodel } from "../bpmn/jenis.js";
import { judulTemuan, lipatan, pilihBentuk } from "./pandangan.js";
import { pasangRincian } from "./rincian.js";
import { pasangTabel } from "./tabel.js";
import { pasangTemuan } from "./temuan.js";

/** The table of the SOP; for whoever edits also the findings, whose tab shows their number. */
export function panelBawah(p: Pemodel, bolehSunting: boolean): DeretTab {
  const pilih = (id: string): void => pilihBentuk(p, id);
  const tabel = {
    id: "tabel",
    judul: t("SOP table"),
    pasang: (w: HTMLElement) => pasangTabel(w, p, bolehSunting, pilih),
  };
  const nama = t("Below the diagram");
  if (!bolehSunting) return buatTab([tabel], nama, lipatan());
  const daftar = h("div", {});
  const temuan = { id: "temuan", judul: t("Findings"), pasang: tampilkan(daftar) };
  const deret = buatTab([tabel, temuan], nama, lipatan());
  pasangTemuan(daftar, p, pilih, (j) => deret.juduli("temuan", judulTemuan(j.galat, j.peringatan)));
  return deret;
}

/** The panel of properties (`sifat`) for whoever edits; what the diagram says of the chosen shape for a reader. */
export function panelSamping(p: Pemodel, sifat: HTMLElement | undefined): DeretTab {
  const tab: Tab = sifat
    ? { id: "sifat", judul: t("Properties"), pasang: tampilkan(sifat) }
    : { id: "sifat", judul: t("Details"), pasang: (w) => void pasangRincian(w, p) };
  return buatTab([tab], t("Beside the diagram"));
}

const tampilkan =
  (elemen: HTMLElement) =>
  (wadah: HTMLElement): undefined =>
    void wadah.append(elemen);
