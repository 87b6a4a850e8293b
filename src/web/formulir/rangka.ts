/** The frame of every form: head, notices, what is to be read, the documents, and what is to be filled in. */

import type { Riwayat } from "../../proses/variabel.js";
import { bagianJudul, tombol } from "../bagian/dasar.js";
import { daftarRiwayat } from "../bagian/riwayat.js";
import { ganti, h } from "../dom.js";
import { panelDokumen } from "../pdf/panel-dokumen.js";
import type { Kepala } from "./bagian/kepala.js";
import type { Lembar } from "./lembar.js";

/** A mounted form; `tutup` ends what it still shows or counts, such as a password. */
export interface Rangka {
  readonly elemen: HTMLElement;
  /** Locks what is to be filled in until the task is claimed; reading stays possible. */
  kunci(terkunci: boolean): void;
  tutup(): void;
}

interface IsiRangka {
  readonly kepala: Kepala;
  readonly lembar: Lembar;
  readonly riwayat: readonly Riwayat[];
  /** The colleague who has taken the task, by name. */
  readonly dipegang?: string | undefined;
  /** Given when a draft has been restored. */
  readonly buangDraf?: (() => void) | undefined;
}

const RIWAYAT_TERBUKA = 3;
const DETAK_MS = 30_000;
const KLAIM =
  "Anda belum mengambil tugas ini. Tekan “Klaim tugas” di atas formulir untuk mengisinya; isi permohonan dan dokumen sudah dapat dibaca.";
const rekan = (nama: string) =>
  `Tugas ini sedang dikerjakan ${nama}. Anda dapat membaca isi permohonan dan dokumennya; untuk mengerjakannya, mintalah ${nama} melepaskan tugas ini.`;

function kotakDraf(buang: () => void): HTMLElement {
  return h(
    "div",
    { class: "rp-kotak rp-kotak-info", role: "status" },
    h("span", {}, "Isian yang belum terkirim dipulihkan. "),
    tombol("Buang dan mulai dari awal", buang, { class: "rp-tombol rp-tipis" }),
  );
}

/** Puts the parts together. */
export function rangka({ kepala, lembar, riwayat, dipegang, buangDraf }: IsiRangka): Rangka {
  const panel = lembar.dokumen.length > 0 ? panelDokumen(lembar.dokumen) : undefined;
  const klaim = h("p", { class: "rp-kotak rp-kotak-info", role: "status", hidden: true });
  const galat = h("div", { class: "rp-galat-ringkas", role: "alert", tabindex: -1, hidden: true });
  const isian = h("div", { class: "rp-tumpuk" }, lembar.jawab);
  const baca = [
    ...lembar.baca,
    ...(riwayat.length > 0 ? [bagianJudul("Riwayat keputusan", daftarRiwayat(riwayat, RIWAYAT_TERBUKA))] : []),
  ];
  const badan = h(
    "div",
    { class: `rp-badan${panel ? " rp-berdokumen" : ""}` },
    baca.length > 0 ? h("div", { class: "rp-kolom-baca rp-tumpuk" }, baca) : null,
    panel ? h("div", { class: "rp-kolom-dokumen" }, bagianJudul("Dokumen", panel.elemen)) : null,
    h("div", { class: "rp-kolom-jawab rp-tumpuk" }, buangDraf ? kotakDraf(buangDraf) : null, galat, isian),
  );
  const jam = setInterval(() => kepala.detak(new Date()), DETAK_MS);
  return {
    elemen: h("div", { class: "rp-wadah" }, kepala.elemen, klaim, badan),
    kunci: (terkunci) => {
      isian.inert = terkunci;
      klaim.hidden = !terkunci;
      ganti(klaim, dipegang === undefined ? KLAIM : rekan(dipegang));
    },
    tutup: () => {
      clearInterval(jam);
      panel?.tutup();
      lembar.tutup?.();
    },
  };
}
