/** Step 1: what the draft changes against the version in force, on both diagrams and as a list. */
import { kotak } from "../../../src/web/bagian/dasar.js";
import { type Anak, ganti, h } from "../../../src/web/dom.js";
import { api } from "../api/api.js";
import type { Draf, Perubahan } from "../api/skema-draf.js";
import { t } from "../bahasa/bahasa.js";
import { istilah } from "./istilah.js";
import { gambar, type Kanvas, kaitkan } from "./kanvas.js";

const JENIS = {
  ubah: { kata: t("Changed"), kelas: "bl-ubah" },
  tambah: { kata: t("Added"), kelas: "bl-tambah" },
  hapus: { kata: t("Removed"), kelas: "bl-hapus" },
  pindah: { kata: t("Shifted"), kelas: "bl-pindah" },
} as const;

/** Draws the step into its place. */
export async function langkahPerbedaan(tempat: HTMLElement, draf: Draf): Promise<void> {
  ganti(tempat, h("p", { class: "rp-kecil", role: "status" }, t("Comparing …")));
  const beda = await api.beda(draf.id);
  if (beda.terhadap === null) return prosesBaru(tempat, draf, beda.perubahan);
  const lama = await api.xml(beda.terhadap);
  const [kiri, kanan] = [h("div", { class: "bl-kanvas" }), h("div", { class: "bl-kanvas" })];
  const daftar = h("div", {
    class: "bl-daftar-beda",
    role: "region",
    "aria-label": t("List of changes"),
    tabindex: "0",
  });
  ganti(
    tempat,
    draf.dasar !== beda.terhadap && draf.keadaan !== "diterapkan"
      ? kotak(
          "awas",
          h(
            "p",
            {},
            t(
              "Another version has come into force since this draft was made. The differences below are to that version; they include changes of others that would be lost.",
            ),
          ),
        )
      : null,
    h(
      "div",
      {},
      h(
        "div",
        { class: "bl-dua" },
        h(
          "figure",
          {},
          h("figcaption", {}, draf.keadaan === "diterapkan" ? t("Version in force") : t("In force now")),
          kiri,
        ),
        h("figure", {}, h("figcaption", {}, t("This draft")), kanan),
      ),
      daftar,
    ),
  );
  const [k1, k2] = await Promise.all([gambar(kiri, lama), gambar(kanan, draf.xml)]);
  kaitkan(k1, k2);
  k1.muat();
  k2.muat();
  for (const p of beda.perubahan) for (const k of [k1, k2]) k.tandai(p.elemen, JENIS[p.jenis].kelas);
  isiDaftar(daftar, beda.perubahan, pemilih([k1, k2], daftar));
}

/** Nothing is in force that a new process could be compared with: the draft itself, and what it holds. */
async function prosesBaru(tempat: HTMLElement, draf: Draf, perubahan: readonly Perubahan[]): Promise<void> {
  const wadah = h("div", { class: "bl-kanvas bl-kanvas-tinggi" });
  const daftar = h("div", {
    class: "bl-daftar-beda",
    role: "region",
    "aria-label": t("List of changes"),
    tabindex: "0",
  });
  ganti(
    tempat,
    kotak("info", h("p", {}, t("A new process: there is no version in force to compare it with."))),
    h("figure", {}, h("figcaption", {}, t("This draft")), wadah),
    h(
      "details",
      { class: "rp-lipat" },
      h("summary", {}, t("What it holds ({banyak})", { banyak: perubahan.length })),
      daftar,
    ),
  );
  const k = await gambar(wadah, draf.xml);
  k.muat();
  isiDaftar(daftar, perubahan, pemilih([k], daftar));
}

/** Choosing a change shows it on both diagrams, and the other way round. */
function pemilih(kanvas: readonly Kanvas[], daftar: HTMLElement): (elemen: string) => void {
  let terpilih: string | undefined;
  const pilih = (elemen: string) => {
    for (const k of kanvas) {
      if (terpilih !== undefined) k.lepas(terpilih, "bl-terpilih");
      k.tandai(elemen, "bl-terpilih");
    }
    terpilih = elemen;
    kanvas.find((k) => k.ada(elemen))?.tunjuk(elemen);
    for (const tombol of daftar.querySelectorAll<HTMLElement>("button[data-elemen]"))
      tombol.setAttribute("aria-pressed", String(tombol.dataset.elemen === elemen));
  };
  for (const k of kanvas)
    k.saatDitekan((id) => {
      const tombol = [...daftar.querySelectorAll<HTMLElement>("button[data-elemen]")].find(
        (b) => b.dataset.elemen === id,
      );
      if (!tombol) return;
      pilih(id);
      tombol.scrollIntoView({ block: "nearest" });
    });
  return pilih;
}

function isiDaftar(wadah: HTMLElement, perubahan: readonly Perubahan[], pilih: (elemen: string) => void): void {
  const isi = perubahan.filter((p) => p.jenis !== "pindah");
  const pindah = perubahan.filter((p) => p.jenis === "pindah");
  if (perubahan.length === 0) {
    ganti(wadah, kotak("info", h("p", {}, t("This draft is the same as the version in force: nothing has changed."))));
    return;
  }
  ganti(
    wadah,
    h("h2", {}, ringkasan(isi.length, pindah.length)),
    isi.length > 0
      ? h(
          "ul",
          { class: "bl-perubahan" },
          isi.map((p) => satu(p, pilih)),
        )
      : null,
    pindah.length > 0
      ? h(
          "details",
          { class: "rp-lipat", open: isi.length === 0 },
          h("summary", {}, t("Only shifted in the drawing ({banyak})", { banyak: pindah.length })),
          h(
            "ul",
            { class: "bl-perubahan" },
            pindah.map((p) => satu(p, pilih)),
          ),
        )
      : null,
  );
}

const ringkasan = (isi: number, pindah: number): string =>
  isi === 0
    ? t("Only the drawing has changed")
    : pindah === 0
      ? t("{isi} changes", { isi })
      : t("{isi} changes, {pindah} of the drawing only", { isi, pindah });

const nilai = (teks: string): Anak =>
  teks === "" ? h("i", { class: "rp-kecil" }, t("none")) : teks.replace(/<\/?i>/g, "");

const satu = (p: Perubahan, pilih: (elemen: string) => void): HTMLElement =>
  h(
    "li",
    {},
    h(
      "button",
      { type: "button", "aria-pressed": "false", "data-elemen": p.elemen, onclick: () => pilih(p.elemen) },
      h("span", { class: `bl-lencana ${JENIS[p.jenis].kelas}` }, JENIS[p.jenis].kata),
      h("strong", {}, istilah(p.nama)),
    ),
    p.jenis === "hapus" || p.rincian.length === 0
      ? null
      : h(
          "dl",
          {},
          p.rincian.map((r) =>
            h(
              "div",
              {},
              h("dt", {}, istilah(r.sifat)),
              h(
                "dd",
                {},
                p.jenis === "ubah"
                  ? [h("del", {}, nilai(r.lama)), h("span", { class: "bl-panah", "aria-label": t("becomes") }, " → ")]
                  : null,
                h("ins", {}, nilai(r.baru)),
              ),
            ),
          ),
        ),
  );
