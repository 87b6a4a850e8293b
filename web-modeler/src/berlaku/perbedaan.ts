/** Step 1: what the draft changes against the version in force, on both diagrams and as a list. */
import { kotak } from "../../../src/web/bagian/dasar.js";
import { type Anak, ganti, h } from "../../../src/web/dom.js";
import { api, type Draf, type Perubahan } from "./api.js";
import { gambar, type Kanvas, kaitkan } from "./kanvas.js";

const JENIS = {
  ubah: { kata: "Diubah", kelas: "bl-ubah" },
  tambah: { kata: "Ditambah", kelas: "bl-tambah" },
  hapus: { kata: "Dihapus", kelas: "bl-hapus" },
  pindah: { kata: "Dipindah", kelas: "bl-pindah" },
} as const;

/** Draws the step into its place. */
export async function langkahPerbedaan(tempat: HTMLElement, draf: Draf): Promise<void> {
  ganti(tempat, h("p", { class: "rp-kecil", role: "status" }, "Membandingkan…"));
  const beda = await api.beda(draf.id);
  const lama = await api.xml(beda.terhadap);
  const [kiri, kanan] = [h("div", { class: "bl-kanvas" }), h("div", { class: "bl-kanvas" })];
  const daftar = h("div", { class: "bl-daftar-beda", role: "region", "aria-label": "Daftar perubahan", tabindex: "0" });
  ganti(
    tempat,
    draf.dasar !== beda.terhadap && draf.keadaan !== "diterapkan"
      ? kotak(
          "awas",
          h(
            "p",
            {},
            "Versi lain sudah diterapkan setelah draf ini dibuat. Perbedaan di bawah terhadap versi yang berlaku sekarang, termasuk perubahan orang lain yang akan hilang.",
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
          h("figcaption", {}, draf.keadaan === "diterapkan" ? "Versi yang berlaku" : "Sekarang berlaku"),
          kiri,
        ),
        h("figure", {}, h("figcaption", {}, "Draf ini"), kanan),
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
        (t) => t.dataset.elemen === id,
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
    ganti(wadah, kotak("info", h("p", {}, "Draf ini sama dengan versi yang berlaku: belum ada perubahan.")));
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
          h("summary", {}, `Hanya berpindah tempat pada gambar (${pindah.length})`),
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
  isi === 0 ? "Hanya gambar yang berubah" : `${isi} perubahan${pindah > 0 ? `, ${pindah} pada gambar saja` : ""}`;

const nilai = (teks: string): Anak =>
  teks === "" ? h("i", { class: "rp-kecil" }, "tidak ada") : teks.replace(/<\/?i>/g, "");

const satu = (p: Perubahan, pilih: (elemen: string) => void): HTMLElement =>
  h(
    "li",
    {},
    h(
      "button",
      { type: "button", "aria-pressed": "false", "data-elemen": p.elemen, onclick: () => pilih(p.elemen) },
      h("span", { class: `bl-lencana ${JENIS[p.jenis].kelas}` }, JENIS[p.jenis].kata),
      h("strong", {}, p.nama),
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
              h("dt", {}, r.sifat),
              h(
                "dd",
                {},
                p.jenis === "ubah"
                  ? [h("del", {}, nilai(r.lama)), h("span", { class: "bl-panah", "aria-label": "menjadi" }, " → ")]
                  : null,
                h("ins", {}, nilai(r.baru)),
              ),
            ),
          ),
        ),
  );
