/** One open draft or version: canvas, panels, tools. Closed and built anew when another one is opened. */
import { pesanGalat } from "../../../src/web/api/panggil.js";
import { h } from "../../../src/web/dom.js";
import { bukaLembar, tanya } from "../bagian/lembar.js";
import type { Butir } from "../bagian/menu.js";
import { buatTab } from "../bagian/tab.js";
import { bahasa, t } from "../bahasa/bahasa.js";
import { eksporBpmn, eksporPdf, eksporPng, eksporSvg } from "../berkas/ekspor.js";
import { bacaBerkas, pilihBerkas, terimaSeretan } from "../berkas/seret.js";
import { perluasanBerlaku } from "../berlaku/index.js";
import type { Bentuk, Daftar, Pemodel } from "../bpmn/jenis.js";
import { ambilKatalog, buatDraf } from "../draf/api.js";
import type { Saya } from "../draf/skema.js";
import type { Konteks, Nada, Terbuka } from "../perluasan.js";
import { alamatDraf } from "../rute.js";
import { bukaBantuan } from "./bantuan.js";
import { bukaDaftar } from "./daftar.js";
import { buatKepala, type Kepala } from "./kepala.js";
import type { Termuat } from "./muat.js";
import { pasangRincian } from "./rincian.js";
import { mulaiSunting, type Suntingan } from "./sunting-draf.js";
import { pasangTabel } from "./tabel.js";
import { type Jumlah, pasangTemuan } from "./temuan.js";

export interface Sesi {
  readonly elemen: readonly HTMLElement[];
  readonly tertunda: () => boolean;
  /** Sends what is pending; what cannot be sent stays in the browser. */
  simpan(): Promise<void>;
  tutup(): void;
}
interface Halaman {
  readonly saya: Saya;
  kabar(nada: Nada, pesan: string): void;
  muatUlang(): Promise<void>;
}

/** The group that may edit. */
export const PEMILIK = "pemilik-proses";
const DAPAT_DIUBAH = new Set(["disusun", "ditolak"]);

