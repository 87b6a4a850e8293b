/** The archive's page for the LPSE's own staff: register, entries, destruction, integrity. */
import "../tanpa-eval.js";
import "../gaya/halaman.css";
import "../gaya/isian.css";
import "../gaya/beranda.css";
import "../gaya/rincian.css";
import "../gaya/tab.css";
import "../gaya/arsip.css";
import { ambil } from "../api/panggil.js";
import { Saya } from "../api/skema.js";
import { kotak } from "../bagian/dasar.js";
import { bingkai, galatHalaman } from "../beranda/bingkai.js";
import { ganti, h } from "../dom.js";
import { daftar } from "./daftar.js";
import { keutuhan } from "./keutuhan.js";
import { pemusnahan } from "./pemusnahan.js";
import { rincian } from "./rincian.js";
import { bacaRute, keDaftar, type Rute } from "./rute.js";

/** A view: its element, and its title for the tab. */
interface Tampilan {
  readonly elemen: HTMLElement;
  readonly judul: string;
}

async function mulai(): Promise<void> {
  try {
    const saya = await ambil("/api/saya", Saya);
    if (saya.internal) return masuk(saya);
    const beranda = h("a", { href: "/" }, "Kembali ke beranda");
    ganti(
      bingkai(saya),
      h("h1", {}, "Arsip"),
      kotak("awas", h("p", {}, "Arsip hanya untuk petugas LPSE dan UKPBJ."), beranda),
    );
  } catch (sebab) {
    ganti(
      bingkai(undefined),
      galatHalaman(sebab, () => void mulai()),
    );
  }
}

const TAB = [
  ["#/", "Daftar arsip", "daftar"],
  ["#/pemusnahan", "Pemusnahan", "pemusnahan"],
  ["#/keutuhan", "Keutuhan dan ekspor", "keutuhan"],
] as const;

function tab({ halaman }: Rute): HTMLElement {
  return h(
    "nav",
    { class: "rp-tab", "aria-label": "Bagian arsip" },
    TAB.map(([href, teks, milik]) => h("a", { href, "aria-current": milik === halaman ? "page" : null }, teks)),
  );
}

function tampilan(rute: Rute, saya: Saya, kembali: string): Tampilan {
  if (rute.halaman === "entri") return { elemen: rincian(rute.id, kembali), judul: "Entri arsip" };
  if (rute.halaman === "pemusnahan") return { elemen: pemusnahan(saya), judul: "Pemusnahan arsip" };
  if (rute.halaman === "keutuhan") return { elemen: keutuhan(), judul: "Keutuhan arsip" };
  return { elemen: daftar(rute.saringan, rute.nomor), judul: "Daftar arsip" };
}

function masuk(saya: Saya): void {
  const isi = bingkai(saya);
  const judul = h("h1", { tabindex: "-1" }, "Arsip");
  let kembali = "#/";
  const buka = () => {
    const rute = bacaRute(location.hash);
    if (rute.halaman === "daftar") kembali = keDaftar(rute.saringan, rute.nomor);
    const { elemen, judul: teks } = tampilan(rute, saya, kembali);
    document.title = `${teks} · LPSE`;
    ganti(isi, h("div", { class: "rp-tumpuk" }, judul, tab(rute)), elemen);
  };
  let halaman = bacaRute(location.hash).halaman;
  addEventListener("hashchange", () => {
    const lama = halaman;
    halaman = bacaRute(location.hash).halaman;
    buka();
    scrollTo(0, 0);
    // Whoever searches goes on searching; elsewhere keyboard and screen reader begin at the top.
    const pencarian = halaman === lama ? isi.querySelector<HTMLElement>("form[role=search] input") : null;
    (pencarian ?? judul).focus({ preventScroll: true });
  });
  buka();
}

void mulai();
