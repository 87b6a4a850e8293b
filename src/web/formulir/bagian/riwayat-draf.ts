/** The versions of the draft letter: who changed which words, when and why (SOP rows 8 and 9). */
import type { Paragraf } from "../../../proses/variabel.js";
import type { VersiDraf } from "../../api/skema.js";
import { artiBeda, teksBeda } from "../../bagian/beda.js";
import { bedaTeks, berubah } from "../../bagian/beda-kata.js";
import { bagianJudul } from "../../bagian/dasar.js";
import { type Anak, h } from "../../dom.js";
import { alamatPenampil } from "../../pdf/panel-dokumen.js";
import { saatSingkat } from "../../waktu.js";

/** The passages of a letter in the order of its page, with their names. */
export const BAGIAN_SURAT = [
  ["pembuka", "Pembuka"],
  ["isi", "Isi"],
  ["penutup", "Penutup"],
] as const;

/** The changed passages, or a sentence where none is. */
export function bedaParagraf(lama: Paragraf, baru: Paragraf): HTMLElement[] {
  const ubahan = BAGIAN_SURAT.map(([kunci, label]) => ({ label, beda: bedaTeks(lama[kunci], baru[kunci]) }));
  const isi = ubahan.filter(({ beda }) => berubah(beda));
  if (isi.length === 0) return [h("p", { class: "rp-kosong" }, "Tidak ada kata yang berubah.")];
  return isi.map(({ label, beda }) => h("div", {}, h("h4", {}, label), teksBeda(beda)));
}

const pengubah = ({ pengubah: oleh }: VersiDraf): string => oleh?.nama ?? "sistem";

function versi(lama: VersiDraf, baru: VersiDraf, terbuka: boolean): HTMLElement {
  const saat = saatSingkat(new Date(baru.dibuat));
  return h(
    "details",
    { class: "rp-beda", open: terbuka },
    h("summary", {}, `Versi ${baru.versi}, diubah ${pengubah(baru)}`),
    h(
      "p",
      { class: "rp-kecil" },
      h("time", { datetime: baru.dibuat }, `${saat} WIB`),
      `, dibandingkan dengan versi ${lama.versi} · `,
      tautan(baru),
    ),
    baru.pengubah?.alasan ? h("blockquote", {}, baru.pengubah.alasan) : null,
    bedaParagraf(lama.paragraf, baru.paragraf),
  );
}

const tautan = ({ versi: nomor, dokumen }: VersiDraf): Anak =>
  h("a", { href: alamatPenampil(dokumen), target: "_blank", rel: "noopener" }, `buka versi ${nomor}`);

/** The newest change open, older ones folded; nothing while there is only one version. */
export function riwayatDraf(draf: readonly VersiDraf[]): HTMLElement[] {
  const [awal, ...lain] = draf;
  if (!awal || lain.length === 0) return [];
  const ubahan = draf.flatMap((baru, i) => {
    const lama = draf[i - 1];
    return lama ? [versi(lama, baru, i === draf.length - 1)] : [];
  });
  const pertama = h(
    "p",
    { class: "rp-kecil" },
    `Versi ${awal.versi} disusun sistem, ${saatSingkat(new Date(awal.dibuat))} WIB · `,
    tautan(awal),
  );
  return [bagianJudul("Perubahan draf surat", artiBeda(), ubahan.reverse(), pertama)];
}
