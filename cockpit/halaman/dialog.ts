/** A dialog with a form: opens modal, keeps the focus inside, says what went wrong at the field or below. */
import { h, idBaru } from "../../src/web/dom.js";
import { pesanGalat } from "../api/panggil.js";
import { teks } from "../teks/index.js";

interface IsiDialog<Hasil> {
  readonly judul: string;
  readonly keterangan: Node | string;
  readonly isi: readonly (Node | string)[];
  readonly tombol: string;
  /** What is wrong with the answers: the field and words; undefined when nothing is. */
  readonly periksa: () => { bidang: HTMLElement; pesan: string } | undefined;
  readonly kirim: () => Promise<Hasil>;
}

/** Asks; resolves with what `kirim` answered, or undefined when the person changed their mind. The focus returns. */
export function tanya<Hasil>(d: IsiDialog<Hasil>): Promise<Hasil | undefined> {
  const t = teks();
  const sebelum = document.activeElement;
  const idJudul = idBaru("judul");
  const idGalat = idBaru("galat");
  const galat = h("p", { class: "sla-galat", role: "alert", id: idGalat });
  const simpan = h("button", { type: "submit", class: "btn btn-primary" }, d.tombol);
  const batal = h("button", { type: "button", class: "btn btn-default" }, t.batal);
  const formulir = h(
    "form",
    { novalidate: true },
    h("h2", { id: idJudul }, d.judul),
    h("p", { class: "sla-samping" }, d.keterangan),
    [...d.isi],
    galat,
    h("div", { class: "sla-dialog-kaki" }, batal, simpan),
  );
  const dialog = h("dialog", { class: "sla-dialog", "aria-labelledby": idJudul }, formulir);
  const tandaiSalah = (bidang: HTMLElement | undefined) => {
    for (const lama of dialog.querySelectorAll("[aria-invalid]")) lama.removeAttribute("aria-invalid");
    bidang?.setAttribute("aria-invalid", "true");
    bidang?.setAttribute("aria-errormessage", idGalat);
    bidang?.focus();
  };

  return new Promise((selesai) => {
    let hasil: Hasil | undefined;
    const kirim = async (p: Event) => {
      p.preventDefault();
      const salah = d.periksa();
      galat.textContent = salah?.pesan ?? "";
      tandaiSalah(salah?.bidang);
      if (salah || simpan.disabled) return;
      simpan.disabled = true;
      simpan.textContent = t.menyimpan;
      try {
        hasil = await d.kirim();
        dialog.close();
      } catch (sebab) {
        galat.textContent = pesanGalat(sebab);
      } finally {
        simpan.disabled = false;
        simpan.textContent = d.tombol;
      }
    };
    formulir.addEventListener("submit", (p) => void kirim(p));
    const tutup = () => dialog.close();
    batal.addEventListener("click", tutup);
    // Going back leaves the page that asked.
    window.addEventListener("hashchange", tutup);
    dialog.addEventListener("close", () => {
      window.removeEventListener("hashchange", tutup);
      dialog.remove();
      if (sebelum instanceof HTMLElement && sebelum.isConnected) sebelum.focus();
      selesai(hasil);
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}
