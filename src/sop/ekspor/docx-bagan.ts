/** One page of the flow chart in the Word document: its table, and its drawing as one group of editable shapes. */
import { el } from "../../ooxml/xml.js";
import { lebarKolom } from "../gambar/kolom.js";
import type { HalamanGambar } from "../gambar/tipe.js";
import { alinea, type BarisTabel, runut, sel, tabel } from "./docx-unsur.js";
import { emu, type Kotak, kotakPanah, kotakPusat, sifatGaris, sifatLabel, sifatSimbol } from "./drawingml.js";
import { selBaris } from "./naskah.js";
import { KEPALA_ATAS, type TataSop } from "./tata.js";
import type { Penggalan } from "./teks.js";

const biasa = (teks: string): Penggalan[] => [{ teks, miring: false }];

function kata(teks: string, ukuran: number): string {
  const isi = alinea(runut(biasa(teks), { ukuran }), { rata: "center", baris: ukuran + 1 });
  return el("wps:txbx", {}, el("w:txbxContent", {}, isi));
}

const bentuk = (id: number, nama: string, sifat: string, isi = ""): string =>
  el(
    "wps:wsp",
    {},
    el("wps:cNvPr", { id, name: nama }),
    el("wps:cNvSpPr"),
    el("wps:spPr", {}, sifat),
    isi,
    el("wps:bodyPr", { lIns: 0, tIns: 0, rIns: 0, bIns: 0, anchor: "ctr" }),
  );

function isiGambar(h: HalamanGambar, id: number): string[] {
  let n = id;
  const garis = h.garis.map((g) => bentuk(++n, "panah", sifatGaris(g)));
  const simbol = h.simbol.map((s) =>
    bentuk(++n, s.jenis, sifatSimbol(s), s.huruf === undefined ? "" : kata(s.huruf, 7)),
  );
  const label = h.garis.flatMap(({ label: l }) => (l ? [bentuk(++n, "label", sifatLabel(l), kata(l.teks, 6))] : []));
  return [...garis, ...simbol, ...label];
}

/** The box around all that is drawn: programs stretch a group's content to the group's own size. */
function kotakHalaman(h: HalamanGambar): Kotak {
  const label = h.garis.flatMap((g) => (g.label ? [kotakPusat(g.label)] : []));
  const semua = [...h.garis.map(kotakPanah), ...h.simbol.map(kotakPusat), ...label];
  const [x, y] = [Math.min(...semua.map((k) => k.x)), Math.min(...semua.map((k) => k.y))];
  return { x, y, w: Math.max(...semua.map((k) => k.x + k.w)) - x, h: Math.max(...semua.map((k) => k.y + k.h)) - y };
}

/** The page's drawing, placed from the corner of the paper (mm), in front of the table. */
export function gambarDocx(h: HalamanGambar, letak: { x: number; y: number }, id: number): string {
  const k = kotakHalaman(h);
  const ukuran = { cx: emu(k.w), cy: emu(k.h) };
  const nol = { x: 0, y: 0 };
  const asal = { x: emu(k.x), y: emu(k.y) };
  const bingkai = [el("a:off", nol), el("a:ext", ukuran), el("a:chOff", asal), el("a:chExt", ukuran)];
  if (h.simbol.length === 0) return "";
  const grup = el(
    "wpg:wgp",
    {},
    el("wpg:cNvGrpSpPr"),
    el("wpg:grpSpPr", {}, el("a:xfrm", {}, ...bingkai)),
    ...isiGambar(h, id),
  );
  const uri = "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup";
  const posisi = (arah: "H" | "V", mm: number) =>
    el(`wp:position${arah}`, { relativeFrom: "page" }, el("wp:posOffset", {}, String(emu(mm))));
  const jarak = { distT: 0, distB: 0, distL: 0, distR: 0, simplePos: 0, relativeHeight: id, behindDoc: 0, locked: 0 };
  const jangkar = el(
    "wp:anchor",
    { ...jarak, layoutInCell: 1, allowOverlap: 1 },
    el("wp:simplePos", nol),
    posisi("H", letak.x + k.x),
    posisi("V", letak.y + k.y),
    el("wp:extent", ukuran),
    el("wp:effectExtent", { l: 0, t: 0, r: 0, b: 0 }),
    el("wp:wrapNone"),
    el("wp:docPr", { id, name: `Bagan alir ${id}`, descr: "Bagan alir antara langkah-langkah tabel ini" }),
    el("wp:cNvGraphicFramePr"),
    el("a:graphic", {}, el("a:graphicData", { uri }, grup)),
  );
  const pilihan = el("mc:Choice", { Requires: "wpg" }, el("w:drawing", {}, jangkar));
  return el("w:r", {}, el("mc:AlternateContent", {}, pilihan));
}

