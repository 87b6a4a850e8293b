/** The SOP as one HTML page that needs nothing else: no script, no font, no picture from elsewhere. */
import type { Kop } from "../../surat/kop.js";
import { polos } from "../diagram.js";
import type { BarisSop } from "../dokumen.js";
import { lebarKolom } from "../gambar/kolom.js";
import { GAYA } from "./gaya-html.js";
import { naskahCatatan, naskahIdentitas } from "./naskah.js";
import { lolos, svgSel } from "./svg.js";
import type { TataSop } from "./tata.js";
import { type Penggalan, penggalan } from "./teks.js";

const runut = (daftar: readonly Penggalan[]): string =>
  daftar.map(({ teks, miring }) => (miring ? `<i>${lolos(teks)}</i>` : lolos(teks))).join("");
const sel = (teks: string): string => runut(penggalan(teks));
const NAMA = { mulai: "mulai", kegiatan: "kegiatan", keputusan: "keputusan", selesai: "selesai" } as const;

type Identitas = ReturnType<typeof naskahIdentitas>;

function identitas(i: Identitas): string {
  const kepala = i.kepala.map(({ label, isi }) => `<tr><th scope="row">${label}</th><td>${runut(isi)}</td></tr>`);
  const { jabatan, nama, nip } = i.disahkan;
  const bagian = i.bagian.map(
    ({ label, isi }) =>
      `<section><h2>${label}</h2>${isi.length === 1 ? `<p>${isi.map(runut).join("")}</p>` : `<ol>${isi.map((b) => `<li>${runut(b)}</li>`).join("")}</ol>`}</section>`,
  );
  return `<div class="identitas"><div class="instansi"><b>${lolos(i.instansi)}</b><b>${lolos(i.unit)}</b>${i.layanan === undefined ? "" : `<span>${lolos(i.layanan)}</span>`}</div>
<table><tbody>${kepala.join("")}<tr><th scope="row">Disahkan oleh</th><td class="pengesahan">${runut(jabatan)},<b>${runut(nama)}</b>NIP ${runut(nip)}</td></tr>
<tr><th scope="row">Nama SOP</th><td><b>${runut(i.nama)}</b></td></tr></tbody></table>
<div class="bagian">${bagian.join("")}</div></div>`;
}

function baris(tata: TataSop, b: BarisSop, i: number): string {
  const { kolom, dokumen } = tata;
  const [gambar] = tata.halaman;
  const tempat = gambar?.baris[i];
  let x = kolom.lajurX;
  const lajur = dokumen.pelaksana.map((_, l) => {
    const w = kolom.lajur[l] ?? 0;
    const svg = gambar && tempat ? svgSel(gambar, { x, y: tempat.y, w, h: tempat.h }) : "";
    x += w;
    return `<td class="lajur">${l === b.lajur ? `<span class="dibacakan">${NAMA[b.simbol]}</span>` : ""}${svg}</td>`;
  });
  return `<tr style="height:${Math.round((tempat?.h ?? 0) * 100) / 100}mm"><th scope="row">${b.nomor}</th><td>${sel(b.aktivitas)}</td>${lajur.join("")}<td>${sel(b.persyaratan)}</td><td class="waktu">${sel(b.waktu)}</td><td>${sel(b.output)}</td><td>${sel(b.keterangan)}</td></tr>`;
}

function bagan(tata: TataSop): string {
  const d = tata.dokumen;
  const kolom = lebarKolom(tata.kolom).map((w) => `<col style="width:${w}mm">`);
  const pelaksana = d.pelaksana.map((p) => `<th scope="col">${lolos(p)}</th>`);
  return `<div class="gulir" tabindex="0" role="region" aria-label="Bagan alir"><table class="bagan"><colgroup>${kolom.join("")}</colgroup><thead>
<tr><th scope="col" rowspan="2">No</th><th scope="col" rowspan="2">Aktivitas</th>${d.pelaksana.length > 0 ? `<th scope="colgroup" colspan="${d.pelaksana.length}">Pelaksana</th>` : ""}<th scope="colgroup" colspan="3">Mutu Baku</th><th scope="col" rowspan="2">Keterangan</th></tr>
<tr>${pelaksana.join("")}<th scope="col">Persyaratan/ Perlengkapan</th><th scope="col">Waktu</th><th scope="col">Output</th></tr></thead>
<tbody>${d.baris.map((b, i) => baris(tata, b, i)).join("\n")}</tbody></table></div>`;
}

/** The whole page; `tata` must be laid out on one page without end. */
export function htmlSop(tata: TataSop, kop: Pick<Kop, "kementerian" | "unit" | "layanan" | "logo">): string {
  const d = tata.dokumen;
  const catatan = naskahCatatan(d.catatan).map((c) => `<li><b>${c.langkah}</b> ${runut(c.teks)}</li>`);
  return `<!doctype html>
<html lang="id"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${lolos(polos(d.identitas.nama))}</title><style>${GAYA}</style></head>
<body><main><h1>Standar Operasional Prosedur</h1>
${identitas(naskahIdentitas(d, kop))}
<h2 class="judul">${sel(d.identitas.nama)}</h2>
${bagan(tata)}
${catatan.length > 0 ? `<h2>Catatan</h2><ul class="catatan">${catatan.join("")}</ul>` : ""}
</main></body></html>
`;
}
