/** Who did what with drafts and versions, newest first. */
import { tombol } from "../../../src/web/bagian/dasar.js";
import { ganti, h } from "../../../src/web/dom.js";
import { api } from "../api/api.js";
import type { BarisAudit } from "../api/skema.js";
import { waktuSingkat } from "../bagian/tanggal.js";
import { t } from "../bahasa/bahasa.js";

const TINDAKAN: Readonly<Record<string, string>> = {
  "modeler.draf-buat": t("Made a draft"),
  "modeler.draf-ubah": t("Changed a draft"),
  "modeler.draf-hapus": t("Deleted a draft"),
  "modeler.dasarkan-ulang": t("Set a draft upon another version"),
  "modeler.uji": t("Began a trial run"),
  "modeler.ajukan": t("Submitted a draft"),
  "modeler.setuju": t("Approved a draft"),
  "modeler.tolak": t("Rejected a draft"),
  "modeler.komentar": t("Made a remark"),
  "modeler.grup": t("Made a group of staff"),
  "modeler.terapkan": t("Brought a version into force"),
  "modeler.migrasi": t("Moved requests"),
  "modeler.migrasi-selesai": t("Moving ended"),
};

const LABEL: Readonly<Record<string, string>> = {
  judul: t("Title"),
  revisi: t("Revision"),
  keadaanSemula: t("Before"),
  dasar: t("Based on"),
  dari: t("From"),
  catatan: t("Note"),
  komentar: t("Remark"),
  elemen: t("At"),
  versi: t("Version"),
  tag: t("Version tag"),
  tenggat: t("Due dates"),
  jumlah: t("Requests"),
  pindah: t("Moved"),
  gagal: t("Failed"),
  nama: t("Name"),
};
const NILAI: Readonly<Record<string, string>> = { hitungUlang: t("counted anew"), tetap: t("kept") };

/** A definition's id holds its version; everything else stands as it is. */
const kata = (nilai: string | number | boolean | null): string => {
  const versi = /^[\w-]+:(\d+):[\w-]+$/.exec(String(nilai))?.[1];
  return versi ? t("version {versi}", { versi }) : (NILAI[String(nilai)] ?? String(nilai));
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
    h("td", {}, waktuSingkat(b.waktu)),
    h("td", {}, b.namaOleh),
    h("td", {}, TINDAKAN[b.tindakan] ?? b.tindakan),
    h("td", { class: "rp-kecil" }, rincian(b)),
  );

/** Draws the list, a page at a time. */
export async function halamanAudit(tempat: HTMLElement): Promise<void> {
  const isi = h("tbody", {});
  const lagi = tombol(t("Show older ones"), () => void tambah());
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
    h("h1", {}, t("Record of changes")),
    isi.children.length === 0
      ? h("p", { class: "rp-kecil" }, t("Nothing has been recorded yet."))
      : h(
          "div",
          { class: "bl-gulir", role: "region", "aria-label": t("Record of changes"), tabindex: "0" },
          h(
            "table",
            { class: "bl-tabel" },
            h(
              "thead",
              {},
              h(
                "tr",
                {},
                [t("Time"), t("By"), t("Act"), t("Details")].map((k) => h("th", { scope: "col" }, k)),
              ),
            ),
            isi,
          ),
        ),
    h("div", {}, lagi),
  );
}