/** The page's table with both heading rows; an actor's cell holds the symbol's name as hidden text. */
export function tabelDocx(tata: TataSop, h: HalamanGambar): string {
  const { dokumen: d, kolom, tinggiKepala } = tata;
  const n = kolom.lajur.length;
  const lebar = lebarKolom(kolom);
  const huruf = { ukuran: tata.ukuran - 0.5 };
  const baris = huruf.ukuran + 1.6;
  const tengah = { rata: "center", baris } as const;
  const judul = (t: string, i: number, lain: { kolom?: number; gabung?: "mulai" | "lanjut" } = {}) => {
    const selebar = lebar.slice(i, i + (lain.kolom ?? 1)).reduce((a, b) => a + b, 0);
    const isi = t === "" ? alinea("") : alinea(runut(biasa(t), { ...huruf, tebal: true }), tengah);
    return sel(isi, { lebar: selebar, latar: "E8E8E8", ...lain });
  };
  const [mulai, lanjut] = [{ gabung: "mulai" }, { gabung: "lanjut" }] as const;
  const kepala: BarisTabel[] = [
    {
      tinggi: KEPALA_ATAS,
      kepala: true,
      sel: [
        judul("No", 0, mulai),
        judul("Aktivitas", 1, mulai),
        judul("Pelaksana", 2, { kolom: n }),
        judul("Mutu Baku", 2 + n, { kolom: 3 }),
        judul("Keterangan", 5 + n, mulai),
      ],
    },
    {
      tinggi: tinggiKepala - KEPALA_ATAS,
      kepala: true,
      sel: [
        judul("", 0, lanjut),
        judul("", 1, lanjut),
        ...kolom.lajur.map((_, i) => judul(d.pelaksana[i] ?? "", 2 + i)),
        ...["Persyaratan/ Perlengkapan", "Waktu", "Output"].map((t, i) => judul(t, 2 + n + i)),
        judul("", 5 + n, lanjut),
      ],
    },
  ];
  const langkah = h.baris.flatMap((b): BarisTabel[] => {
    const l = d.baris[b.baris];
    if (!l) return [];
    const { no, aktivitas, mutu } = selBaris(l);
    const tidak = d.panah.find((p) => p.dari === b.baris && p.label !== "" && p.label !== "ya");
    const nama = tidak ? `${l.simbol} (tidak: ${d.baris[tidak.ke]?.nomor})` : l.simbol;
    const simbol = (i: number) =>
      alinea(i === l.lajur ? runut(biasa(nama), { ...huruf, tersembunyi: true }) : "", { baris });
    const isi = [
      alinea(runut(biasa(no), huruf), tengah),
      alinea(runut(aktivitas, huruf), { baris }),
      ...kolom.lajur.map((_, i) => simbol(i)),
      ...mutu.map((m, i) => alinea(runut(m, huruf), i === 1 ? tengah : { baris })),
    ];
    return [{ tinggi: b.h, sel: isi.map((x, i) => sel(x, { lebar: lebar[i] ?? 0 })) }];
  });
  return tabel(lebar, [...kepala, ...langkah]);
}
