/** The first view: processes with their version in force, open drafts, all versions with the way back. */
import { kotak, tombol } from "../../../src/web/bagian/dasar.js";
import { type Anak, ganti, h } from "../../../src/web/dom.js";
import { saatSingkat } from "../../../src/web/waktu.js";
import { api, type BarisDraf, type Saya, type VersiRiwayat } from "./api.js";
import { kerjakan } from "./isian.js";
import { namaOrang } from "./orang.js";

const KEADAAN = {
  disusun: ["Disusun", ""],
  diajukan: ["Menunggu persetujuan", "rp-nada-awas"],
  disetujui: ["Disetujui", "rp-nada-baik"],
  ditolak: ["Ditolak", "rp-nada-buruk"],
  diterapkan: ["Sudah diterapkan", "rp-nada-jalan"],
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
        saya.bolehSunting ? drafBaru(p.kunci) : null,
        tabelVersi(versi, saya),
        versi.some((v) => v.keadaan === "digantikan")
          ? h(
              "p",
              {},
              h(
                "a",
                { href: `#/pemindahan/${encodeURIComponent(p.kunci)}` },
                "Pindahkan permohonan yang masih berjalan pada versi lama",
              ),
            )
          : null,
      );
    }),
  );
  ganti(
    tempat,
    h("h1", {}, "Memberlakukan perubahan SOP"),
    bagian.length > 0 ? bagian : kotak("info", h("p", {}, "Belum ada proses yang berlaku.")),
  );
}

const draf = (daftar: readonly BarisDraf[]): Anak =>
  daftar.length === 0
    ? h("p", { class: "rp-kecil" }, "Belum ada draf. Draf dibuat dan disunting di penyunting diagram.")
    : h(
        "ul",
        { class: "bl-draf" },
        daftar.map((d) =>
          h(
            "li",
            {},
            h("a", { href: `#/draf/${d.id}/perbedaan` }, h("strong", {}, d.judul)),
            h("span", { class: "rp-kecil" }, `Diubah ${saatSingkat(d.diubah)} oleh ${namaOrang(d.diubahOleh)}`),
            lencanaDraf(d.keadaan),
          ),
        ),
      );

function drafBaru(kunci: string): HTMLElement {
  const pesan = h("div", {});
  const buat = tombol(
    "Buat draf dari versi yang berlaku",
    () =>
      void kerjakan(buat, pesan, async () => {
        const { id } = await api.buatDraf(kunci, `Draf ${saatSingkat(new Date())}`);
        location.assign(`/modeler/#/draf/${id}`);
      }),
  );
  return h("div", { class: "bl-tumpuk" }, pesan, h("div", {}, buat));
}

const TANDA = {
  berlaku: ["Berlaku", "rp-nada-baik"],
  digantikan: ["Digantikan, masih ada yang berjalan", "rp-nada-awas"],
  lama: ["Lama", ""],
} as const;

function tabelVersi(versi: readonly VersiRiwayat[], saya: Saya): HTMLElement {
  const pesan = h("div", {});
  return h(
    "div",
    { class: "bl-tumpuk" },
    h("h3", {}, "Versi"),
    pesan,
    h(
      "div",
      { class: "bl-gulir", role: "region", "aria-label": "Daftar versi", tabindex: "0" },
      h(
        "table",
        { class: "bl-tabel" },
        h(
          "thead",
          {},
          h(
            "tr",
            {},
            ["Versi", "Keadaan", "Diterapkan", "Catatan", "Berjalan", "Tindakan"].map((t) =>
              h("th", { scope: "col" }, t),
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

function barisVersi(v: VersiRiwayat, saya: Saya, pesan: HTMLElement): HTMLElement {
  const kembali = tombol(
    "Kembalikan",
    () =>
      void kerjakan(kembali, pesan, async () => {
        const { id } = await api.kembalikan(v.id);
        location.hash = `#/draf/${id}/perbedaan`;
      }),
    { class: "rp-tombol rp-tipis", "aria-label": `Kembalikan versi ${v.versi}` },
  );
  const oleh = v.oleh
    ? `oleh ${namaOrang(v.oleh)}, disetujui ${namaOrang(v.disetujuiOleh ?? "–")}`
    : "pemasangan sistem";
  return h(
    "tr",
    {},
    h("th", { scope: "row" }, `${v.versi}${v.tag ? ` (${v.tag})` : ""}`),
    h("td", {}, h("span", { class: `rp-lencana ${TANDA[v.keadaan][1]}` }, TANDA[v.keadaan][0])),
    h("td", {}, v.diterapkan ? saatSingkat(v.diterapkan) : "–", h("br", {}), h("span", { class: "rp-kecil" }, oleh)),
    h("td", {}, v.catatan ?? "–"),
    h("td", {}, v.permohonanBerjalan),
    h("td", {}, saya.bolehSunting && v.keadaan !== "berlaku" ? kembali : "–"),
  );
}
