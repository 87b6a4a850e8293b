/** The landing page: who is signed in decides what it shows. */
import "../tanpa-eval.js";
import "../gaya/halaman.css";
import "../gaya/isian.css";
import "../gaya/beranda.css";
import "../gaya/rincian.css";
import { ambil, GalatApi } from "../api/panggil.js";
import { Info, KeadaanKalender, Saya } from "../api/skema.js";
import { kotak } from "../bagian/dasar.js";
import { ganti, h } from "../dom.js";
import { ambilKalender } from "../kalender.js";
import { bingkai, galatHalaman } from "./bingkai.js";
import { daftar } from "./daftar.js";
import { gambarMenu, tautanMenu } from "./menu.js";
import { rincian } from "./rincian.js";
import { bacaRute } from "./rute.js";
import { sapaan } from "./sapaan.js";
import { jumlahTugas } from "./sesi.js";
import { tamu } from "./tamu.js";

const SEGARKAN_MS = 15_000;

/** Null when nobody is signed in; other failures are thrown. */
async function siapa(): Promise<Saya | null> {
  try {
    return await ambil("/api/saya", Saya);
  } catch (sebab) {
    if (sebab instanceof GalatApi && sebab.status === 401) return null;
    throw sebab;
  }
}

async function mulai(): Promise<void> {
  try {
    const [info, saya] = await Promise.all([ambil("/api/info", Info), siapa()]);
    if (saya) masuk(saya, info);
    else bingkai(undefined).append(tamu(info));
  } catch (sebab) {
    ganti(
      bingkai(undefined),
      galatHalaman(sebab, () => void mulai()),
    );
  }
}

function masuk(saya: Saya, info: Info): void {
  const isi = bingkai(saya);
  const kalender = ambilKalender();
  let pemutus = new AbortController();
  const buka = () => {
    pemutus.abort();
    pemutus = new AbortController();
    const rute = bacaRute(location.hash);
    const tampilan =
      rute.halaman === "rincian"
        ? rincian(rute.permohonan, kalender)
        : daftar({ saya, cari: rute.cari, nomor: rute.nomor, kalender });
    ganti(isi, rute.halaman === "daftar" ? kepalaDaftar(saya, info) : null, tampilan.elemen);
    document.title = rute.halaman === "rincian" ? `${rute.permohonan} · LPSE` : "Reset Password SPSE · LPSE";
    segarkanTerus(tampilan.segarkan, pemutus.signal);
  };
  addEventListener("hashchange", () => {
    buka();
    scrollTo(0, 0);
  });
  buka();
}

/** At once, then every quarter of a minute while the page is looked at. */
function segarkanTerus(segarkan: (signal: AbortSignal) => Promise<void>, signal: AbortSignal): void {
  void segarkan(signal);
  const jam = setInterval(() => document.visibilityState === "visible" && void segarkan(signal), SEGARKAN_MS);
  signal.addEventListener("abort", () => clearInterval(jam));
}

function kepalaDaftar(saya: Saya, info: Info): HTMLElement {
  const menu = h("div", {}, gambarMenu(tautanMenu(saya, info, undefined)));
  jumlahTugas(saya.id)
    .then((jumlah) => ganti(menu, gambarMenu(tautanMenu(saya, info, jumlah))))
    .catch((sebab) => console.warn("the number of tasks could not be read", sebab));
  return h("div", { class: "rp-tumpuk" }, h("h1", {}, `${sapaan(new Date())}, ${saya.nama}`), peringatan(saya), menu);
}

/** Whoever may enter Cockpit is told before the working calendar ends. */
function peringatan({ aplikasi }: Saya): HTMLElement {
  const tempat = h("div", { hidden: true });
  if (!aplikasi.includes("cockpit")) return tempat;
  ambil("/api/kalender", KeadaanKalender)
    .then(({ peringatan: pesan }) => {
      if (!pesan) return;
      ganti(tempat, kotak("awas", h("p", {}, pesan)));
      tempat.hidden = false;
    })
    .catch((sebab) => console.warn("the working calendar's end could not be read", sebab));
  return tempat;
}

void mulai();
