/** The one account that a manual task is about, and what went wrong with it. */
import type { Tugas } from "../../api/skema.js";
import { bagianJudul, daftarIstilah, kotak } from "../../bagian/dasar.js";
import { h } from "../../dom.js";
import { nipKelompok } from "../../teks.js";

/** Why this is done by hand: in the worker's words, or `cadangan` where it left none. */
export function kotakKendala(kendala: string | null | undefined, cadangan: string): HTMLElement {
  return kotak("awas", h("strong", {}, "Tidak dapat dikerjakan otomatis"), h("p", {}, kendala || cadangan));
}

/** The account's data; empty when the task has none. */
export function akunTugas({ akunDiproses: a, hasil }: Tugas): HTMLElement[] {
  if (!a) return [];
  return [
    bagianJudul(
      "Akun",
      daftarIstilah([
        ["Nama", a.nama],
        ["NIP", h("span", { class: "rp-angka" }, nipKelompok(a.nip))],
        ["Peran", a.peran],
        ["User ID SPSE", hasil?.userId || a.userId || "Belum diketahui"],
        ["Alamat e-Pesan", a.epesan],
      ]),
    ),
  ];
}
