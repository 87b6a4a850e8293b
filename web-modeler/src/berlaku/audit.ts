/** Who did what with drafts and versions, newest first. */
import { tombol } from "../../../src/web/bagian/dasar.js";
import { ganti, h } from "../../../src/web/dom.js";
import { saatSingkat } from "../../../src/web/waktu.js";
import { api, type BarisAudit } from "./api.js";

const TINDAKAN: Readonly<Record<string, string>> = {
  "modeler.draf-buat": "Membuat draf",
  "modeler.draf-ubah": "Mengubah draf",
  "modeler.draf-hapus": "Menghapus draf",
  "modeler.dasarkan-ulang": "Mendasarkan ulang draf",
  "modeler.uji": "Menjalankan uji coba",
  "modeler.ajukan": "Mengajukan draf",
  "modeler.setuju": "Menyetujui draf",
  "modeler.tolak": "Menolak draf",
  "modeler.komentar": "Memberi komentar",
  "modeler.terapkan": "Menerapkan versi",
  "modeler.migrasi": "Memindahkan permohonan",
  "modeler.migrasi-selesai": "Pemindahan selesai",
};

const LABEL: Readonly<Record<string, string>> = {
  judul: "Judul",
  revisi: "Revisi",
  keadaanSemula: "Semula",
  dasar: "Dasar",
  dari: "Dari",
  catatan: "Catatan",
  komentar: "Komentar",
  elemen: "Pada",
  versi: "Versi",
  tag: "Tanda versi",
  tenggat: "Tenggat",
  jumlah: "Permohonan",
  pindah: "Dipindahkan",
  gagal: "Gagal",
};
const NILAI: Readonly<Record<string, string>> = { hitungUlang: "dihitung ulang", tetap: "dibiarkan" };

/** A definition's id holds its version; everything else stands as it is. */
const kata = (nilai: string | number | boolean | null): string => {
  const versi = /^[\w-]+:(\d+):[\w-]+$/.exec(String(nilai))?.[1];
  return versi ? `versi ${versi}` : (NILAI[String(nilai)] ?? String(nilai));
};

const rincian = (b: BarisAudit): string =>
  Object.entries(b.rincian ?? {})
    .flatMap(([nama, nilai]) =>
      nilai === null || nilai === "" || !LABEL[nama] ? [] : [`${LABEL[nama]}: ${kata(nilai)}`],
    )
    .join("; ");

const baris = (b: BarisAudit): HTMLElement =>
  h(
    "tr",
    {},
    h("td", {}, saatSingkat(b.waktu)),
    h("td", {}, b.namaOleh),
    h("td", {}, TINDAKAN[b.tindakan] ?? b.tindakan),
    h("td", { class: "rp-kecil" }, rincian(b)),
  );

/** Draws the list, a page at a time. */
export async function halamanAudit(tempat: HTMLElement): Promise<void> {
  const isi = h("tbody", {});
  const lagi = tombol("Tampilkan yang lebih lama", () => void tambah());
  let terakhir: number | undefined;
  const tambah = async () => {
    const daftar = await api.audit(terakhir);
    terakhir = daftar.at(-1)?.id;
    isi.append(...daftar.map(baris));
    lagi.hidden = daftar.length < 50;
  };
  await tambah();
  ganti(
    tempat,
    h("h1", {}, "Catatan perubahan"),
    isi.children.length === 0
      ? h("p", { class: "rp-kecil" }, "Belum ada catatan.")
      : h(
          "div",
          { class: "bl-gulir", role: "region", "aria-label": "Catatan perubahan", tabindex: "0" },
          h(
            "table",
            { class: "bl-tabel" },
            h(
              "thead",
              {},
              h(
                "tr",
                {},
                ["Waktu", "Oleh", "Tindakan", "Rincian"].map((t) => h("th", { scope: "col" }, t)),
              ),
            ),
            isi,
          ),
        ),
    h("div", {}, lagi),
  );
}
