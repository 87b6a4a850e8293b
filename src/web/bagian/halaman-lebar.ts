/** A page as wide as its table: who is signed in, then what the page has to show. */
import { ambil } from "../api/panggil.js";
import { Saya } from "../api/skema.js";
import { bingkai, galatHalaman } from "../beranda/bingkai.js";
import { type Anak, ganti, h } from "../dom.js";

/** Draws the frame, then what `isi` makes; a failure is shown in its place with the way to try again. */
export async function halamanLebar(isi: () => Promise<Anak>): Promise<void> {
  try {
    const tempat = bingkai(await ambil("/api/saya", Saya));
    tempat.classList.add("rp-utama-lebar");
    ganti(tempat, h("p", { class: "rp-kosong-besar" }, "Memuat …"));
    ganti(tempat, await isi());
  } catch (sebab) {
    ganti(
      document.querySelector("main") ?? bingkai(undefined),
      galatHalaman(sebab, () => void halamanLebar(isi)),
    );
  }
}
