/** `/modeler/berlaku/`: from a draft to the version in force. The view follows the hash: `#/`, `#/audit`, `#/draf/<id>/<step>`. */
import "../../../src/web/tanpa-eval.js";
import "../../../src/web/gaya/halaman.css";
import "../../../src/web/gaya/isian.css";
import "../../../src/web/gaya/beranda.css";
import "./berlaku.css";
import { pesanGalat } from "../../../src/web/api/panggil.js";
import { kotak, tombol } from "../../../src/web/bagian/dasar.js";
import { type Anak, ganti, h } from "../../../src/web/dom.js";
import { api, type Draf, GalatApi, type Saya } from "./api.js";
import { halamanAudit } from "./audit.js";
import { halamanDaftar, lencanaDraf } from "./daftar.js";
import { kenalkan, namaOrang } from "./orang.js";
import { langkahPemindahan } from "./pemindahan.js";
import { langkahPenerapan } from "./penerapan.js";

const LANGKAH = [
  ["perbedaan", "Perbedaan"],
  ["uji", "Uji coba"],
  ["persetujuan", "Persetujuan"],
  ["penerapan", "Penerapan"],
  ["pemindahan", "Permohonan berjalan"],
] as const;
type Langkah = (typeof LANGKAH)[number][0];

const utama = h("main", { class: "bl-utama", id: "utama" });

function kerangka(saya: Saya): void {
  ganti(
    document.body,
    h(
      "header",
      { class: "rp-atas" },
      h(
        "div",
        {},
        h("a", { class: "rp-merek", href: "/" }, "LPSE · Reset Password SPSE"),
        h(
          "nav",
          { class: "rp-baris-tombol", "aria-label": "Bagian" },
          h("a", { href: "#/" }, "Draf dan versi"),
          h("a", { href: "#/audit" }, "Catatan perubahan"),
          h("a", { href: "/modeler/" }, "Penyunting diagram"),
        ),
        h("span", { class: "rp-kecil" }, saya.nama),
      ),
    ),
    utama,
  );
}

async function tampilkan(saya: Saya): Promise<void> {
  const [, bagian = "", id = "", langkah = "perbedaan"] = location.hash.split("/").map(decodeURIComponent);
  const isi = h("div", { class: "bl-tumpuk" }, h("p", { class: "rp-kecil", role: "status" }, "Memuat…"));
  ganti(utama, isi);
  try {
    if (bagian === "audit") await halamanAudit(isi);
    else if (bagian === "draf") await halamanDraf(isi, id, langkah, saya);
    else if (bagian === "pemindahan") await halamanPemindahan(isi, id, saya);
    else await halamanDaftar(isi, saya);
  } catch (sebab) {
    ganti(isi, kotak("bahaya", h("p", {}, pesanGalat(sebab)), masukAtauLagi(sebab, saya)));
  }
}

const masukAtauLagi = (sebab: unknown, saya: Saya): HTMLElement =>
  sebab instanceof GalatApi && sebab.status === 404
    ? h("a", { href: "#/" }, "Ke daftar draf dan versi")
    : tombol("Coba lagi", () => void tampilkan(saya));

async function halamanPemindahan(isi: HTMLElement, kunci: string, saya: Saya): Promise<void> {
  const tempat = h("div", {});
  ganti(isi, h("h1", {}, "Permohonan yang sedang berjalan"), tempat);
  await langkahPemindahan(tempat, kunci, saya);
}

async function halamanDraf(isi: HTMLElement, id: string, langkah: string, saya: Saya): Promise<void> {
  const draf = await api.draf(id);
  const pilihan = LANGKAH.find(([nama]) => nama === langkah)?.[0] ?? "perbedaan";
  const tempat = h("div", { class: "bl-tumpuk" });
  const kepala = h("div", { class: "bl-kepala" });
  const isiKepala = (d: Draf) => ganti(kepala, ...kepalaDraf(d, pilihan));
  isiKepala(draf);
  ganti(isi, kepala, tempat);
  await gambarLangkah(pilihan, tempat, draf, saya, async () => isiKepala(await api.draf(id)));
}

const kepalaDraf = (draf: Draf, pilihan: Langkah): Anak[] => [
  h(
    "div",
    { class: "bl-judul" },
    h("h1", {}, draf.judul),
    lencanaDraf(draf.keadaan),
    h("span", { class: "rp-kecil" }, `Revisi ${draf.revisi}, terakhir diubah ${namaOrang(draf.diubahOleh)}`),
    h("a", { href: `/modeler/#/draf/${draf.id}` }, "Buka di penyunting"),
  ),
  h(
    "nav",
    { class: "bl-langkah", "aria-label": "Langkah memberlakukan" },
    h(
      "ol",
      {},
      LANGKAH.map(([nama, judul]) =>
        h(
          "li",
          {},
          h(
            "a",
            {
              href: `#/draf/${draf.id}/${nama}`,
              "aria-current": nama === pilihan ? "step" : null,
              class: sudah(draf, nama) ? "bl-sudah" : null,
            },
            judul,
          ),
        ),
      ),
    ),
  ),
];

/** Is this step behind the draft? */
function sudah(draf: Draf, langkah: Langkah): boolean {
  if (langkah === "uji") return draf.uji?.keadaan === "lulus" && draf.uji.revisi === draf.revisi;
  if (langkah === "persetujuan") return draf.keadaan === "disetujui" || draf.keadaan === "diterapkan";
  return langkah === "penerapan" && draf.keadaan === "diterapkan";
}

async function gambarLangkah(
  langkah: Langkah,
  tempat: HTMLElement,
  draf: Draf,
  saya: Saya,
  segarkan: () => Promise<void>,
): Promise<void> {
  const muatUlang = () => void tampilkan(saya);
  if (langkah === "penerapan") return langkahPenerapan(tempat, draf, saya, muatUlang);
  if (langkah === "pemindahan") return langkahPemindahan(tempat, draf.kunci, saya);
  // The drawing part of bpmn-js is loaded only where something is drawn.
  if (langkah === "uji") return (await import("./uji.js")).langkahUji(tempat, draf, saya, () => void segarkan());
  if (langkah === "persetujuan")
    return (await import("./persetujuan.js")).langkahPersetujuan(tempat, draf, saya, muatUlang);
  return (await import("./perbedaan.js")).langkahPerbedaan(tempat, draf);
}

async function mulai(): Promise<void> {
  try {
    const saya = await api.saya();
    kenalkan(saya.orang);
    kerangka(saya);
    addEventListener("hashchange", () => void tampilkan(saya));
    await tampilkan(saya);
  } catch (sebab) {
    const masuk = sebab instanceof GalatApi && sebab.status === 401;
    ganti(
      document.body,
      h(
        "main",
        { class: "bl-utama" },
        kotak(
          masuk ? "info" : "bahaya",
          h("p", {}, masuk ? "Masuk lebih dahulu untuk melihat draf dan versi." : pesanGalat(sebab)),
          masuk
            ? h("a", { class: "rp-tombol", href: "/camunda/app/tasklist/default/#/" }, "Masuk")
            : tombol("Coba lagi", () => void mulai()),
        ),
      ),
    );
  }
}

void mulai();
