/** The picture of a drafted process: shapes and edges as the modeler draws them. */
import { el } from "../../ooxml/xml.js";
import { alurDraf, bergabung, id } from "./alur-draf.js";
import type { Rencana } from "./rencana.js";
import type { TabelSop } from "./tabel.js";
import {
  garisLompat,
  garisMaju,
  garisTimer,
  type Kotak,
  pusat,
  type TataBpmn,
  type TempatLangkah,
  type Titik,
  tataBpmn,
} from "./tata-bpmn.js";

const batas = (k: Kotak): string => el("dc:Bounds", { x: k.x, y: k.y, width: k.w, height: k.h });

const bentuk = (elemen: string, k: Kotak, sifat: Record<string, string> = {}, label = ""): string =>
  el("bpmndi:BPMNShape", { id: `${elemen}-di`, bpmnElement: elemen, ...sifat }, batas(k), label);

const garis = (elemen: string, titik: readonly Titik[], label = ""): string =>
  el(
    "bpmndi:BPMNEdge",
    { id: `${elemen}-di`, bpmnElement: elemen },
    ...titik.map((t) => el("di:waypoint", { x: t.x, y: t.y })),
    label,
  );

const label = (k: Kotak): string => el("bpmndi:BPMNLabel", {}, batas(k));

function langkahXml(r: Rencana, t: TempatLangkah, i: number): string[] {
  const l = r.langkah[i];
  if (!l) return [];
  const n = l.baris.nomor;
  const berjangka = l.berjangka
    ? [
        bentuk(`tenggat-langkah-${n}`, t.timer, {}, label({ x: t.timer.x - 34, y: t.timer.y + 34, w: 48, h: 14 })),
        bentuk(
          `lewat-tenggat-${n}`,
          t.akhirTimer,
          {},
          label({ x: t.akhirTimer.x - 6, y: t.akhirTimer.y + 38, w: 48, h: 14 }),
        ),
        garis(`ke-lewat-tenggat-${n}`, garisTimer(t)),
      ]
    : [];
  const catatan =
    l.pertanyaan.length > 0
      ? [
          bentuk(id.catatan(n), t.catatan),
          garis(`ke-${id.catatan(n)}`, [
            { x: t.tugas.x + t.tugas.w - 6, y: t.tugas.y + t.tugas.h },
            { x: t.catatan.x + 8, y: t.catatan.y },
          ]),
        ]
      : [];
  const gerbang = t.gerbang
    ? [
        bentuk(
          id.gerbang(n),
          t.gerbang,
          { isMarkerVisible: "true" },
          label({ x: t.gerbang.x - 5, y: t.gerbang.y + 54, w: 60, h: 14 }),
        ),
      ]
    : [];
  const gabung = t.gabung ? [bentuk(id.gabung(n), t.gabung, { isMarkerVisible: "true" })] : [];
  return [...gabung, bentuk(id.tugas(n), t.tugas), ...gerbang, ...berjangka, ...catatan];
}

const catatanProses = ({ mulai, catatan }: TataBpmn): string[] => [
  bentuk(id.catatanProses, catatan),
  garis(`ke-${id.catatanProses}`, [
    { x: mulai.x + 6, y: mulai.y + 32 },
    { x: catatan.x + 8, y: catatan.y },
  ]),
];

function alurXml(r: Rencana, tata: TataBpmn): string[] {
  const kotak = new Map<string, Kotak>([
    ["mulai", tata.mulai],
    ["selesai", tata.selesai],
  ]);
  const lajurDari = new Map<string, Kotak | undefined>();
  r.langkah.forEach(({ baris: b }, i) => {
    const t = tata.langkah[i];
    if (!t) return;
    kotak.set(id.tugas(b.nomor), t.tugas);
    lajurDari.set(id.gerbang(b.nomor), tata.lajur[t.lajur]);
    if (t.gerbang) kotak.set(id.gerbang(b.nomor), t.gerbang);
    if (t.gabung) kotak.set(id.gabung(b.nomor), t.gabung);
  });
  let urutan = 0;
  return alurDraf(r).flatMap((a) => {
    const [dari, ke, lajur] = [kotak.get(a.dari), kotak.get(a.ke), lajurDari.get(a.dari)];
    if (!dari || !ke) return [];
    if (a.syarat === undefined || !lajur) {
      const tanda = a.nama === undefined ? "" : label({ x: dari.x + dari.w + 4, y: pusat(dari).y - 18, w: 14, h: 14 });
      return [garis(a.id, garisMaju(dari, ke), tanda)];
    }
    const tanda = label({ x: pusat(dari).x + 4, y: dari.y - 18, w: 26, h: 14 });
    return [garis(a.id, garisLompat(dari, lajur, ke, urutan++), tanda)];
  });
}

/** The diagram element for a plan. */
export function gambarBpmn(tabel: TabelSop, r: Rencana): string {
  const tata = tataBpmn(
    tabel,
    Math.max(1, r.lajur.length),
    r.langkah.map((l) => l.lajur),
    (i) => bergabung(r.langkah, i),
  );
  const isi = [
    bentuk("kolam", tata.kolam, { isHorizontal: "true" }),
    ...tata.lajur.slice(0, r.lajur.length).map((k, i) => bentuk(`lajur-${i + 1}`, k, { isHorizontal: "true" })),
    bentuk("mulai", tata.mulai, {}, label({ x: tata.mulai.x, y: tata.mulai.y + 40, w: 36, h: 14 })),
    ...(r.pertanyaan.length > 0 ? catatanProses(tata) : []),
    ...tata.langkah.flatMap((t, i) => langkahXml(r, t, i)),
    bentuk("selesai", tata.selesai, {}, label({ x: tata.selesai.x - 7, y: tata.selesai.y + 40, w: 50, h: 14 })),
    ...alurXml(r, tata),
  ];
  const bidang = el("bpmndi:BPMNPlane", { id: "bidang", bpmnElement: "kolaborasi" }, ...isi);
  return el("bpmndi:BPMNDiagram", { id: "diagram" }, bidang);
}
