/** The trend of a month as a small drawing: a column per day, the part in time dark, the late part hatched on top. */

const RUANG = "http://www.w3.org/2000/svg";
const LEBAR = 300;
const TINGGI = 56;
const SELA = 2;

interface HariTren {
  readonly tanggal: string;
  readonly selesai: number;
  readonly tepat: number;
}

interface Kolom {
  readonly x: number;
  readonly lebar: number;
  readonly tepat: { readonly y: number; readonly tinggi: number };
  readonly telat: { readonly y: number; readonly tinggi: number };
}

/** Places of the columns in a field of 300 × 56; a day without anything done has no height. */
export function kolomTren(tren: readonly HariTren[]): Kolom[] {
  const tertinggi = Math.max(1, ...tren.map((h) => h.selesai));
  const lebar = LEBAR / Math.max(1, tren.length);
  return tren.map((h, i) => {
    const semua = (h.selesai / tertinggi) * TINGGI;
    const tepat = (h.tepat / tertinggi) * TINGGI;
    return {
      x: i * lebar,
      lebar: lebar - SELA,
      tepat: { y: TINGGI - tepat, tinggi: tepat },
      telat: { y: TINGGI - semua, tinggi: semua - tepat },
    };
  });
}

const unsur = (nama: string, sifat: Readonly<Record<string, string | number>>, ...anak: Node[]) => {
  const e = document.createElementNS(RUANG, nama);
  for (const [k, v] of Object.entries(sifat)) e.setAttribute(k, String(v));
  e.append(...anak);
  return e;
};

/** The drawing; `kata` says the same in words. */
export function gambarTren(tren: readonly HariTren[], kata: string): Element {
  const kolom = kolomTren(tren).flatMap((k, i) => {
    const hari = tren[i];
    const judul = unsur("title", {});
    judul.textContent = hari ? `${hari.tanggal}: ${hari.tepat}/${hari.selesai}` : "";
    const batang = (bagian: Kolom["tepat"], kelas: string) =>
      unsur("rect", { x: k.x, width: k.lebar, y: bagian.y, height: bagian.tinggi, class: kelas });
    return [unsur("g", {}, judul, batang(k.tepat, "sla-tren-tepat"), batang(k.telat, "sla-tren-telat"))];
  });
  const garis = unsur("line", { x1: 0, x2: LEBAR, y1: TINGGI, y2: TINGGI, class: "sla-tren-dasar" });
  const sifat = { viewBox: `0 0 ${LEBAR} ${TINGGI + 1}`, class: "sla-tren", role: "img", "aria-label": kata };
  return unsur("svg", { ...sifat, preserveAspectRatio: "none" }, ...kolom, garis);
}
