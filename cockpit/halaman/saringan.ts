/** The conditions above the list: status, lane, unit, SOP row, text; kept for this browser tab. */
import { ganti, h } from "../../src/web/dom.js";
import type { Ringkas, Status } from "../api/skema.js";
import { type Pilihan, type Saringan, TANPA_SARINGAN } from "../api/sla.js";
import { bahasa, teks } from "../teks/index.js";
import { angka } from "../waktu.js";
import { lencana } from "./lencana.js";

const SIMPANAN = "lpse-sla-saringan";
/** Typing pauses this long before the list follows, in ms. */
const JEDA_KETIK = 250;
const STATUS: readonly Status[] = ["lewat", "mendekati", "aman"];

/** The conditions of the address (`#/sla?status=lewat`), else those last used in this tab. */
export function saringanAwal(hash: string, simpanan: string | null): Saringan {
  const dariAlamat = Object.fromEntries(new URLSearchParams(hash.split("?")[1] ?? ""));
  const asal = Object.keys(dariAlamat).length > 0 ? dariAlamat : bacaSimpanan(simpanan);
  return {
    status: asal.status ?? "",
    lajur: asal.lajur ?? "",
    satker: asal.satker ?? "",
    nomor: asal.nomor ?? "",
    cari: asal.cari ?? "",
  };
}

function bacaSimpanan(simpanan: string | null): Partial<Record<keyof Saringan, string>> {
  try {
    const isi: unknown = JSON.parse(simpanan ?? "{}");
    return typeof isi === "object" && isi !== null ? isi : {};
  } catch {
    return {};
  }
}

interface BilahSaringan {
  readonly elemen: HTMLElement;
  saringan(): Saringan;
  hitungan(ringkas: Ringkas | undefined): void;
  pilihan(bidang: "lajur" | "satker" | "nomor", isi: readonly Pilihan[]): void;
  kosongkan(): void;
}

/** Makes the bar; `ubah` is called with the conditions whenever they change. */
export function createSaringan(ubah: (saringan: Saringan) => void): BilahSaringan {
  const t = teks();
  let saringan = saringanAwal(location.hash, sessionStorage.getItem(SIMPANAN));
  const setel = (bagian: Partial<Saringan>) => {
    saringan = { ...saringan, ...bagian };
    sessionStorage.setItem(SIMPANAN, JSON.stringify(saringan));
    tunjuk();
    ubah(saringan);
  };
  const menu = (bidang: "lajur" | "satker" | "nomor", label: string, semua: string) => {
    const pilih = h("select", {
      class: "form-control input-sm",
      "aria-label": label,
      onchange: () => setel({ [bidang]: pilih.value }),
    });
    const isi = (pilihan: readonly Pilihan[]) => {
      const dipakai = saringan[bidang];
      const asing = dipakai !== "" && !pilihan.some((p) => p.id === dipakai) ? [{ id: dipakai, nama: dipakai }] : [];
      ganti(
        pilih,
        [{ id: "", nama: semua }, ...asing, ...pilihan].map((p) => h("option", { value: p.id }, p.nama)),
      );
      pilih.value = dipakai;
    };
    isi([]);
    return { pilih, isi };
  };
  const menus = {
    lajur: menu("lajur", t.lajur, t.semuaLajur),
    satker: menu("satker", t.satker, t.semuaSatker),
    nomor: menu("nomor", t.langkah, t.semuaLangkah),
  };
  let tunggu: ReturnType<typeof setTimeout> | undefined;
  const cari = h("input", {
    type: "search",
    class: "form-control input-sm sla-cari",
    placeholder: t.cari,
    "aria-label": t.cari,
    value: saringan.cari,
    oninput: () => {
      clearTimeout(tunggu);
      tunggu = setTimeout(() => setel({ cari: cari.value.trim() }), JEDA_KETIK);
    },
  });
  const jumlah = Object.fromEntries(STATUS.map((s) => [s, h("span", { class: "sla-jumlah" })]));
  const tombolStatus = (["", ...STATUS] as const).map((s) =>
    h(
      "button",
      { type: "button", class: "btn btn-default btn-sm", "data-status": s, onclick: () => setel({ status: s }) },
      s === "" ? t.semua : [lencana(s), " ", jumlah[s]],
    ),
  );
  const bersih = h("button", { type: "button", class: "btn btn-link btn-sm", onclick: () => kosongkan() }, t.bersihkan);
  const kosongkan = () => {
    cari.value = "";
    for (const { pilih } of Object.values(menus)) pilih.value = "";
    setel(TANPA_SARINGAN);
  };
  const tunjuk = () => {
    for (const b of tombolStatus) b.setAttribute("aria-pressed", String(b.dataset.status === saringan.status));
    bersih.hidden = Object.values(saringan).every((nilai) => nilai === "");
  };
  tunjuk();

  const elemen = h(
    "form",
    { class: "sla-saringan", role: "search", onsubmit: (p) => p.preventDefault() },
    h("div", { class: "btn-group", role: "group", "aria-label": t.status }, tombolStatus),
    Object.values(menus).map(({ pilih }) => pilih),
    cari,
    bersih,
  );
  return {
    elemen,
    saringan: () => saringan,
    hitungan(ringkas) {
      for (const s of STATUS) {
        const tempat = jumlah[s];
        if (tempat && ringkas) tempat.textContent = angka(ringkas[s], bahasa());
      }
    },
    pilihan: (bidang, isi) => menus[bidang].isi(isi),
    kosongkan,
  };
}
