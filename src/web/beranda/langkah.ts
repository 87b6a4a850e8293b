/** The eleven steps of one request: what, who, in what state, when, until when. */
import type { Kalender } from "../../calendar/calendar.js";
import type { Keadaan, LangkahPermohonan } from "../api/skema.js";
import { teksSop } from "../bagian/dasar.js";
import { labelLangkah } from "../bagian/label-status.js";
import { lencana } from "../bagian/lencana.js";
import { type Anak, h } from "../dom.js";
import { saatSingkat } from "../waktu.js";
import { tenggatKata } from "./kemajuan.js";

const saat = (iso: string) => saatSingkat(new Date(iso));

/** When a step ran and until when, in words; undefined for a step that has not begun. Pure. */
export function kataWaktu(l: LangkahPermohonan, sekarang: Date, kalender: Kalender | undefined): string | undefined {
  if (l.keadaan === "selesai" && l.selesai) {
    return `Selesai ${saat(l.selesai)}${l.terlambat && l.tenggat ? `, melewati tenggat ${saat(l.tenggat)}` : ""}`;
  }
  if (!l.mulai) return undefined;
  const tenggat = l.tenggat ? `, tenggat ${tenggatKata(new Date(l.tenggat), sekarang, kalender)}` : "";
  return `Mulai ${saat(l.mulai)}${tenggat}`;
}

/** The steps as they are to be read: in a request that is over, nothing is still to come. Pure. */
export function langkahTampil(langkah: readonly LangkahPermohonan[], keadaan: Keadaan): LangkahPermohonan[] {
  if (keadaan === "berjalan") return [...langkah];
  return langkah.map((l) => (l.keadaan === "belum" ? { ...l, keadaan: "dilewati" } : l));
}

function baris(l: LangkahPermohonan, sekarang: Date, kalender: Kalender | undefined): HTMLElement {
  const oleh = (l.oleh ?? []).map((o) => o.nama).join(", ");
  const waktu = kataWaktu(l, sekarang, kalender);
  const kecil = (isi: Anak, kelas = "") => h("p", { class: `rp-kecil ${kelas}` }, isi);
  return h(
    "li",
    { class: `rp-langkah-${l.keadaan}` },
    h("span", { class: "rp-langkah-nomor", "aria-hidden": "true" }, l.nomor),
    h(
      "div",
      {},
      h("p", {}, h("span", { class: "rp-sembunyi" }, `Langkah ${l.nomor}: `), teksSop(l.aktivitas)),
      kecil([l.pelaksana, oleh ? `: ${oleh}` : "", l.keadaan === "belum" ? `, waktu ${l.waktu}` : ""]),
      waktu ? kecil(waktu, l.terlambat ? "rp-teks-telat" : "") : null,
      (l.kali ?? 0) > 1 ? kecil(`Dijalani ${l.kali} kali`) : null,
    ),
    lencana(labelLangkah[l.keadaan]),
  );
}

/** The steps of a request as a list, each with its actor, state and time left. */
export const gambarLangkah = (
  langkah: readonly LangkahPermohonan[],
  sekarang: Date,
  kalender: Kalender | undefined,
): HTMLElement =>
  h(
    "ol",
    { class: "rp-langkah" },
    langkah.map((l) => baris(l, sekarang, kalender)),
  );
