/** `/modeler/berlaku/`: from a draft to the version in force. The view follows the hash: `#/`, `#/audit`, `#/draf/<id>/<step>`. */
import "../../../src/web/tanpa-eval.js";
import "../../../src/web/gaya/halaman.css";
import "../../../src/web/gaya/isian.css";
import "../../../src/web/gaya/beranda.css";
import "./berlaku.css";
import "./perbedaan.css";
import "./langkah.css";
import { GalatApi, pesanGalat } from "../../../src/web/api/panggil.js";
import { kotak, tombol } from "../../../src/web/bagian/dasar.js";
import { type Anak, ganti, h } from "../../../src/web/dom.js";
import { api } from "../api/api.js";
import type { Saya } from "../api/skema.js";
import type { Draf } from "../api/skema-draf.js";
import { bahasa, pilihBahasa, t } from "../bahasa/bahasa.js";
import { halamanAudit } from "./audit.js";
import { halamanDaftar, lencanaDraf } from "./daftar.js";
import { kenalkan, namaOrang } from "./orang.js";
import { langkahPemindahan } from "./pemindahan.js";
import { langkahPenerapan } from "./penerapan.js";

const LANGKAH = [
  ["perbedaan", t("Difference")],
  ["uji", t("Trial run")],
  ["persetujuan", t("Approval")],
  ["penerapan", t("Deployment")],
  ["pemindahan", t("Running requests")],
] as const;
type Langkah = (typeof LANGKAH)[number][0];

const utama = h("main", { class: "bl-utama", id: "utama" });

/** Loads the page anew in the other language. */
function tombolBahasa(): HTMLElement {
  const lain = bahasa() === "id" ? "en" : "id";
  const ganti = (): void => {
    pilihBahasa(lain);
    location.reload();
  };
  return tombol(lain === "en" ? "English" : "Bahasa Indonesia", ganti, { class: "rp-tombol rp-tipis", lang: lain });
}

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
          { class: "rp-baris-tombol", "aria-label": t("Parts") },
          h("a", { href: "#/" }, t("Drafts and versions")),
          h("a", { href: "#/audit" }, t("Record of changes")),
          h("a", { href: "/modeler/" }, t("Editor")),
          tombolBahasa(),
        ),
        h("span", { class: "rp-kecil" }, saya.nama),
      ),
    ),
    utama,
  );
}

async function tampilkan(saya: Saya): Promise<void> {
  const [, bagian = "", id = "", langkah = "perbedaan"] = location.hash.split("/").map(decodeURIComponent);
  const isi = h("div", { class: "bl-tumpuk" }, h("p", { class: "rp-kecil", role: "status" }, t("Loading …")));
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
    ? h("a", { href: "#/" }, t("To the list of drafts and versions"))
    : tombol(t("Try again"), () => void tampilkan(saya));

async function halamanPemindahan(isi: HTMLElement, kunci: string, saya: Saya): Promise<void> {
  const tempat = h("div", {});
  ganti(isi, h("h1", {}, t("Requests under way")), tempat);
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
    h(
      "span",
      { class: "rp-kecil" },
      t("Revision {revisi}, last changed by {oleh}", { revisi: draf.revisi, oleh: namaOrang(draf.diubahOleh) }),
    ),
    h("a", { href: `/modeler/#/draf/${draf.id}` }, t("Open in the editor")),
  ),
  h(
    "nav",
    { class: "bl-langkah", "aria-label": t("Steps into force") },
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
  document.documentElement.lang = bahasa();
  document.title = `${t("Bringing changes of the SOP into force")} · LPSE`;
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
          h("p", {}, masuk ? t("Sign in first to see drafts and versions.") : pesanGalat(sebab)),
          masuk
            ? h("a", { class: "rp-tombol", href: "/camunda/app/tasklist/default/#/" }, t("Sign in"))
            : tombol(t("Try again"), () => void mulai()),
        ),
      ),
    );
  }
}

void mulai();
