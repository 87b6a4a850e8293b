/** `/modeler/`: the process modeler. Opens on the version in force; drafts and other versions by their address. */
import "../../src/web/tanpa-eval.js";
import "../../src/web/gaya/halaman.css";
import "./gaya/halaman.css";
import "./gaya/tabel.css";
import "./gaya/lembar.css";
import "./gaya/kanvas.css";
import { GalatApi, pesanGalat } from "../../src/web/api/panggil.js";
import { kotak, tombol } from "../../src/web/bagian/dasar.js";
import { ganti, h } from "../../src/web/dom.js";
import { api } from "./api/api.js";
import type { Saya } from "./api/skema.js";
import { buatKabar } from "./bagian/kabar.js";
import { bahasa, t } from "./bahasa/bahasa.js";
import { muat } from "./halaman/muat.js";
import { bukaSesi, type Sesi } from "./halaman/sesi.js";
import { type Alamat, bacaAlamat } from "./rute.js";

document.documentElement.lang = bahasa();
const { elemen: tempatKabar, kabar } = buatKabar();
let sesi: Sesi | undefined;
let giliran = 0;

function tampilkanGalat(sebab: unknown): void {
  const masuk = sebab instanceof GalatApi && sebab.status === 401;
  const jalan = masuk
    ? h("a", { class: "rp-tombol rp-utama", href: "/camunda/app/tasklist/default/#/" }, t("Sign in"))
    : h(
        "div",
        { class: "m-deret" },
        tombol(t("Try again"), () => void buka()),
        h("a", { class: "rp-tombol", href: "#/" }, t("Version in force")),
      );
  const pesan = masuk ? t("Sign in first to see the diagram.") : pesanGalat(sebab);
  const isi = kotak(masuk ? "info" : "bahaya", h("p", {}, pesan), jalan);
  ganti(document.body, h("main", { class: "m-galat" }, h("h1", {}, t("Process modeler")), isi), tempatKabar);
}

/** Fetches what will draw the diagram while the diagram itself is still being asked for. */
function siapkan(saya: Saya, alamat: Alamat): Saya {
  const menyunting = alamat.jenis === "draf" && saya.bolehSunting;
  const bagian: Promise<unknown> = menyunting ? import("./editor/sunting.js") : import("./editor/baca.js");
  bagian.catch(() => undefined);
  return saya;
}

async function buka(): Promise<void> {
  giliran += 1;
  const kini = giliran;
  await sesi?.simpan();
  try {
    const alamat = bacaAlamat(location.hash);
    const [saya, termuat] = await Promise.all([api.saya().then((s) => siapkan(s, alamat)), muat(alamat)]);
    if (kini !== giliran) return;
    const baru = await bukaSesi(termuat, { saya, kabar });
    if (kini !== giliran) return baru.tutup();
    sesi?.tutup();
    sesi = baru;
    document.title = `${termuat.terbuka.judul} · ${t("Process modeler")}`;
    ganti(document.body, [...baru.elemen], tempatKabar);
    await baru.gambar();
  } catch (sebab) {
    if (kini === giliran) tampilkanGalat(sebab);
  }
}

addEventListener("hashchange", () => void buka());
addEventListener("beforeunload", (e) => {
  if (sesi?.tertunda()) e.preventDefault();
});
ganti(
  document.body,
  h("main", { class: "m-galat" }, h("p", { class: "m-kosong", role: "status" }, t("Loading …"))),
  tempatKabar,
);
void buka();
