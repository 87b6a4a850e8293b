/** Shows a credential once: it exists in this box only, is never stored, and goes after two minutes or on leaving. */
import { kirimJson, pesanGalat } from "../../api/panggil.js";
import { Kredensial } from "../../api/skema.js";
import { kotak, tombol } from "../../bagian/dasar.js";
import { IKON } from "../../bagian/ikon.js";
import { type Anak, ganti, h, ikon } from "../../dom.js";
import { salinTeks } from "../../salin.js";

const TAMPIL_MS = 120_000;
const DETAK_MS = 1_000;

interface SifatKredensial {
  readonly idTugas: string;
  readonly sudahDilihat: boolean;
  /** What the person is to do with it. */
  readonly ajakan: string;
  /** Lets the person ask for a new one after the first has been shown (reset-manual). */
  readonly bolehBaru: boolean;
}

interface KotakKredensial {
  readonly elemen: HTMLElement;
  tutup(): void;
}

/** The box, with nothing secret in it until its button is pressed. */
export function kotakKredensial(sifat: SifatKredensial): KotakKredensial {
  const isi = h("div", { class: "rp-kredensial-isi", tabindex: -1 });
  let jam: ReturnType<typeof setInterval> | undefined;
  let ditinggalkan = false;
  const isiDengan = (...anak: Anak[]) => {
    clearInterval(jam);
    jam = undefined;
    const terfokus = isi.contains(document.activeElement);
    ganti(isi, anak);
    // The button that was pressed is gone: who uses the keyboard goes on from here.
    if (terfokus) isi.focus();
  };
  const minta = async (baru: boolean) => {
    isiDengan(h("p", { class: "rp-kosong" }, "Mengambil …"));
    try {
      const alamat = `/api/tugas/${encodeURIComponent(sifat.idTugas)}/kredensial`;
      const kredensial = await kirimJson(alamat, baru ? { baru: true } : {}, Kredensial);
      // An answer that comes after the person has gone is shown to nobody.
      if (!ditinggalkan) tampilkan(kredensial);
    } catch (sebab) {
      isiDengan(kotak("bahaya", pesanGalat(sebab)), tawaranLagi());
    }
  };
  const tawaranLagi = () =>
    sifat.bolehBaru ? tombol("Buat password baru dan tampilkan sekali", () => void minta(true)) : null;
  const sudahHilang = () => [
    h("p", { role: "status" }, "Password sudah ditampilkan dan tidak dapat dilihat lagi."),
    sifat.bolehBaru
      ? h("p", { class: "rp-bantuan" }, "Belum sempat dipasang? Buat yang baru; yang lama tidak berlaku lagi.")
      : null,
    tawaranLagi(),
  ];
  const sembunyikan = () => isiDengan(sudahHilang());
  const tampilkan = (k: Kredensial) => {
    const sisa = h("span", { class: "rp-angka" });
    isiDengan(rincian(k, sisa, sembunyikan));
    // By the clock, not by counting: a browser slows down the timers of a tab in the background.
    const habis = Date.now() + TAMPIL_MS;
    const detak = () => {
      const sisaMs = habis - Date.now();
      sisa.textContent = String(Math.ceil(sisaMs / 1000));
      if (sisaMs <= 0) sembunyikan();
    };
    detak();
    jam = setInterval(detak, DETAK_MS);
  };
  const pergi = () => jam !== undefined && sembunyikan();
  addEventListener("pagehide", pergi);
  if (sifat.sudahDilihat) isiDengan(sudahHilang());
  else
    isiDengan(
      h("p", {}, sifat.ajakan),
      kotak("awas", "Password hanya ditampilkan satu kali, selama dua menit. Siapa yang melihatnya dicatat."),
      tombol("Tampilkan sekali", () => void minta(false), { class: "rp-tombol rp-utama" }),
    );
  return {
    elemen: h("section", { class: "rp-bagian rp-kredensial" }, h("h3", {}, "Kredensial"), isi),
    tutup: () => {
      ditinggalkan = true;
      removeEventListener("pagehide", pergi);
      isiDengan();
    },
  };
}

function rincian(k: Kredensial, sisa: HTMLElement, tutup: () => void): HTMLElement {
  return h(
    "div",
    { class: "rp-rahasia" },
    k.userId ? barisSalin("User ID", k.userId) : null,
    barisSalin("Password", k.kataSandi),
    h(
      "p",
      { class: "rp-kecil" },
      "Hilang dari layar dalam ",
      sisa,
      " detik. Jangan menuliskannya di catatan atau alasan.",
    ),
    tombol("Sudah, sembunyikan", tutup),
  );
}

function barisSalin(nama: string, nilai: string): HTMLElement {
  const kabar = h("span", { class: "rp-kecil", role: "status" });
  const salin = tombol(
    [ikon(IKON.salin), "Salin"],
    () =>
      void salinTeks(nilai).then((jadi) => {
        kabar.textContent = jadi ? "Tersalin." : "Tidak dapat disalin; ketik dari layar.";
      }),
    { "aria-label": `Salin ${nama}` },
  );
  return h(
    "div",
    { class: "rp-rahasia-baris" },
    h("span", { class: "rp-rahasia-nama" }, nama),
    h("code", {}, nilai),
    salin,
    kabar,
  );
}