/** Builds the page of what was read; the canvas is drawn once the elements stand in the document (`gambar`). */
export async function bukaSesi(m: Termuat, halaman: Halaman): Promise<Sesi & { gambar(): Promise<void> }> {
  const { saya, kabar } = halaman;
  const pemilik = saya.grup.includes(PEMILIK);
  const { terbuka } = m;
  const bolehSunting = pemilik && terbuka.jenis === "draf" && DAPAT_DIUBAH.has(terbuka.draf.keadaan);
  const kanvas = h("div", { class: "m-kanvas" });
  const sifat = h("div", { class: "m-sifat" });
  const p = await (bolehSunting ? penyunting(kanvas, sifat) : penampil(kanvas));
  let suntingan: Suntingan | undefined;
  const pendengar = new Set<(x: Terbuka) => void>();
  const pilih = (id: string): void => pilihBentuk(p, id);

  const konteks: Konteks = {
    modeler: p,
    saya,
    bolehSunting,
    terbuka: () => terbuka,
    saatTerbuka: (dengar) => {
      pendengar.add(dengar);
      return () => pendengar.delete(dengar);
    },
    simpan: async () =>
      (await suntingan?.penyimpan.simpanSekarang()) ?? (terbuka.jenis === "draf" ? terbuka.draf.revisi : 0),
    muatUlang: halaman.muatUlang,
    buka: (alamat) => {
      location.hash = alamat;
    },
    pilih,
    t,
    bahasa,
    kabar,
    lembar: (judul, isi) => bukaLembar(judul, isi),
  };

  const draftBaru = async (judul: string, xml: string): Promise<void> => {
    try {
      const dasar = terbuka.jenis === "versi" ? terbuka.id : (terbuka.draf.dasar ?? null);
      const draf = await buatDraf({ kunci: terbuka.kunci, judul, dasar, xml });
      location.hash = alamatDraf(draf.id);
    } catch (sebab) {
      kabar("bahaya", pesanGalat(sebab));
    }
  };
  const terimaBerkas = (berkas: File): void => void bukaBerkas(berkas).catch(galat);
  const galat = (sebab: unknown): void =>
    kabar("bahaya", sebab instanceof Error && sebab.message ? sebab.message : t("The file is no BPMN diagram."));
  async function bukaBerkas(berkas: File): Promise<void> {
    const xml = await bacaBerkas(berkas);
    const judul = berkas.name.replace(/\.(bpmn|xml)$/i, "").slice(0, 120);
    if (!pemilik) {
      await p.importXML(xml);
      return kabar("info", t("You see the file {nama}; it is not saved.", { nama: berkas.name }));
    }
    const isi = h("p", {}, t("What should happen with {nama}?", { nama: berkas.name }));
    const pilihan = await tanya<"baru" | "ganti">(t("Open a file"), isi, [
      ...(suntingan ? [{ nilai: "ganti" as const, teks: t("Replace the content of this draft") }] : []),
      { nilai: "baru", teks: t("Make a new draft"), utama: true },
    ]);
    if (pilihan === "ganti") await suntingan?.gantiIsi(xml);
    if (pilihan === "baru") await draftBaru(judul, xml);
  }

  const nama =
    terbuka.judul
      .replace(/[^\w\- ]+/g, "")
      .trim()
      .replace(/ +/g, "-")
      .toLowerCase() || "diagram";
  const ekspor = (kerja: (p: Pemodel, n: string) => Promise<void>) => () =>
    void kerja(p, nama).catch(() => kabar("bahaya", t("The file could not be made.")));
  const berkas = (): Butir[] => [
    { teks: t("Open a .bpmn file …"), keterangan: t("or drop it on the page"), jalan: () => pilihBerkas(terimaBerkas) },
    { teks: t("Save as .bpmn"), jalan: ekspor(eksporBpmn) },
    { teks: t("Export as SVG"), jalan: ekspor(eksporSvg) },
    { teks: t("Export as PNG"), jalan: ekspor(eksporPng) },
    { teks: t("Export as PDF"), jalan: ekspor(eksporPdf) },
  ];
  const kepala: Kepala = buatKepala(terbuka, {
    daftar: () => bukaDaftar(pemilik),
    cari: () => (p.get("editorActions") as { trigger(nama: string): void }).trigger("find"),
    simulasi: () =>
      void Promise.all([import("./simulasi.js"), p.saveXML()])
        .then(([s, { xml = "" }]) => s.bukaSimulasi(xml))
        .catch(() => kabar("bahaya", t("The simulation could not be started."))),
    berkas,
    ...(pemilik && terbuka.jenis === "versi"
      ? { ubah: () => void draftBaru(t("Change of {nama}", { nama: terbuka.judul }), m.xml) }
      : {}),
    ...(bolehSunting ? { penyunting: p } : {}),
  });

  const daftarTemuan = h("div", {});
  const bawah = buatTab(
    [
      {
        id: "tabel",
        judul: t("SOP table"),
        pasang: (w) => pasangTabel(w, p, bolehSunting, pilih),
      },
      ...(bolehSunting
        ? [
            {
              id: "temuan",
              judul: t("Findings"),
              pasang: (w: HTMLElement) => {
                w.append(daftarTemuan);
                return undefined;
              },
            },
          ]
        : []),
    ],
    t("Below the diagram"),
    lipatan(),
  );
  const samping = buatTab(
    [
      {
        id: "sifat",
        judul: bolehSunting ? t("Properties") : t("Details"),
        pasang: (w) => {
          if (bolehSunting) w.append(sifat);
          else pasangRincian(w, p);
          return undefined;
        },
      },
      ...perluasanBerlaku.flatMap(({ id, judul, tab }) =>
        tab ? [{ id, judul: t(judul), pasang: (w: HTMLElement) => tab(w, konteks) ?? undefined }] : [],
      ),
    ],
    t("Beside the diagram"),
  );
  if (bolehSunting)
    pasangTemuan(daftarTemuan, p, pilih, ({ galat: g, peringatan }: Jumlah) =>
      bawah.juduli("temuan", judulTemuan(g, peringatan)),
    );
  pasangTombolPerluasan(kepala, konteks);

  const badan = h(
    "main",
    { class: "m-badan" },
    h(
      "div",
      { class: "m-tengah" },
      kanvas,
      h("section", { class: "m-bawah", "aria-label": t("Below the diagram") }, bawah.elemen),
    ),
    h("aside", { class: "m-samping", "aria-label": t("Beside the diagram") }, samping.elemen),
  );
  const hentikanSeretan = terimaSeretan(badan, terimaBerkas);
  const tekan = (e: KeyboardEvent): void => pintasan(e, suntingan);
  document.addEventListener("keydown", tekan);
  return {
    elemen: [kepala.elemen, badan],
    tertunda: () => suntingan?.penyimpan.tertunda ?? false,
    simpan: async () => void (await suntingan?.penyimpan.simpanSekarang().catch(() => undefined)),
    gambar: async () => {
      await p.importXML(m.xml);
      muatSemua(p, bolehSunting);
      if (terbuka.jenis === "draf" && bolehSunting)
        suntingan = await mulaiSunting(p, terbuka.draf, kepala.keadaan, kabar);
    },
    tutup: () => {
      hentikanSeretan();
      document.removeEventListener("keydown", tekan);
      suntingan?.tutup();
      bawah.buang();
      samping.buang();
      p.destroy();
    },
  };
}

