/** Shows a credential once: it exists in this box only, is never stored, and goes after two minutes or on leaving. */
import { kirimJson, pesanGalat } from "../../api/panggil.js";
import { Kredensial } from "../../api/skema.js";
import { kotak, tombol } from "../../bagian/dasar.js";
import { IKON } from "../../bagian/ikon.js";
import { ganti, h, ikon } from "../../dom.js";
import { salinTeks } from "../../salin.js";

const TAMPIL_DETIK = 120;

export interface SifatKredensial {
  readonly idTugas: string;
  readonly sudahDilihat: boolean;
  /** What the person is to do with it. */
  readonly ajakan: string;
  /** Lets the person ask for a new one after the first has been shown (reset-manual). */
  readonly bolehBaru: boolean;
}

export interface KotakKredensial {
  readonly elemen: HTMLElement;
  tutup(): void;
}

/** The box, with nothing secret in it until its button is pressed. */
export function kotakKredensial(sifat: SifatKredensial): KotakKredensial {
  const isi = h("div", { class: "rp-kredensial-isi", "aria-live": "polite" });
  let jam: ReturnType<typeof setInterval> | undefined;
  const bersihkan = (lagi: HTMLElement) => {
    clearInterval(jam);
    jam = undefined;
    ganti(isi, lagi);
  };
  const minta = async (baru: boolean) => {
    ganti(isi, h("p", { class: "rp-kosong" }, "Mengambil …"));
    try {
      const alamat = `/api/tugas/${encodeURIComponent(sifat.idTugas)}/kredensial`;
      tampilkan(await kirimJson(alamat, baru ? { baru: true } : {}, Kredensial));
    } catch (sebab) {
      bersihkan(h("div", {}, kotak("bahaya", pesanGalat(sebab)), ...tawaranLagi()));
    }
  };
  const tawaranLagi = () =>
    sifat.bolehBaru ? [tombol("Buat kata sandi baru dan tampilkan sekali", () => void minta(true))] : [];
  const sudahHilang = () =>
    h(
      "div",
      {},
      h("p", {}, "Kata sandi sudah ditampilkan dan tidak dapat dilihat lagi."),
      sifat.bolehBaru
        ? h("p", { class: "rp-bantuan" }, "Belum sempat dipakai? Buat yang baru; yang lama tidak berlaku lagi.")
        : null,
      tawaranLagi(),
    );
  const tampilkan = (k: Kredensial) => {
    const sisa = h("span", { class: "rp-angka" }, String(TAMPIL_DETIK));
    ganti(
      isi,
      rincian(k, sisa, () => bersihkan(sudahHilang())),
    );
    let detik = TAMPIL_DETIK;
    jam = setInterval(() => {
      detik -= 1;
      sisa.textContent = String(detik);
      if (detik <= 0) bersihkan(sudahHilang());
    }, 1000);
  };
  const pergi = () => jam !== undefined && bersihkan(sudahHilang());
  addEventListener("pagehide", pergi);
  ganti(
    isi,
    sifat.sudahDilihat
      ? sudahHilang()
      : [
          h("p", {}, sifat.ajakan),
          kotak("awas", "Kata sandi hanya ditampilkan satu kali, selama dua menit, dan dicatat siapa yang melihatnya."),
          tombol("Tampilkan sekali", () => void minta(false), { class: "rp-tombol rp-utama" }),
        ],
  );
  return {
    elemen: h("section", { class: "rp-bagian rp-kredensial" }, h("h3", {}, "Kredensial"), isi),
    tutup: () => {
      removeEventListener("pagehide", pergi);
      clearInterval(jam);
      isi.replaceChildren();
    },
  };
}

function rincian(k: Kredensial, sisa: HTMLElement, tutup: () => void): HTMLElement {
  return h(
    "div",
    { class: "rp-rahasia" },
    k.userId ? barisSalin("User ID", k.userId) : null,
    barisSalin("Kata sandi", k.kataSandi),
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
