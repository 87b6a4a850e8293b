/** A page of its own for one document: `/dokumen/?id=…&nama=…`. */
import "../tanpa-eval.js";
import "../gaya/halaman.css";
import "../gaya/dokumen.css";
import { alamatDokumen } from "../api/unggah.js";
import { kotak } from "../bagian/dasar.js";
import { IKON } from "../bagian/ikon.js";
import { h, ikon } from "../dom.js";
import { buatPratinjau } from "../pdf/pratinjau.js";

const tanya = new URLSearchParams(location.search);
const id = tanya.get("id");
const nama = tanya.get("nama") || "Dokumen";

function tampilkan(idDokumen: string): void {
  document.title = `${nama} · LPSE`;
  const pratinjau = buatPratinjau();
  const unduh = h(
    "a",
    { href: alamatDokumen(idDokumen), download: nama, class: "rp-tombol" },
    ikon(IKON.unduh),
    "Unduh",
  );
  document.body.append(
    h("main", { class: "rp-satu-dokumen" }, h("header", {}, h("h1", {}, nama), unduh), pratinjau.elemen),
  );
  pratinjau.buka(alamatDokumen(idDokumen), nama);
}

if (id) tampilkan(id);
else
  document.body.append(
    h("main", { class: "rp-satu-dokumen" }, kotak("bahaya", "Alamat ini tidak menunjuk dokumen mana pun.")),
  );
