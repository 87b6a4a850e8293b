/** The identity sheet of the Word document. */
import { alinea, type BarisTabel, runut, sel, tabel } from "./docx-unsur.js";
import type { naskahIdentitas } from "./naskah.js";
import type { Penggalan } from "./teks.js";

const teks = (t: string): Penggalan[] => [{ teks: t, miring: false }];
const LEBAR = { kiri: 136.5, label: 44, nilai: 92.5 };

/** The title and the two tables of the form. */
export function identitasDocx(i: ReturnType<typeof naskahIdentitas>): string {
  const tulis = (isi: readonly Penggalan[], tebal = false) => alinea(runut(isi, { ukuran: 10, tebal }));
  const tengah = (t: string, ukuran: number, tebal: boolean) =>
    alinea(runut(teks(t.toUpperCase()), { ukuran, tebal }), { rata: "center" });
  const layanan = i.layanan === undefined ? "" : tengah(i.layanan, 10, false);
  const instansi = tengah(i.instansi, 12, true) + tengah(i.unit, 11, true) + layanan;
  const { jabatan, nama, nip } = i.disahkan;
  const pengesahan = [
    tulis([...jabatan, ...teks(",")]),
    alinea("").repeat(4),
    tulis(nama, true),
    tulis([...teks("NIP "), ...nip]),
  ].join("");
  const isi: [string, string][] = [
    ...i.kepala.map((b): [string, string] => [b.label, tulis(b.isi)]),
    ["Disahkan oleh", pengesahan],
    ["Nama SOP", tulis(i.nama, true)],
  ];
  const kepala = isi.map(
    ([label, nilai], n): BarisTabel => ({
      sel: [
        sel(n === 0 ? instansi : alinea(""), { lebar: LEBAR.kiri, gabung: n === 0 ? "mulai" : "lanjut" }),
        sel(tulis(teks(label), true), { lebar: LEBAR.label }),
        sel(nilai, { lebar: LEBAR.nilai }),
      ],
    }),
  );
  const butir = (daftar: readonly (readonly Penggalan[])[]) =>
    daftar.map((b, n) => tulis(daftar.length > 1 ? [...teks(`${n + 1}. `), ...b] : b)).join("");
  const bagian = [0, 2, 4].flatMap((n): BarisTabel[] => {
    const dua = i.bagian.slice(n, n + 2);
    return [
      { sel: dua.map((b) => sel(tulis(teks(b.label), true), { lebar: LEBAR.kiri, latar: "E8E8E8" })) },
      { sel: dua.map((b) => sel(butir(b.isi), { lebar: LEBAR.kiri })) },
    ];
  });
  return [
    alinea(runut(teks("STANDAR OPERASIONAL PROSEDUR"), { ukuran: 13, tebal: true }), { rata: "center", baris: 26 }),
    tabel([LEBAR.kiri, LEBAR.label, LEBAR.nilai], kepala),
    alinea("", { baris: 4 }),
    tabel([LEBAR.kiri, LEBAR.kiri], bagian),
  ].join("");
}
