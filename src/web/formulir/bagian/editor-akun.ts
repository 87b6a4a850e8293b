/** The editor of the list of accounts: rows to add and remove, and a table pasted from a spreadsheet. */
import { tombol } from "../../bagian/dasar.js";
import { IKON } from "../../bagian/ikon.js";
import { ganti, h, idBaru, ikon } from "../../dom.js";
import { uuidBaru } from "../../teks.js";
import { objekIsian, teksIsian } from "../isian.js";
import { type BarisAkun, bacaTempelan, miripTabel } from "../tempel-akun.js";
import { bidangAkun } from "./bidang-akun.js";
import type { Bagian } from "./keputusan.js";
import { kabarkanPerubahan } from "./kotak-unggah.js";

const MAKSIMUM = 50;

interface Baris {
  readonly elemen: HTMLElement;
  readonly kosong: () => boolean;
  readonly nilai: () => Record<string, unknown>;
  readonly nomori: (i: number) => void;
  readonly fokus: () => void;
}

/** The editor; its value is `{akun: […]}`. `awal` may be accounts or parts of accounts (from a draft). */
export function editorAkun(awal: readonly unknown[]): Bagian {
  let baris: Baris[] = [];
  const wadah = h("div", { class: "rp-akun-daftar" });
  const tetapkan = (baru: readonly Baris[]) => {
    baris = baru.length > 0 ? [...baru] : [buat({})];
    baris.forEach((b, i) => {
      b.nomori(i);
    });
    ganti(
      wadah,
      baris.map((b) => b.elemen),
    );
    e.tambah.disabled = baris.length >= MAKSIMUM;
  };
  const buat = (isi: unknown): Baris => {
    const b: Baris = buatBaris(isi, () => {
      const i = baris.indexOf(b);
      ubah(baris.filter((x) => x !== b));
      (baris[i] ?? baris.at(-1))?.fokus();
    });
    return b;
  };
  const ubah = (baru: readonly Baris[]) => {
    tetapkan(baru);
    kabarkanPerubahan(e.elemen);
  };
  const tempel = (teks: string) => {
    const terisi = baris.filter((b) => !b.kosong());
    const semua = bacaTempelan(teks);
    const masuk = semua.slice(0, MAKSIMUM - terisi.length);
    ubah([...terisi, ...masuk.map(buat)]);
    e.kabar.textContent = kabarTempel(masuk, semua.length);
  };
  const e = kerangka(wadah, tempel, () => {
    ubah([...baris, buat({})]);
    baris.at(-1)?.fokus();
  });
  tetapkan(awal.map(buat));
  return { elemen: e.elemen, nilai: () => ({ akun: baris.map((b) => b.nilai()) }) };
}

function kerangka(wadah: HTMLElement, tempel: (teks: string) => void, tambahBaris: () => void) {
  const kabar = h("p", { class: "rp-kecil", role: "status" });
  const tambah = tombol([ikon(IKON.tambah), "Tambah akun"], tambahBaris);
  const idGalat = idBaru("galat");
  const elemen = h(
    "fieldset",
    { class: "rp-editor-akun", "data-jalur": "akun", "aria-describedby": idGalat },
    h("legend", {}, "Akun yang dimohonkan"),
    h(
      "p",
      { class: "rp-bantuan" },
      "Isi persis seperti di surat. Punya daftarnya di Excel? Salin barisnya, lalu tempel (Ctrl+V) di salah satu kolom di bawah.",
    ),
    h("p", { class: "rp-galat", id: idGalat, hidden: true }),
    wadah,
    h("div", { class: "rp-baris-tombol" }, tambah, kabar),
  );
  elemen.addEventListener("paste", (e) => {
    const teks = e.clipboardData?.getData("text/plain") ?? "";
    if (!miripTabel(teks)) return;
    e.preventDefault();
    tempel(teks);
  });
  return { elemen, tambah, kabar };
}

function kabarTempel(masuk: readonly BarisAkun[], terbaca: number): string {
  if (masuk.length === 0) return "Tidak ada akun yang terbaca dari tempelan itu.";
  const lebih =
    terbaca > masuk.length ? ` ${terbaca - masuk.length} baris tidak dimasukkan (paling banyak ${MAKSIMUM}).` : "";
  return `${masuk.length} akun dimasukkan dari tempelan; periksa setiap NIP, karena Excel dapat membulatkannya.${lebih}`;
}

function buatBaris(isi: unknown, hapus: () => void): Baris {
  const isian = objekIsian(isi);
  const id = teksIsian(isian, "id") || uuidBaru();
  const b = bidangAkun(isian);
  const judul = h("span", { class: "rp-akun-nomor" });
  const buang = tombol([ikon(IKON.silang), "Hapus"], hapus, { class: "rp-tombol rp-tipis" });
  const elemen = h(
    "div",
    { class: "rp-akun", role: "group" },
    h("div", { class: "rp-akun-kepala" }, judul, buang),
    h("div", { class: "rp-akun-bidang" }, b.elemen),
  );
  return {
    elemen,
    kosong: b.kosong,
    nilai: () => ({ id, ...b.nilai() }),
    fokus: b.fokus,
    nomori: (i) => {
      judul.textContent = `Akun ${i + 1}`;
      elemen.setAttribute("aria-label", `Akun ${i + 1}`);
      buang.setAttribute("aria-label", `Hapus akun ${i + 1}`);
      b.jalur(`akun.${i}`);
    },
  };
}
