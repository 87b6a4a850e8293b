/** The bar above the canvas: what is open, whether it is saved, and what can be done with it. */
import { tombol } from "../../../src/web/bagian/dasar.js";
import { IKON } from "../../../src/web/bagian/ikon.js";
import { type Anak, h, ikon } from "../../../src/web/dom.js";
import { type Butir, buatMenu } from "../bagian/menu.js";
import { jamMenit } from "../bagian/tanggal.js";
import { bahasa, pilihBahasa, t } from "../bahasa/bahasa.js";
import { dokumenTerbuka } from "../berkas/dokumen-sop.js";
import type { Bus, Pemodel, TumpukanPerintah } from "../bpmn/jenis.js";
import type { Keadaan } from "../draf/penyimpan.js";
import type { Terbuka } from "../terbuka.js";
import { bukaBantuan } from "./bantuan.js";
import { lencana, lencanaDraf } from "./daftar.js";

interface Kepala {
  readonly elemen: HTMLElement;
  keadaan(k: Keadaan): void;
}
/** What the buttons do; one that is absent has no button. */
export interface Tindakan {
  daftar(): void;
  cari(): void;
  simulasi(): void;
  berkas(): readonly Butir[];
  /** Goes on to the pages that bring a draft into force. */
  berlaku?(): void;
  /** Makes a draft of what is read; absent where the person may not. */
  ubah?(): void;
  /** Present where the diagram is edited. */
  readonly penyunting?: Pemodel;
}

const URUNGKAN = "M8 5 3 10l5 5v-3.5h5a4 4 0 0 1 0 8H8v2h5a6 6 0 0 0 0-12H8Z";
const ULANGI = "m16 5 5 5-5 5v-3.5h-5a4 4 0 0 0 0 8h5v2h-5a6 6 0 0 1 0-12h5Z";
const MAIN = "M7 4v16l13-8Z";

const tombolIkon = (jalur: string, nama: string, kerja: () => void): HTMLButtonElement =>
  tombol(ikon(jalur), kerja, { class: "rp-tombol-ikon", "aria-label": nama, title: nama });

function urungUlang(p: Pemodel): HTMLElement {
  const tumpukan = p.get("commandStack") as TumpukanPerintah;
  const urung = tombolIkon(URUNGKAN, t("Undo"), () => tumpukan.undo());
  const ulang = tombolIkon(ULANGI, t("Redo"), () => tumpukan.redo());
  const segarkan = (): void => {
    urung.disabled = !tumpukan.canUndo();
    ulang.disabled = !tumpukan.canRedo();
  };
  (p.get("eventBus") as Bus).on(["commandStack.changed", "import.done"], segarkan);
  segarkan();
  return h("span", { class: "m-pasangan" }, urung, ulang);
}

const tentang = (x: Terbuka): Anak =>
  x.jenis === "draf"
    ? [lencanaDraf(x.draf.keadaan), h("span", { class: "rp-kecil" }, t("Draft by {oleh}", { oleh: x.draf.oleh }))]
    : [
        lencana(x.versi.keadaan, x.versi.keadaan === "berlaku" ? "rp-nada-baik" : ""),
        h(
          "span",
          { class: "rp-kecil" },
          t("Version {versi}", { versi: x.versi.versi }),
          x.versi.tag ? ` · ${x.versi.tag}` : "",
        ),
      ];

function menuSop(x: Terbuka): Anak {
  const tautan = dokumenTerbuka(x);
  if (tautan.length === 0) return null;
  const keterangan = x.jenis === "draf" ? { keterangan: t("of the version in force, not of this draft") } : {};
  return buatMenu([ikon(IKON.unduh), t("SOP document"), " ▾"], t("The SOP as an official document"), () =>
    tautan.map((l) => ({ ...l, ...keterangan })),
  );
}

function kata(k: Keadaan): string {
  if (k.jenis === "tersimpan") return t("Saved at {jam}", { jam: jamMenit(k.kapan) });
  if (k.jenis === "menyimpan") return t("Saving …");
  if (k.jenis === "bentrok") return t("Waiting for your decision");
  return k.aman
    ? t("Not on the server yet: kept in this browser. {pesan}", { pesan: k.pesan })
    : t("Not saved: neither the server nor this browser takes it. Save as a file. {pesan}", { pesan: k.pesan });
}

/** The bar for what is open; its `keadaan` is to be told whenever saving gets on or fails. */
export function buatKepala(x: Terbuka, tindakan: Tindakan): Kepala {
  const status = h("span", { class: "m-status", role: "status" });
  const lain = bahasa() === "id" ? "en" : "id";
  const gantiBahasa = (): void => {
    pilihBahasa(lain);
    location.reload();
  };
  const elemen = h(
    "header",
    { class: "m-atas" },
    h(
      "div",
      { class: "m-judul" },
      h(
        "a",
        { href: "/", class: "m-pulang", title: t("Home") },
        ikon(IKON.kiri),
        h("span", { class: "rp-sembunyi" }, t("Home")),
      ),
      tombol([x.judul, " ▾"], tindakan.daftar, {
        class: "rp-tombol m-nama",
        title: t("Processes and versions"),
        "aria-haspopup": "dialog",
      }),
      h("h1", { class: "rp-sembunyi" }, t("Process modeler"), ": ", x.judul),
      tentang(x),
      status,
    ),
    h(
      "div",
      { class: "m-alat", role: "toolbar", "aria-label": t("Tools") },
      tindakan.penyunting ? urungUlang(tindakan.penyunting) : null,
      tindakan.penyunting ? tombolIkon(IKON.cari, t("Search in the diagram"), tindakan.cari) : null,
      tombol([ikon(MAIN), t("Simulate")], tindakan.simulasi, { class: "rp-tombol rp-tipis" }),
      buatMenu([ikon(IKON.berkas), t("File"), " ▾"], t("Open, save and export"), tindakan.berkas),
      menuSop(x),
      tombol(lain === "en" ? "English" : "Bahasa Indonesia", gantiBahasa, { class: "rp-tombol rp-tipis", lang: lain }),
      tombol("?", bukaBantuan, {
        class: "rp-tombol-ikon",
        "aria-label": t("Keyboard shortcuts"),
        title: t("Keyboard shortcuts"),
      }),
      tindakan.berlaku ? tombol(t("Bring into force"), tindakan.berlaku, { class: "rp-tombol rp-utama" }) : null,
      tindakan.ubah ? tombol(t("Change"), tindakan.ubah, { class: "rp-tombol rp-utama" }) : null,
    ),
  );
  return {
    elemen,
    keadaan: (k) => {
      status.textContent = kata(k);
      status.dataset.keadaan = k.jenis;
    },
  };
}
