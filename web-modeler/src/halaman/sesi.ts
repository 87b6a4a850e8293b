/** One open draft or version: canvas, panels, tools. Closed and built anew when another one is opened. */
import { pesanGalat } from "../../../src/web/api/panggil.js";
import { h } from "../../../src/web/dom.js";
import { api } from "../api/api.js";
import type { Saya } from "../api/skema.js";
import { bukaLembar } from "../bagian/lembar.js";
import type { Butir } from "../bagian/menu.js";
import { buatTab } from "../bagian/tab.js";
import { bahasa, t } from "../bahasa/bahasa.js";
import { eksporBpmn, eksporPdf, eksporPng, eksporSvg } from "../berkas/ekspor.js";
import { BERKAS_BPMN, BERKAS_SOP, pilihBerkas, terimaSeretan } from "../berkas/seret.js";
import { perluasanBerlaku } from "../berlaku/index.js";
import type { Pemodel } from "../bpmn/jenis.js";
import type { Konteks, Nada, Terbuka } from "../perluasan.js";
import { bukaBantuan } from "./bantuan.js";
import { createBerkasMasuk } from "./berkas-masuk.js";
import { bukaDaftar } from "./daftar.js";
import { buatKepala, type Kepala } from "./kepala.js";
import type { Termuat } from "./muat.js";
import { judulTemuan, lipatan, muatSemua, pilihBentuk } from "./pandangan.js";
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

const DAPAT_DIUBAH = new Set(["disusun", "ditolak"]);

/** Builds the page of what was read; the canvas is drawn once the elements stand in the document (`gambar`). */
export async function bukaSesi(m: Termuat, halaman: Halaman): Promise<Sesi & { gambar(): Promise<void> }> {
  const { saya, kabar } = halaman;
  const pemilik = saya.bolehSunting;
  const { terbuka } = m;
  const bolehSunting = pemilik && terbuka.jenis === "draf" && DAPAT_DIUBAH.has(terbuka.draf.keadaan);
  const kanvas = h("div", { class: "m-kanvas" });
  const sifat = h("div", { class: "m-sifat" });
  const p = await (bolehSunting ? penyunting(kanvas, sifat, terbuka.kunci) : penampil(kanvas));
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

  const masuk = createBerkasMasuk({ p, pemilik, terbuka, suntingan: () => suntingan, kabar });
  const ubah = (): Promise<void> =>
    masuk.buat({
      kunci: terbuka.kunci,
      judul: t("Change of {nama}", { nama: terbuka.judul }),
      dasar: terbuka.id,
      xml: m.xml,
    });

  const nama =
    terbuka.judul
      .replace(/[^\w\- ]+/g, "")
      .trim()
      .replace(/ +/g, "-")
      .toLowerCase() || "diagram";
  const ekspor = (kerja: (p: Pemodel, n: string) => Promise<void>) => () =>
    void kerja(p, nama).catch(() => kabar("bahaya", t("The file could not be made.")));
  const berkas = (): Butir[] => [
    {
      teks: t("Open a .bpmn file …"),
      keterangan: t("or drop it on the page"),
      jalan: () => pilihBerkas(BERKAS_BPMN, masuk.terima),
    },
    ...(pemilik
      ? [
          {
            teks: t("Draw a draft from an SOP table …"),
            keterangan: t("Excel, Word, CSV or text; or drop it on the page"),
            jalan: () => pilihBerkas(BERKAS_SOP, masuk.terima),
          },
        ]
      : []),
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
    ...(pemilik && terbuka.jenis === "versi" ? { ubah: () => void ubah() } : {}),
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
  const hentikanSeretan = terimaSeretan(badan, masuk.terima);
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

async function penyunting(kanvas: HTMLElement, sifat: HTMLElement, kunci: string): Promise<Pemodel> {
  const [{ buatPenyunting }, katalog] = await Promise.all([import("../editor/sunting.js"), api.katalog(kunci)]);
  return buatPenyunting(kanvas, sifat, () => katalog);
}

async function penampil(kanvas: HTMLElement): Promise<Pemodel> {
  return (await import("../editor/baca.js")).buatPenampil(kanvas);
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
