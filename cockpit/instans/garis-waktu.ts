/** The eleven rows of a request: planned against actual on an axis of working time, who did what. */
import type { Kalender } from "../../src/calendar/calendar.js";
import { lamaKerja } from "../../src/calendar/words.js";
import { h } from "../../src/web/dom.js";
import type { BarisInstans, Instans, Putaran, Riwayat } from "../api/skema.js";
import { lencana } from "../halaman/lencana.js";
import { bahasa, teks } from "../teks/index.js";
import { jamMenit, lamaJatah, saatPenuh, tanggal } from "../waktu.js";
import { createSumbu, type Sumbu, saatGarisWaktu } from "./sumbu.js";

const singkat = (saat: number) => `${tanggal(saat, bahasa()).replace(/ \d+$/, "")} ${jamMenit(saat, bahasa())}`;
const persenCss = (n: number) => `${(n * 100).toFixed(2)}%`;

function batang(kelas: string, sumbu: Sumbu, dari: number, sampai: number, judul: string): HTMLElement {
  const awal = sumbu.tempat(dari);
  const e = h("span", { class: `sla-batang ${kelas}`, title: judul });
  e.style.left = persenCss(awal);
  e.style.width = persenCss(Math.max(0, sumbu.tempat(sampai) - awal));
  return e;
}

function garis(l: BarisInstans, sumbu: Sumbu, kini: number): HTMLElement {
  const t = teks();
  const b = bahasa();
  const rencana =
    typeof l.rencanaMulai === "number" && typeof l.rencanaSelesai === "number"
      ? [l.rencanaMulai, l.rencanaSelesai]
      : undefined;
  const [dari, sampai] = rencana ?? [];
  return h(
    "div",
    { class: "sla-garis" },
    sumbu.tanda.map((s) => {
      const e = h("i", { class: "sla-tanda" });
      e.style.left = persenCss(sumbu.tempat(s));
      return e;
    }),
    dari !== undefined && sampai !== undefined
      ? batang("sla-rencana", sumbu, dari, sampai, `${t.rencana}: ${saatPenuh(dari, b)} – ${saatPenuh(sampai, b)}`)
      : null,
    l.putaran.map((p) => {
      const akhir = p.selesai ?? kini;
      const judul = `${t.nyata}: ${saatPenuh(p.mulai, b)} – ${p.selesai ? saatPenuh(p.selesai, b) : t.sekarang}`;
      const kelas = `sla-nyata sla-${kelasPutaran(p)}${p.selesai ? "" : " sla-berjalan"}`;
      return batang(kelas, sumbu, p.mulai, akhir, p.akun ? `${p.akun} · ${judul}` : judul);
    }),
  );
}

/** Colour of a run: those that are over say `tepat`, `terlambat` or `batal`. */
const kelasPutaran = ({ status }: Putaran): string =>
  status === "tepat" ? "aman" : status === "terlambat" ? "lewat" : (status ?? "aman");

const namaUnik = (putaran: readonly Putaran[]) =>
  [...new Set(putaran.flatMap((p) => (p.oleh ?? []).map((o) => o.nama)))].join(", ");

function keadaan(l: BarisInstans): HTMLElement {
  const t = teks();
  const terakhir = l.putaran.at(-1);
  if (l.keadaan === "lewat") return lencana("lewat");
  if (l.keadaan === "berjalan") return lencana(terakhir?.status === "mendekati" ? "mendekati" : "aman");
  const telat = l.putaran.some((p) => kelasPutaran(p) === "lewat");
  if (l.keadaan === "selesai")
    return h(
      "span",
      { class: telat ? "sla-lencana sla-lewat" : "" },
      `${t.keadaan.selesai}, ${telat ? t.terlambat : t.tepat}`,
    );
  return h("span", { class: "sla-samping" }, t.keadaan[l.keadaan] ?? l.keadaan);
}

