/** `/modeler/`: shows the diagram in force with its SOP rows; editing comes later. */
import "../src/web/tanpa-eval.js";
import "../src/web/gaya/halaman.css";
import "./penampil.css";
import { GalatApi, galatBalasan, pesanGalat } from "../src/web/api/panggil.js";
import { kotak, tombol } from "../src/web/bagian/dasar.js";
import { ganti, h } from "../src/web/dom.js";
import { bukaDiagram } from "./diagram.js";
import { barisUrut } from "./keterangan.js";
import { buatPanel } from "./panel.js";

async function ambilDiagram(): Promise<string> {
  const balasan = await fetch("/api/proses/diagram", { credentials: "same-origin" }).catch(() => undefined);
  if (balasan?.ok) return balasan.text();
  throw galatBalasan(balasan?.status ?? 0, await balasan?.json().catch(() => undefined));
}

const tombolIkon = (teks: string, nama: string, kerja: () => void) =>
  tombol(teks, kerja, { class: "rp-tombol rp-tipis", "aria-label": nama, title: nama });

async function mulai(): Promise<void> {
  const wadah = h("div", { class: "rp-kanvas", role: "img", "aria-label": "Diagram proses" });
  const alat = h("div", { class: "rp-baris-tombol" });
  const badan = h("main", { class: "rp-penampil-badan" }, wadah);
  ganti(
    document.body,
    h(
      "header",
      { class: "rp-penampil-atas" },
      h(
        "div",
        {},
        h("a", { href: "/" }, "← Beranda"),
        h("h1", {}, "Penampil diagram"),
        h("span", { class: "rp-kecil" }, "Diagram yang sedang berlaku, hanya untuk dibaca."),
      ),
      alat,
    ),
    badan,
  );
  try {
    const diagram = await bukaDiagram(wadah, await ambilDiagram());
    const panel = buatPanel(barisUrut(diagram.semua()), diagram.pilih);
    diagram.saatDipilih(panel.tampilkan);
    panel.tampilkan(undefined);
    badan.append(panel.elemen);
    ganti(
      alat,
      tombolIkon("−", "Perkecil", () => diagram.perbesar(0.8)),
      tombolIkon("+", "Perbesar", () => diagram.perbesar(1.25)),
      tombol("Tampilkan semua", diagram.muatSemua, { class: "rp-tombol rp-tipis" }),
    );
    diagram.muatSemua();
  } catch (sebab) {
    const masuk = sebab instanceof GalatApi && sebab.status === 401;
    const jalan = masuk
      ? h("a", { class: "rp-tombol", href: "/camunda/app/tasklist/default/#/" }, "Masuk")
      : tombol("Coba lagi", () => void mulai());
    const pesan = masuk ? "Masuk lebih dahulu untuk melihat diagram." : pesanGalat(sebab);
    ganti(badan, h("div", { class: "rp-penampil-galat" }, kotak(masuk ? "info" : "bahaya", h("p", {}, pesan), jalan)));
  }
}

void mulai();
