/** The first view: processes with their version in force, open drafts, all versions with the way back. */
import { kotak, tombol } from "../../../src/web/bagian/dasar.js";
import { type Anak, ganti, h } from "../../../src/web/dom.js";
import { api } from "../api/api.js";
import type { Saya } from "../api/skema.js";
import type { BarisDraf } from "../api/skema-draf.js";
import type { Versi } from "../api/skema-versi.js";
import { waktuSingkat } from "../bagian/tanggal.js";
import { t } from "../bahasa/bahasa.js";
import { kerjakan } from "./isian.js";
import { namaOrang } from "./orang.js";

const KEADAAN = {
  disusun: [t("Being written"), ""],
  diajukan: [t("Waiting for approval"), "rp-nada-awas"],
  disetujui: [t("Approved"), "rp-nada-baik"],
  ditolak: [t("Rejected"), "rp-nada-buruk"],
  diterapkan: [t("Brought into force"), "rp-nada-jalan"],
} as const;

/** A draft's state as a badge. */
export const lencanaDraf = (keadaan: BarisDraf["keadaan"]): HTMLElement =>
  h("span", { class: `rp-lencana ${KEADAAN[keadaan][1]}` }, KEADAAN[keadaan][0]);

/** Draws the list. */
export async function halamanDaftar(tempat: HTMLElement, saya: Saya): Promise<void> {
  const proses = await api.proses();
  const bagian = await Promise.all(
    proses.map(async (p) => {
      const versi = await api.versi(p.kunci);
      return h(
        "section",
        { class: "rp-lembar" },
        h("h2", {}, p.nama),
        draf(p.draf),
        saya.bolehSunting && p.berlaku ? drafBaru(p.kunci) : null,
        p.berlaku
          ? tabelVersi(versi, saya)
          : h("p", {}, t("A new process: it is in force once a draft has gone through all steps.")),
        versi.some((v) => v.keadaan === "digantikan")
          ? h(
              "p",
              {},
              h(
                "a",
                { href: `#/pemindahan/${encodeURIComponent(p.kunci)}` },
                t("Move the requests that still run on an old version"),
              ),
            )
          : null,
      );
    }),
  );
  ganti(
    tempat,
    h("h1", {}, t("Bringing changes of the SOP into force")),
    bagian.length > 0 ? bagian : kotak("info", h("p", {}, t("No process is in force yet."))),
  );
}

const draf = (daftar: readonly BarisDraf[]): Anak =>
  daftar.length === 0
    ? h("p", { class: "rp-kecil" }, t("No drafts yet. Drafts are made and edited in the editor."))
    : h(
        "ul",
        { class: "bl-draf" },
        daftar.map((d) =>
          h(
            "li",
            {},
            h("a", { href: `#/draf/${d.id}/perbedaan` }, h("strong", {}, d.judul)),
            h(
              "span",
              { class: "rp-kecil" },
              t("Changed {kapan} by {oleh}", { kapan: waktuSingkat(d.diubah), oleh: namaOrang(d.diubahOleh) }),
            ),
            lencanaDraf(d.keadaan),
          ),
        ),
      );

function drafBaru(kunci: string): HTMLElement {
  const pesan = h("div", {});
  const buat = tombol(
    t("Make a draft of the version in force"),
    () =>
      void kerjakan(buat, pesan, async () => {
        const { id } = await api.buatDraf({
          kunci,
          judul: t("Draft of {kapan}", { kapan: waktuSingkat(new Date()) }),
          dasar: null,
        });
        location.assign(`/modeler/#/draf/${id}`);
      }),
  );
  return h("div", { class: "bl-tumpuk" }, pesan, h("div", {}, buat));
}

const TANDA = {
  berlaku: [t("In force"), "rp-nada-baik"],
  digantikan: [t("Replaced, requests still run on it"), "rp-nada-awas"],
  lama: [t("Old"), ""],
} as const;

function tabelVersi(versi: readonly Versi[], saya: Saya): HTMLElement {
  const pesan = h("div", {});
  return h(
    "div",
    { class: "bl-tumpuk" },
    h("h3", {}, t("Versions")),
    pesan,
    h(
      "div",
      { class: "bl-gulir", role: "region", "aria-label": t("List of versions"), tabindex: "0" },
      h(
        "table",
        { class: "bl-tabel" },
        h(
          "thead",
          {},
          h(
            "tr",
            {},
            [t("Version"), t("State"), t("In force since"), t("Note"), t("Running"), t("Act")].map((k) =>
              h("th", { scope: "col" }, k),
            ),
          ),
        ),
        h(
          "tbody",
          {},
          versi.map((v) => barisVersi(v, saya, pesan)),
        ),
      ),
    ),
  );
}

function barisVersi(v: Versi, saya: Saya, pesan: HTMLElement): HTMLElement {
  const kembali = tombol(
    t("Bring back"),
    () =>
      void kerjakan(kembali, pesan, async () => {
        const { id } = await api.kembalikan(v.id);
        location.hash = `#/draf/${id}/perbedaan`;
      }),
    { class: "rp-tombol rp-tipis", "aria-label": t("Bring back version {versi}", { versi: v.versi }) },
  );
  const oleh = v.oleh
    ? t("by {oleh}, approved by {penyetuju}", { oleh: namaOrang(v.oleh), penyetuju: namaOrang(v.disetujuiOleh ?? "–") })
    : t("set up with the system");
  return h(
    "tr",
    {},
    h("th", { scope: "row" }, `${v.versi}${v.tag ? ` (${v.tag})` : ""}`),
    h("td", {}, h("span", { class: `rp-lencana ${TANDA[v.keadaan][1]}` }, TANDA[v.keadaan][0])),
    h("td", {}, v.diterapkan ? waktuSingkat(v.diterapkan) : "–", h("br", {}), h("span", { class: "rp-kecil" }, oleh)),
    h("td", {}, v.catatan ?? "–"),
    h("td", {}, v.permohonanBerjalan),
    h("td", {}, saya.bolehSunting && v.keadaan !== "berlaku" ? kembali : "–"),
  );
}
