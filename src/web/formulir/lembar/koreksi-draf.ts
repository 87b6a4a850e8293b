/** Step 8: the Kepala LPSE approves the draft letter or changes its words. */
import { Paragraf } from "../../../proses/variabel.js";
import type { Tugas } from "../../api/skema.js";
import { artiBeda } from "../../bagian/beda.js";
import { ganti, h } from "../../dom.js";
import { area, bidang, isi } from "../bagian/bidang.js";
import { type Bagian, catatan, keputusan } from "../bagian/keputusan.js";
import { kotakPengembalian } from "../bagian/kotak-pengembalian.js";
import { dokumenPermohonan, ringkasan } from "../bagian/ringkasan.js";
import { BAGIAN_SURAT, bedaParagraf, riwayatDraf } from "../bagian/riwayat-draf.js";
import { type Isian, objekIsian, teksIsian } from "../isian.js";
import type { BuatLembar } from "../lembar.js";

const BARIS = { pembuka: 3, isi: 5, penutup: 3 } as const;

function paragraf({ permohonan }: Tugas, isian: Isian): Bagian {
  const awal = objekIsian(isian.paragraf ?? permohonan.paragraf);
  const alasan = area(teksIsian(isian, "alasan"), 2, { maxlength: 1000 });
  const kontrol = BAGIAN_SURAT.map(([kunci, label]) => ({
    kunci,
    label,
    area: area(teksIsian(awal, kunci), BARIS[kunci]),
  }));
  const nilai = () => Object.fromEntries(kontrol.map((k) => [k.kunci, isi(k.area)]));
  const ubahan = h("div", { class: "rp-beda" });
  const segarkan = () => {
    const baru = Paragraf.safeParse(nilai()).data;
    const beda = baru && permohonan.paragraf ? bedaParagraf(permohonan.paragraf, baru) : [];
    ganti(ubahan, beda.length > 0 ? [h("h4", {}, "Perubahan Anda"), artiBeda(), beda] : null);
  };
  for (const k of kontrol) k.area.addEventListener("input", segarkan);
  segarkan();
  return {
    elemen: h(
      "div",
      { class: "rp-tumpuk" },
      h(
        "p",
        { class: "rp-bantuan" },
        "Nomor, tanggal, dan tabel hasil per akun disusun otomatis; yang dapat diubah ialah kalimatnya.",
      ),
      kontrol.map((k) => bidang({ jalur: `paragraf.${k.kunci}`, label: k.label }, k.area)),
      ubahan,
      bidang(
        { jalur: "alasan", label: "Alasan koreksi", bantuan: "Dicatat dalam riwayat permohonan.", opsional: true },
        alasan,
      ),
    ),
    nilai: () => ({ paragraf: nilai(), alasan: isi(alasan) }),
  };
}

/** The draft first, since it is what is to be judged. */
export const dokumenDraf = ({ permohonan: p }: Tugas) => [
  ...(p.drafSurat ? [{ judul: `Draf Surat Pemberitahuan, versi ${p.versiDraf ?? 1}`, dokumen: p.drafSurat }] : []),
  ...dokumenPermohonan(p),
];

/** Answers `keputusanKoreksi`, with a note for the signer or with `paragraf` for the next version of the draft. */
export const koreksiDraf: BuatLembar = (tugas, isian) => {
  const putusan = keputusan({
    nama: "keputusanKoreksi",
    pertanyaan: "Apakah draf surat sudah benar?",
    isian,
    pilihan: [
      {
        nilai: "setuju",
        judul: "Setuju",
        akibat: "Surat diteruskan kepada Kepala UKPBJ untuk ditandatangani.",
        rincian: catatan(isian, "Catatan", "Dibaca Kepala UKPBJ."),
      },
      {
        nilai: "koreksi",
        judul: "Koreksi kalimatnya",
        akibat: "Draf disusun ulang dengan kalimat baru, lalu kembali kepada Anda. Versi lama tetap disimpan.",
        rincian: paragraf(tugas, isian),
      },
    ],
  });
  return {
    baca: [
      ...kotakPengembalian(
        tugas.permohonan,
        "Surat ini",
        "Koreksi kalimatnya di bawah, atau setujui lagi bila sudah benar.",
      ),
      ...riwayatDraf(tugas.draf),
      ringkasan(tugas.permohonan),
    ],
    dokumen: dokumenDraf(tugas),
    jawab: [putusan.elemen],
    nilai: putusan.nilai,
  };
};
