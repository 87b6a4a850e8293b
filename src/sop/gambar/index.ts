/** The drawing of the whole flow chart: pages, symbols and arrows as plain numbers, for PDF, HTML, DOCX and XLSX alike. */
import type { DokumenSop } from "../dokumen.js";
import { bagiHalaman } from "./halaman.js";
import type { Lapangan } from "./jalur.js";
import { buatKisi, terhalang } from "./kisi.js";
import type { Kolom } from "./kolom.js";
import { type BatasLabel, type Kotak, kotakGaris, kotakLabel, kotakSimbol, tempatLabel } from "./label.js";
import { type Rute, sudut } from "./pemakaian.js";
import { ruteHalaman } from "./rute.js";
import { bahanHalaman, hurufSambungan, type PermintaanBerlabel } from "./sambungan.js";
import type { BarisHalaman, BentukSimbol, Garis, HalamanGambar, Titik } from "./tipe.js";

/** Moves an end of a polyline from the symbol's centre to its outline. */
function keTepi(pusat: Titik, berikut: Titik, s: BentukSimbol): Titik {
  if (pusat.x === berikut.x) return { x: pusat.x, y: pusat.y + Math.sign(berikut.y - pusat.y) * (s.h / 2) };
  return { x: pusat.x + Math.sign(berikut.x - pusat.x) * (s.w / 2), y: pusat.y };
}

/** Cuts a route where it joins one that leads to the same symbol. */
function potong(rute: Rute, milik: ReadonlySet<number>): { simpul: readonly number[]; bergabung: boolean } {
  const i = rute.simpul.findIndex((n, nomor) => nomor > 0 && nomor < rute.simpul.length - 1 && milik.has(n));
  return i < 0 ? { simpul: rute.simpul, bergabung: false } : { simpul: rute.simpul.slice(0, i + 1), bergabung: true };
}

function poliGaris(lapangan: Lapangan, rute: Rute, milik: ReadonlySet<number>): Titik[] {
  const { simpul, bergabung } = potong(rute, milik);
  const titik = sudut(lapangan.kisi, simpul);
  const [asal, tujuan] = [lapangan.simbol[rute.dari], lapangan.simbol[rute.ke]];
  const [t0, t1] = [titik[0], titik[1]];
  if (!asal || !tujuan || !t0 || !t1) return [];
  const awal = keTepi(t0, t1, asal);
  if (bergabung) return [awal, ...titik.slice(1)];
  const [a, b] = [titik.at(-2), titik.at(-1)];
  return a && b ? [awal, ...titik.slice(1, -1), keTepi(b, a, tujuan)] : [];
}

function batasLabel(kolom: Kolom, baris: readonly BarisHalaman[]): BatasLabel {
  const garisX = [kolom.lajurX];
  for (const lebar of kolom.lajur) garisX.push((garisX.at(-1) ?? 0) + lebar);
  const akhir = baris.at(-1);
  return {
    x1: kolom.lajurX,
    x2: garisX.at(-1) ?? 0,
    y2: akhir ? akhir.y + akhir.h : 0,
    garisX,
    garisY: baris.map((b) => b.y),
  };
}

/** The polylines in the order of the requests, each with its label where one fits. */
function garisHalaman(lapangan: Lapangan, minta: readonly PermintaanBerlabel[], batas: BatasLabel): Garis[] {
  const { rute, urutan } = ruteHalaman(lapangan, minta);
  const milik = new Map<number, Set<number>>();
  const garis = new Map<number, Titik[]>();
  for (const i of urutan) {
    const r = rute[i];
    if (!r) continue;
    const punya = milik.get(r.ke) ?? new Set<number>();
    garis.set(i, poliGaris(lapangan, r, punya));
    for (const n of r.simpul) punya.add(n);
    milik.set(r.ke, punya);
  }
  const halangan: Kotak[] = [...lapangan.simbol.flatMap(kotakSimbol), ...[...garis.values()].flatMap(kotakGaris)];
  return minta.flatMap((m, i): Garis[] => {
    const titik = garis.get(i);
    if (!titik || titik.length < 2) return [];
    const label = m.label === "" ? undefined : tempatLabel(titik, m.label, halangan, batas);
    if (label) halangan.push(kotakLabel(label));
    return [{ titik, ...(label ? { label } : {}) }];
  });
}

/**
 * Draws the flow chart: `tinggiTeks` are the heights that the rows' words need (mm), `ruang` is the height of a page's
 * table body (mm). Pure: the same rows give the same drawing.
 */
export function susunGambar(
  d: DokumenSop,
  kolom: Kolom,
  tinggiTeks: readonly number[],
  ruang: number,
): HalamanGambar[] {
  const halaman = bagiHalaman(tinggiTeks, ruang);
  const halamanDari = halaman.flatMap((baris, p) => baris.map(() => p));
  const huruf = hurufSambungan(d.panah, halamanDari);
  return halaman.map((baris, p) => {
    const { simbol, minta } = bahanHalaman(d, kolom, baris, p, halamanDari, huruf);
    const kisi = buatKisi(kolom, baris, simbol);
    const lapangan = { kisi, simbol, halangan: terhalang(kisi, simbol) };
    const akhir = baris.at(-1);
    return {
      baris,
      simbol,
      tinggi: akhir ? akhir.y + akhir.h : 0,
      garis: garisHalaman(lapangan, minta, batasLabel(kolom, baris)),
    };
  });
}
