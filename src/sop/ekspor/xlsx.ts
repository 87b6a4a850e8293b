/** The SOP as a workbook: the flow-chart table with editable shapes; identity block, arrows and notes as further sheets. */
import { hurufKolom, type Lembar, type Runut, type Sel, tulisXlsx } from "../../ooxml/xlsx.js";
import { lebarKolom } from "../gambar/kolom.js";
import { naskahCatatan, naskahIdentitas, selBaris } from "./naskah.js";
import { KEPALA_ATAS, type TataSop, TINGGI_JUDUL } from "./tata.js";
import { penggalan } from "./teks.js";
import { gambarXlsx } from "./xlsx-gambar.js";

/** Rows above the first step: title and two heading rows. */
const ATAS = 3;

const teks = (t: string): Runut[] => (t === "" ? [] : [{ teks: t }]);
const kepala = (t: string): Sel => ({ isi: teks(t), gaya: "kepala" });
const kosong = (n: number): Sel[] => Array.from({ length: n }, () => kepala(""));

function barisLangkah({ dokumen: d, kolom, halaman }: TataSop): Lembar["baris"] {
  return halaman.flatMap((h) =>
    h.baris.flatMap((b) => {
      const langkah = d.baris[b.baris];
      if (!langkah) return [];
      const { no, aktivitas, mutu } = selBaris(langkah);
      const lajur = kolom.lajur.map(
        (_, i): Sel => ({ isi: i === langkah.lajur ? teks(langkah.simbol) : [], gaya: "tersembunyi" }),
      );
      const kanan = mutu.map((isi, i): Sel => ({ isi, gaya: i === 1 ? "tengah" : "biasa" }));
      return [
        { tinggi: b.h, sel: [{ isi: teks(no), gaya: "tengah" as const }, { isi: aktivitas }, ...lajur, ...kanan] },
      ];
    }),
  );
}

function lembarSop(tata: TataSop): Lembar {
  const { dokumen: d, kolom, halaman, tinggiKepala } = tata;
  const n = kolom.lajur.length;
  const k = hurufKolom;
  const pelaksana = kolom.lajur.map((_, i) => kepala(d.pelaksana[i] ?? ""));
  return {
    nama: "SOP",
    kolom: lebarKolom(kolom),
    ulang: [1, ATAS],
    putus: halaman.slice(0, -1).map((h) => ATAS + (h.baris.at(-1)?.baris ?? 0) + 1),
    gabung: [
      `A1:${k(n + 5)}1`,
      "A2:A3",
      "B2:B3",
      ...(n > 1 ? [`C2:${k(n + 1)}2`] : []),
      `${k(n + 2)}2:${k(n + 4)}2`,
      `${k(n + 5)}2:${k(n + 5)}3`,
    ],
    baris: [
      { tinggi: TINGGI_JUDUL, sel: [{ isi: penggalan(d.identitas.nama), gaya: "judul" }] },
      {
        tinggi: KEPALA_ATAS,
        sel: ["No", "Aktivitas", "Pelaksana"]
          .map(kepala)
          .concat(kosong(n - 1), kepala("Mutu Baku"), kosong(2), kepala("Keterangan")),
      },
      {
        tinggi: tinggiKepala - KEPALA_ATAS,
        sel: [...kosong(2), ...pelaksana, ...["Persyaratan/Perlengkapan", "Waktu", "Output", ""].map(kepala)],
      },
      ...barisLangkah(tata),
    ],
    gambar: gambarXlsx(tata, ATAS),
  };
}

function lembarIdentitas(i: ReturnType<typeof naskahIdentitas>): Lembar {
  const dua = (label: string, isi: readonly Runut[]) => ({
    sel: [{ isi: teks(label), gaya: "tebal" as const }, { isi }],
  });
  const { jabatan, nama, nip } = i.disahkan;
  return {
    nama: "Identitas",
    kolom: [60, 200],
    baris: [
      dua("Instansi", teks(i.instansi)),
      dua("Unit", teks(i.unit)),
      dua("Nama SOP", i.nama),
      ...i.kepala.map(({ label, isi }) => dua(label, isi)),
      dua("Disahkan oleh", jabatan),
      dua("Nama", nama),
      dua("NIP", nip),
      ...i.bagian.flatMap(({ label, isi }) => isi.map((butir, n) => dua(n === 0 ? label : "", butir))),
    ],
  };
}

/** The bytes of the workbook. */
export function xlsxSop(tata: TataSop, kop: Parameters<typeof naskahIdentitas>[1]): Buffer {
  const d = tata.dokumen;
  const judul = (...kata: string[]) => ({ sel: kata.map(kepala) });
  const sel = (...nilai: (readonly Runut[])[]) => ({ sel: nilai.map((isi): Sel => ({ isi })) });
  const nomor = (i: number) => teks(String(d.baris[i]?.nomor ?? ""));
  const alur = d.panah.map((p) => sel(nomor(p.dari), nomor(p.ke), teks(p.label)));
  const catatan = naskahCatatan(d.catatan).map((c) => sel(teks(c.langkah), c.teks));
  return tulisXlsx([
    lembarSop(tata),
    lembarIdentitas(naskahIdentitas(d, kop)),
    { nama: "Alur", kolom: [30, 30, 40], baris: [judul("Dari langkah", "Ke langkah", "Cabang"), ...alur] },
    { nama: "Catatan", kolom: [45, 215], baris: [judul("Langkah", "Catatan"), ...catatan] },
  ]);
}