async function penyunting(kanvas: HTMLElement, sifat: HTMLElement): Promise<Pemodel> {
  const [{ buatPenyunting }, katalog] = await Promise.all([import("../editor/sunting.js"), ambilKatalog()]);
  return buatPenyunting(kanvas, sifat, () => katalog);
}

async function penampil(kanvas: HTMLElement): Promise<Pemodel> {
  return (await import("../editor/baca.js")).buatPenampil(kanvas);
}

/** Width of the palette, under which nothing should begin. */
const PALET = 120;

function muatSemua(p: Pemodel, menyunting: boolean): void {
  const kanvas = p.get("canvas") as {
    zoom(skala: string, pusat: string): void;
    viewbox(): { x: number; y: number; width: number; height: number; scale: number };
    viewbox(v: { x: number; y: number; width: number; height: number }): void;
  };
  kanvas.zoom("fit-viewport", "auto");
  if (!menyunting) return;
  const { x, y, width, height, scale } = kanvas.viewbox();
  const kiri = PALET / scale;
  kanvas.viewbox({ x: x - kiri, y, width: width + kiri, height });
}

function pilihBentuk(p: Pemodel, id: string): void {
  const b = (p.get("elementRegistry") as Daftar).get(id);
  if (!b) return;
  (p.get("selection") as { select(b: Bentuk): void }).select(b);
  const kanvas = p.get("canvas") as {
    zoom(): number;
    zoom(skala: number): void;
    scrollToElement(b: Bentuk, jarak: Record<"top" | "right" | "bottom" | "left", number>): void;
  };
  if (kanvas.zoom() < 0.5) kanvas.zoom(0.8);
  kanvas.scrollToElement(b, { top: 80, right: 140, bottom: 80, left: 140 });
}

const judulTemuan = (galat: number, peringatan: number): (Node | string)[] => [
  t("Findings"),
  h(
    "span",
    { class: `rp-lencana ${galat ? "rp-nada-buruk" : peringatan ? "rp-nada-awas" : "rp-nada-baik"}` },
    galat + peringatan,
  ),
];

/** Folds the part below the canvas. */
function lipatan(): HTMLElement {
  const tombol = h(
    "button",
    { type: "button", class: "rp-tombol-ikon", "aria-expanded": "true", title: t("Fold"), "aria-label": t("Fold") },
    "▾",
  );
  tombol.addEventListener("click", () => {
    const terbuka = document.body.classList.toggle("m-terlipat") === false;
    tombol.setAttribute("aria-expanded", String(terbuka));
    tombol.textContent = terbuka ? "▾" : "▴";
  });
  return tombol;
}

function pasangTombolPerluasan(kepala: Kepala, konteks: Konteks): void {
  for (const { judul, tombol } of perluasanBerlaku) {
    if (!tombol || tombol.tampil?.(konteks.terbuka(), konteks) === false) continue;
    const jalan = async (): Promise<void> => tombol.jalan(konteks);
    kepala.laci.append(
      h(
        "button",
        {
          type: "button",
          class: `rp-tombol ${tombol.utama ? "rp-utama" : "rp-tipis"}`,
          onclick: () => void jalan().catch((sebab) => konteks.kabar("bahaya", pesanGalat(sebab))),
        },
        t(judul),
      ),
    );
  }
}

function pintasan(e: KeyboardEvent, s: Suntingan | undefined): void {
  const mengetik = e.target instanceof Element && e.target.closest("input, textarea, select, [contenteditable]");
  if ((e.ctrlKey || e.metaKey) && e.key.toLowerCase() === "s") {
    e.preventDefault();
    void s?.penyimpan.simpanSekarang().catch(() => undefined);
  } else if (e.key === "?" && !mengetik) bukaBantuan();
}
