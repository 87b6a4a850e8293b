/** One open draft or version: canvas, panels, tools. Closed and built anew when another one is opened. */
import { pesanGalat } from "../../../src/web/api/panggil.js";
import { h } from "../../../src/web/dom.js";
import { api } from "../api/api.js";
import type { Saya } from "../api/skema.js";
import type { Kabar } from "../bagian/kabar.js";
import { t } from "../bahasa/bahasa.js";
import { terimaSeretan } from "../berkas/seret.js";
import type { Pemodel } from "../bpmn/jenis.js";
import { bukaBantuan } from "./bantuan.js";
import { type BerkasMasuk, createBerkasMasuk } from "./berkas-masuk.js";
import { bukaDaftar } from "./daftar.js";
import { buatKepala, type Tindakan } from "./kepala.js";
import { butirBerkas } from "./menu-berkas.js";
import type { Termuat } from "./muat.js";
import { muatSemua } from "./pandangan.js";
import { panelBawah, panelSamping } from "./panel.js";
import { mulaiSunting, type Suntingan } from "./sunting-draf.js";

/** `tertunda` tells whether anything is not on the server yet; `tutup` takes canvas and listeners away. */
export interface Sesi {
  readonly elemen: readonly HTMLElement[];
  readonly tertunda: () => boolean;
  /** Sends what is pending; what cannot be sent stays in the browser. */
  simpan(): Promise<void>;
  tutup(): void;
}
interface Halaman {
  readonly saya: Saya;
  readonly kabar: Kabar;
}

const DAPAT_DIUBAH = new Set(["disusun", "ditolak"]);

/** Builds the page of what was read; the canvas is drawn once the elements stand in the document (`gambar`). */
export async function bukaSesi(m: Termuat, { saya, kabar }: Halaman): Promise<Sesi & { gambar(): Promise<void> }> {
  const { terbuka } = m;
  const pemilik = saya.bolehSunting;
  const bolehSunting = pemilik && terbuka.jenis === "draf" && DAPAT_DIUBAH.has(terbuka.draf.keadaan);
  const kanvas = h("div", { class: "m-kanvas" });
  const sifat = h("div", { class: "m-sifat" });
  const p = await (bolehSunting ? penyunting(kanvas, sifat, terbuka.kunci) : penampil(kanvas));
  let suntingan: Suntingan | undefined;
  const simpan = async (): Promise<unknown> => suntingan?.penyimpan.simpanSekarang();

  const masuk = createBerkasMasuk({ p, pemilik, terbuka, suntingan: () => suntingan, kabar });
  const kepala = buatKepala(terbuka, tindakanKepala({ m, p, pemilik, bolehSunting, masuk, kabar, simpan }));
  const bawah = panelBawah(p, bolehSunting);
  const samping = panelSamping(p, bolehSunting ? sifat : undefined);
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
    simpan: async () => void (await simpan().catch(() => undefined)),
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

interface BahanTindakan {
  readonly m: Termuat;
  readonly p: Pemodel;
  readonly pemilik: boolean;
  readonly bolehSunting: boolean;
  readonly masuk: BerkasMasuk;
  readonly kabar: Kabar;
  /** Saves what is pending on the server. */
  simpan(): Promise<unknown>;
}

/** What the buttons of the header do. */
function tindakanKepala({ m, p, pemilik, bolehSunting, masuk, kabar, simpan }: BahanTindakan): Tindakan {
  const { terbuka } = m;
  const { kunci, judul, id } = terbuka;
  const ubah = (): Promise<void> =>
    masuk.buat({ kunci, judul: t("Change of {nama}", { nama: judul }), dasar: id, xml: m.xml });
  // What is not on the server yet would not be in the difference, the trial, the approval.
  const keBerlaku = (): Promise<void> =>
    simpan().then(
      () => location.assign(`/modeler/berlaku/#/draf/${encodeURIComponent(id)}`),
      (sebab) => kabar("bahaya", pesanGalat(sebab)),
    );
  return {
    daftar: () => bukaDaftar(pemilik),
    cari: () => (p.get("editorActions") as { trigger(nama: string): void }).trigger("find"),
    simulasi: () =>
      void Promise.all([import("./simulasi.js"), p.saveXML()])
        .then(([s, { xml = "" }]) => s.bukaSimulasi(xml))
        .catch(() => kabar("bahaya", t("The simulation could not be started."))),
    berkas: () => butirBerkas({ p, pemilik, judul, terima: masuk.terima, kabar }),
    ...(terbuka.jenis === "draf" ? { berlaku: () => void keBerlaku() } : {}),
    ...(pemilik && terbuka.jenis === "versi" ? { ubah: () => void ubah() } : {}),
    ...(bolehSunting ? { penyunting: p } : {}),
  };
}

async function penyunting(kanvas: HTMLElement, sifat: HTMLElement, kunci: string): Promise<Pemodel> {
  const [{ buatPenyunting }, katalog] = await Promise.all([import("../editor/sunting.js"), api.katalog(kunci)]);
  return buatPenyunting(kanvas, sifat, () => katalog);
}

async function penampil(kanvas: HTMLElement): Promise<Pemodel> {
  return (await import("../editor/baca.js")).buatPenampil(kanvas);
}

function pintasan(e: KeyboardEvent, s: Suntingan | undefined): void {
  const mengetik = e.target instanceof Element && e.target.closest("input, textarea, select, [contenteditable]");
  if ((e.ctrlKey || e.metaKey) && e.key.toLowerCase() === "s") {
    e.preventDefault();
    void s?.penyimpan.simpanSekarang().catch(() => undefined);
  } else if (e.key === "?" && !mengetik) bukaBantuan();
}
