/** The flow chart as shapes of a worksheet, each tied to the cells under it. */
import { el, lolosXml } from "../../ooxml/xml.js";
import { lebarKolom } from "../gambar/kolom.js";
import type { BarisHalaman } from "../gambar/tipe.js";
import { emu, type Kotak, kotakPanah, kotakPusat, sifatGaris, sifatLabel, sifatSimbol } from "./drawingml.js";
import type { TataSop } from "./tata.js";

/** Where a point of a page's drawing lies: column, row, and offsets into that cell; `atas` rows stand above the steps. */
function jangkar(
  nama: string,
  { x, y }: { x: number; y: number },
  kolom: readonly number[],
  baris: readonly BarisHalaman[],
  atas: number,
): string {
  let [k, kiri] = [0, 0];
  while (k + 1 < kolom.length && x >= kiri + (kolom[k] ?? 0)) kiri += kolom[k++] ?? 0;
  const b = baris.findLast((r) => y >= r.y - 0.001) ?? baris[0];
  return el(
    nama,
    {},
    el("xdr:col", {}, String(k)),
    el("xdr:colOff", {}, String(emu(x - kiri))),
    el("xdr:row", {}, String((b?.baris ?? 0) + atas)),
    el("xdr:rowOff", {}, String(emu(Math.max(0, y - (b?.y ?? 0))))),
  );
}

interface Bentuk {
  readonly kotak: Kotak;
  readonly sifat: string;
  readonly nama: string;
  readonly kata?: { readonly teks: string; readonly ukuran: number };
}

function badanKata(k: Bentuk["kata"]): string {
  const warna = el("a:solidFill", {}, el("a:srgbClr", { val: "000000" }));
  const isi = k
    ? el(
        "a:r",
        {},
        el("a:rPr", { lang: "id-ID", sz: k.ukuran * 100 }, warna, el("a:latin", { typeface: "Arial" })),
        el("a:t", {}, lolosXml(k.teks)),
      )
    : el("a:endParaRPr", { lang: "id-ID", sz: 600 });
  return el(
    "xdr:txBody",
    {},
    el("a:bodyPr", { wrap: "none", lIns: 0, tIns: 0, rIns: 0, bIns: 0, anchor: "ctr" }),
    el("a:lstStyle"),
    el("a:p", {}, el("a:pPr", { algn: "ctr" }), isi),
  );
}

/** The anchors of all pages' shapes. */
export function gambarXlsx({ halaman, kolom }: TataSop, atas: number): string[] {
  const lebar = lebarKolom(kolom);
  let id = 1;
  return halaman.flatMap((h) => {
    const bentuk: Bentuk[] = [
      ...h.garis.map((g) => ({ kotak: kotakPanah(g), sifat: sifatGaris(g), nama: "panah" })),
      ...h.simbol.map((s) => ({
        kotak: kotakPusat(s),
        sifat: sifatSimbol(s),
        nama: s.jenis,
        ...(s.huruf === undefined ? {} : { kata: { teks: s.huruf, ukuran: 7 } }),
      })),
      ...h.garis.flatMap(({ label: l }) =>
        l ? [{ kotak: kotakPusat(l), sifat: sifatLabel(l), nama: "label", kata: { teks: l.teks, ukuran: 6 } }] : [],
      ),
    ];
    return bentuk.map((b) => {
      id += 1;
      const { x, y, w, h: tinggi } = b.kotak;
      return el(
        "xdr:twoCellAnchor",
        { editAs: "twoCell" },
        jangkar("xdr:from", { x, y }, lebar, h.baris, atas),
        jangkar("xdr:to", { x: x + w, y: y + tinggi }, lebar, h.baris, atas),
        el(
          "xdr:sp",
          { macro: "", textlink: "" },
          el("xdr:nvSpPr", {}, el("xdr:cNvPr", { id, name: `${b.nama} ${id}`, descr: b.nama }), el("xdr:cNvSpPr")),
          el("xdr:spPr", {}, b.sifat),
          badanKata(b.kata),
        ),
        el("xdr:clientData"),
      );
    });
  });
}
