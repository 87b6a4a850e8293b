/** The accounts of a request, one block each: a table would not fit Tasklist's column. */
import type { AkunBerstatus } from "../api/skema.js";
import { h } from "../dom.js";
import { nipKelompok } from "../teks.js";
import { labelAkun } from "./label-status.js";
import { lencana } from "./lencana.js";

function butir(a: AkunBerstatus, denganStatus: boolean): HTMLElement {
  const userId = a.hasilUserId || a.userId;
  return h(
    "li",
    {},
    h("p", { class: "rp-akun-nama" }, h("strong", {}, a.nama), denganStatus ? lencana(labelAkun[a.status]) : null),
    h(
      "p",
      { class: "rp-kecil rp-akun-data" },
      h("span", {}, a.peran),
      h("span", { class: "rp-angka" }, `NIP ${nipKelompok(a.nip)}`),
      h("span", {}, userId ? `User ID ${userId}` : "User ID tidak disebut"),
      h("span", {}, a.epesan),
    ),
    denganStatus && a.keterangan ? h("p", { class: "rp-kecil" }, a.keterangan) : null,
  );
}

/** `denganStatus` adds what has become of each account. */
export const daftarAkun = (akun: readonly AkunBerstatus[], denganStatus: boolean): HTMLElement =>
  h(
    "ol",
    { class: "rp-akun-ringkas" },
    akun.map((a) => butir(a, denganStatus)),
  );
