/** The list of processes with their versions and drafts. */

import { pesanGalat } from "../../../src/web/api/panggil.js";
import { kotak, tombol } from "../../../src/web/bagian/dasar.js";
import { type Anak, ganti, h } from "../../../src/web/dom.js";
import { api } from "../api/api.js";
import type { BarisDraf } from "../api/skema-draf.js";
import type { Proses, Versi } from "../api/skema-versi.js";
import { bukaLembar, tanya } from "../bagian/lembar.js";
import { waktuLengkap } from "../bagian/tanggal.js";
import { t } from "../bahasa/bahasa.js";
import { tautanSop } from "../berkas/dokumen-sop.js";

const NADA: Readonly<Record<BarisDraf["keadaan"], string>> = {
  disusun: "rp-nada-jalan",
  diajukan: "rp-nada-awas",
  disetujui: "rp-nada-baik",
  ditolak: "rp-nada-buruk",
  diterapkan: "",
};

/** The state of a draft or version as a badge. */
export const lencana = (keadaan: string, nada = ""): HTMLElement =>
  h("span", { class: `rp-lencana ${nada}` }, t(`state:${keadaan}`));
/** The same with the colour of how far its approval has come. */
export const lencanaDraf = (keadaan: BarisDraf["keadaan"]): HTMLElement => lencana(keadaan, NADA[keadaan]);

const tabel = (nama: string, kepala: readonly string[], baris: Anak): HTMLElement =>
  h(
    "div",
    { class: "m-gulung" },
    h(
      "table",
      { class: "m-tabel" },
      h("caption", { class: "rp-sembunyi" }, nama),
      h(
        "thead",
        {},
        h(
          "tr",
          {},
          kepala.map((k) => h("th", { scope: "col" }, k)),
        ),
      ),
      h("tbody", {}, baris),
    ),
  );

/** Links to the SOP document of a version, in the three formats that offices use. */
const selSop = (kunci: string, versi: number): Anak =>
  tautanSop(kunci, versi)
    .slice(0, 3)
    .map(({ teks, alamat }, i) => [
      i > 0 ? " · " : "",
      h(
        "a",
        {
          href: alamat,
          target: "_blank",
          rel: "noopener",
          "aria-label": `${t("SOP document")}, ${t("Version {versi}", { versi })}, ${teks}`,
        },
        teks.replace(/ .*/, ""),
      ),
    ]);

function barisVersi(kunci: string, v: Versi, tutup: () => void): HTMLElement {
  return h(
    "tr",
    {},
    h(
      "td",
      {},
      h("a", { href: `#/versi/${encodeURIComponent(v.id)}`, onclick: tutup }, t("Version {versi}", { versi: v.versi })),
    ),
    h("td", {}, lencana(v.keadaan, v.keadaan === "berlaku" ? "rp-nada-baik" : "")),
    h("td", {}, v.tag ?? "–"),
    h("td", {}, waktuLengkap(v.diterapkan)),
    h("td", {}, v.oleh ?? "–"),
    h("td", { class: "m-lebar" }, v.catatan ?? "–"),
    h("td", { class: "m-angka" }, v.permohonanBerjalan),
    h("td", {}, selSop(kunci, v.versi)),
  );
}

function barisDraf(d: BarisDraf, tutup: () => void, hapus: (() => void) | undefined): HTMLElement {
  return h(
    "tr",
    {},
    h("td", { class: "m-lebar" }, h("a", { href: `#/draf/${encodeURIComponent(d.id)}`, onclick: tutup }, d.judul)),
    h("td", {}, lencanaDraf(d.keadaan)),
    h("td", {}, d.oleh),
    h("td", {}, waktuLengkap(d.diubah)),
    h("td", {}, hapus ? tombol(t("Delete"), hapus, { class: "rp-tombol rp-tipis rp-bahaya" }) : null),
  );
}

async function bagianProses(p: Proses, boleh: boolean, tutup: () => void, segarkan: () => void): Promise<HTMLElement> {
  const versi = await api.versi(p.kunci);
  const hapus = (d: BarisDraf) => async (): Promise<void> => {
    const yakin = await tanya(
      t("Delete the draft “{judul}”?", { judul: d.judul }),
      h("p", {}, t("It cannot be brought back.")),
      [
        { nilai: "ya", teks: t("Delete"), bahaya: true },
        { nilai: "tidak", teks: t("Keep it"), utama: true },
      ],
    );
    if (yakin !== "ya") return;
    await api.hapusDraf(d.id);
    segarkan();
  };
  const terhapus = (d: BarisDraf): boolean => boleh && d.keadaan !== "diterapkan" && d.keadaan !== "diajukan";
  return h(
    "section",
    { class: "m-proses" },
    h("h3", {}, p.nama),
    h("h4", {}, t("Drafts")),
    p.draf.length === 0
      ? h("p", { class: "rp-kosong" }, t("No drafts. Open the version in force and choose “Change”."))
      : tabel(
          t("Drafts"),
          [t("Title"), t("State"), t("By"), t("Changed"), ""],
          p.draf.map((d) => barisDraf(d, tutup, terhapus(d) ? () => void hapus(d)() : undefined)),
        ),
    h("h4", {}, t("Versions")),
    versi.length === 0
      ? h("p", { class: "rp-kosong" }, t("New process: none of its drafts has been brought into force yet."))
      : tabel(
          t("Versions"),
          [
            t("Version"),
            t("State"),
            t("Tag"),
            t("In force since"),
            t("By"),
            t("Note"),
            t("Running requests"),
            t("SOP document"),
          ],
          versi.map((v) => barisVersi(p.kunci, v, tutup)),
        ),
  );
}

/** Opens the list as a sheet. */
export function bukaDaftar(boleh: boolean): void {
  const isi = h("div", { class: "m-daftar" });
  const { tutup } = bukaLembar(t("Processes and versions"), isi);
  const isiUlang = async (): Promise<void> => {
    ganti(isi, h("p", { class: "m-kosong" }, t("Loading …")));
    try {
      const proses = await api.proses();
      ganti(
        isi,
        proses.length === 0
          ? h("p", { class: "m-kosong" }, t("No process is in force yet."))
          : await Promise.all(proses.map((p) => bagianProses(p, boleh, tutup, () => void isiUlang()))),
      );
    } catch (sebab) {
      ganti(
        isi,
        kotak(
          "bahaya",
          h("p", {}, pesanGalat(sebab)),
          tombol(t("Try again"), () => void isiUlang()),
        ),
      );
    }
  };
  void isiUlang();
}