function baris(l: BarisInstans, sumbu: Sumbu, kini: number): HTMLElement {
  const t = teks();
  const pakai = l.putaran.reduce<number | undefined>(
    (paling, { pakaiMs }) => (typeof pakaiMs === "number" ? Math.max(paling ?? 0, pakaiMs) : paling),
    undefined,
  );
  const jatah = l.jatahMs ? lamaJatah(l.jatahMs, t) : "–";
  const awal = l.putaran[0];
  const akhir = l.putaran.at(-1)?.selesai;
  const nyata = awal ? [`${singkat(awal.mulai)} –`, h("br"), akhir ? singkat(akhir) : t.sekarang] : ["–"];
  return h(
    "tr",
    {},
    h("td", { class: "sla-nomor" }, l.nomor),
    h("th", { scope: "row" }, l.nama, h("span", { class: "sla-samping" }, l.pelaksana ?? "")),
    h("td", { class: "sla-kolom-garis" }, garis(l, sumbu, kini)),
    h("td", { class: "sla-saat" }, typeof l.rencanaSelesai === "number" ? singkat(l.rencanaSelesai) : "–"),
    h(
      "td",
      { class: "sla-saat" },
      nyata,
      l.putaran.length > 1 && h("span", { class: "sla-samping" }, t.putaran(l.putaran.length)),
    ),
    h("td", {}, pakai === undefined ? `– / ${jatah}` : `${lamaKerja(pakai, t)} / ${jatah}`),
    h("td", {}, keadaan(l)),
    h("td", {}, namaUnik(l.putaran)),
  );
}

function kepalaGaris(sumbu: Sumbu): HTMLElement {
  const t = teks();
  const hari = sumbu.tanda.map((s) => {
    const e = h("span", { class: "sla-tanda-kata" }, tanggal(s, bahasa()).replace(/ \d+$/, ""));
    e.style.left = persenCss(sumbu.tempat(s));
    return e;
  });
  const kunci = h(
    "span",
    { class: "sla-kunci" },
    h("span", { class: "sla-batang sla-rencana" }),
    t.rencana,
    h("span", { class: "sla-batang sla-nyata sla-aman" }),
    t.nyata,
  );
  return h("th", { scope: "col", class: "sla-kolom-garis" }, kunci, h("div", { class: "sla-garis-kepala" }, hari));
}

function daftarRiwayat(riwayat: readonly Riwayat[]): HTMLElement {
  const t = teks();
  const beralasan = riwayat.filter((r) => r.alasan);
  if (beralasan.length === 0) return h("p", { class: "sla-samping" }, t.tanpaPengembalian);
  return h(
    "ol",
    { class: "sla-riwayat" },
    beralasan.map((r) =>
      h(
        "li",
        {},
        h("strong", {}, r.langkah, r.keputusan ? ` · ${r.keputusan}` : ""),
        h(
          "span",
          { class: "sla-samping" },
          [r.namaOleh ?? r.oleh, typeof r.waktu === "number" ? saatPenuh(r.waktu, bahasa()) : ""]
            .filter(Boolean)
            .join(" · "),
        ),
        h("p", {}, r.alasan),
      ),
    ),
  );
}

/** The sheet of a request as it is read on screen and on paper. */
export function gambarLembar(instans: Instans, kini: number, kalender: Kalender | undefined): HTMLElement {
  const t = teks();
  const sumbu = createSumbu([...saatGarisWaktu(instans, kini), kini], kalender);
  const kolom = [t.rencana, t.nyata, t.pakai, t.status, t.oleh].map((nama) => h("th", { scope: "col" }, nama));
  return h(
    "div",
    { class: "sla-lembar" },
    h("h2", {}, `${t.garisWaktu} · ${instans.nomorPermohonan}`),
    h("p", { class: "sla-samping" }, [instans.satker?.nama, saatPenuh(kini, bahasa())].filter(Boolean).join(" · ")),
    h(
      "table",
      { class: "sla-tabel" },
      h(
        "thead",
        {},
        h(
          "tr",
          {},
          h("th", { scope: "col" }, t.nomorSingkat),
          h("th", { scope: "col" }, t.kegiatan),
          kepalaGaris(sumbu),
          kolom,
        ),
      ),
      h(
        "tbody",
        {},
        instans.langkah.map((l) => baris(l, sumbu, kini)),
      ),
    ),
    h("h3", {}, t.pengembalian),
    daftarRiwayat(instans.riwayat),
    h("p", { class: "sla-samping" }, t.jamKerja),
  );
}
