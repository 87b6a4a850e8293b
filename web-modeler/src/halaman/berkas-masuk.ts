/** Files from outside: a diagram becomes a draft, takes the place of one, or is only looked at; an SOP's table is drawn. */
import { pesanGalat } from "../../../src/web/api/panggil.js";
import { h } from "../../../src/web/dom.js";
import { api, type DrafBaru } from "../api/api.js";
import type { Kabar } from "../bagian/kabar.js";
import { tanya } from "../bagian/lembar.js";
import { t } from "../bahasa/bahasa.js";
import { bacaBerkas, kunciBerkas, tabelSop } from "../berkas/seret.js";
import type { Pemodel } from "../bpmn/jenis.js";
import { alamatDraf } from "../rute.js";
import type { Terbuka } from "../terbuka.js";
import type { Suntingan } from "./sunting-draf.js";

interface BahanBerkas {
  readonly p: Pemodel;
  readonly pemilik: boolean;
  readonly terbuka: Terbuka;
  suntingan(): Suntingan | undefined;
  readonly kabar: Kabar;
}

/** Neither way throws: what fails is told on the page. */
export interface BerkasMasuk {
  /** Takes a dropped or chosen file; failures are told on the page. */
  terima(berkas: File): void;
  /** Makes a draft and opens it. */
  buat(isi: DrafBaru): Promise<void>;
}

/** The ways in, for one open draft or version. */
export function createBerkasMasuk({ p, pemilik, terbuka, suntingan, kabar }: BahanBerkas): BerkasMasuk {
  const buat = async (isi: DrafBaru): Promise<void> => {
    try {
      location.hash = alamatDraf((await api.buatDraf(isi)).id);
    } catch (sebab) {
      kabar("bahaya", pesanGalat(sebab));
    }
  };

  async function gambarSop(berkas: File): Promise<void> {
    if (!pemilik) return kabar("awas", t("Only process owners make drafts."));
    kabar("info", t("Drawing a draft from {nama} …", { nama: berkas.name }));
    try {
      const { id, pertanyaan } = await api.drafDariSop(berkas);
      location.hash = alamatDraf(id);
      if (pertanyaan.length > 0)
        kabar("awas", t("The table leaves open: {pertanyaan}", { pertanyaan: pertanyaan.join(" ") }));
    } catch (sebab) {
      kabar("bahaya", pesanGalat(sebab));
    }
  }

  async function bukaDiagram(berkas: File): Promise<void> {
    const xml = await bacaBerkas(berkas);
    const judul = berkas.name.replace(/\.(bpmn|xml)$/i, "").slice(0, 120);
    if (!pemilik) {
      await p.importXML(xml);
      return kabar("info", t("You see the file {nama}; it is not saved.", { nama: berkas.name }));
    }
    const sama = kunciBerkas(xml) === terbuka.kunci;
    const isi = h("p", {}, t("What should happen with {nama}?", { nama: berkas.name }));
    const pilihan = await tanya<"baru" | "ganti">(t("Open a file"), isi, [
      ...(suntingan() && sama ? [{ nilai: "ganti" as const, teks: t("Replace the content of this draft") }] : []),
      { nilai: "baru", teks: t("Make a new draft"), utama: true },
    ]);
    if (pilihan === "ganti") await suntingan()?.gantiIsi(xml);
    if (pilihan === "baru") await buat({ judul, dasar: null, xml });
  }

  const galat = (sebab: unknown): void =>
    kabar("bahaya", sebab instanceof Error && sebab.message ? sebab.message : t("The file is no BPMN diagram."));
  return {
    buat,
    terima: (berkas) => void (tabelSop(berkas) ? gambarSop(berkas) : bukaDiagram(berkas)).catch(galat),
  };
}
