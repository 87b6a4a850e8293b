/** A draft under the fingers: restoring what never reached the server, saving, joining with colleagues. */
import { h } from "../../../src/web/dom.js";
import { sebutan, unsurDari } from "../../lint/unsur.js";
import { api } from "../api/api.js";
import type { Draf } from "../api/skema-draf.js";
import type { Kabar } from "../bagian/kabar.js";
import { tanya } from "../bagian/lembar.js";
import { waktuLengkap } from "../bagian/tanggal.js";
import { t } from "../bahasa/bahasa.js";
import type { Bus, Daftar, Pemodel } from "../bpmn/jenis.js";
import { gabung } from "../draf/gabung.js";
import { createPenyimpan, type Keadaan, type Keputusan, type Penyimpan } from "../draf/penyimpan.js";
import { bacaSimpanan, hapusSimpanan } from "../draf/simpanan-lokal.js";

interface Kanvas {
  viewbox(): { x: number; y: number; width: number; height: number };
  viewbox(v: unknown): void;
}
/** `tutup` ends saving and the look for colleagues' saves; the canvas stays. */
export interface Suntingan {
  readonly penyimpan: Penyimpan;
  /** Puts another diagram in the place of this one, as a change that is saved. */
  gantiIsi(xml: string): Promise<void>;
  tutup(): void;
}

/** The colleague's save is looked for this often while the page is in front. */
const TENGOK_MS = 15_000;

const namaUnsur = (p: Pemodel, id: string): string => {
  const daftar = p.get("elementRegistry") as Daftar;
  const b = daftar.get(id) ?? daftar.get(id.replace(/_di$/, ""));
  return b ? sebutan(unsurDari(b.businessObject) ?? b.businessObject) : id;
};

/** Imports another XML and keeps the piece of the diagram that was in view. */
async function tukar(p: Pemodel, xml: string): Promise<void> {
  const kanvas = p.get("canvas") as Kanvas;
  const { x, y, width, height } = kanvas.viewbox();
  await p.importXML(xml);
  (p.get("canvas") as Kanvas).viewbox({ x, y, width, height });
}

function tanyaBentrok(p: Pemodel, bentrok: readonly string[], oleh: string): Promise<Keputusan> {
  const isi = h(
    "div",
    { class: "rp-tumpuk-rapat" },
    h(
      "p",
      {},
      t("{oleh} changed the same parts as you. Everything else has been joined.", { oleh: oleh || t("A colleague") }),
    ),
    h(
      "ul",
      { class: "m-bentrok" },
      [...new Set(bentrok.map((id) => namaUnsur(p, id)))].map((n) => h("li", {}, n)),
    ),
  );
  return tanya<Keputusan>(t("Whose version of these parts counts?"), isi, [
    { nilai: "mereka", teks: t("The colleague's") },
    { nilai: "kita", teks: t("Mine"), utama: true },
  ]).then((k) => k ?? "mereka");
}

/** Begins editing an imported draft. */
export async function mulaiSunting(
  p: Pemodel,
  draf: Draf,
  saatKeadaan: (k: Keadaan) => void,
  kabar: Kabar,
): Promise<Suntingan> {
  const peti = window.localStorage;
  let senyap = false;
  const tampilkan = async (xml: string): Promise<void> => {
    senyap = true;
    await tukar(p, xml).finally(() => {
      senyap = false;
    });
  };
  const penyimpan = createPenyimpan({
    id: draf.id,
    revisi: draf.revisi,
    dasar: draf.xml,
    ambilXml: async () => (await p.saveXML({ format: true })).xml ?? "",
    simpan: (revisi, xml) => api.simpanDraf(draf.id, revisi, xml),
    tampilkan: async (xml, oleh) => {
      await tampilkan(xml);
      kabar("info", t("Joined with the change of {oleh}.", { oleh: oleh || t("A colleague") }));
    },
    tanya: (bentrok, oleh) => tanyaBentrok(p, bentrok, oleh),
    saatKeadaan,
    peti,
    jam: () => new Date(),
    tunda: (kerja, ms) => {
      const id = setTimeout(kerja, ms);
      return { batal: () => clearTimeout(id) };
    },
  });
  await pulihkan(p, draf, penyimpan, tampilkan, kabar);
  const berubah = (): void => {
    if (!senyap) penyimpan.berubah();
  };
  (p.get("eventBus") as Bus).on("commandStack.changed", berubah);
  const tengok = setInterval(() => void lihatLuar(draf.id, penyimpan, tampilkan, kabar), TENGOK_MS);
  const sambung = (): void => {
    if (penyimpan.tertunda) void penyimpan.simpanSekarang().catch(() => undefined);
  };
  window.addEventListener("online", sambung);
  return {
    penyimpan,
    gantiIsi: async (xml) => {
      await tampilkan(xml);
      penyimpan.berubah();
    },
    tutup: () => {
      clearInterval(tengok);
      window.removeEventListener("online", sambung);
      penyimpan.berhenti();
    },
  };
}

/** Brings back what a crash or a closed tab left in the browser. */
async function pulihkan(
  p: Pemodel,
  draf: Draf,
  penyimpan: Penyimpan,
  tampilkan: (xml: string) => Promise<void>,
  kabar: Kabar,
): Promise<void> {
  const sisa = bacaSimpanan(window.localStorage, draf.id);
  if (!sisa) return;
  if (sisa.xml === draf.xml) return hapusSimpanan(window.localStorage, draf.id);
  let xml = sisa.xml;
  if (sisa.revisi !== draf.revisi) {
    const hasil = gabung(sisa.dasar, sisa.xml, draf.xml);
    const menang = hasil.bentrok.length > 0 ? await tanyaBentrok(p, hasil.bentrok, draf.diubahOleh) : "kita";
    xml = menang === "kita" ? hasil.xml : gabung(sisa.dasar, sisa.xml, draf.xml, "mereka").xml;
  }
  await tampilkan(xml);
  kabar(
    "info",
    t("Changes of {kapan} that had not reached the server were restored.", {
      kapan: waktuLengkap(new Date(sisa.kapan)),
    }),
  );
  penyimpan.berubah();
}

/** Shows a colleague's save while nothing of ours is pending. */
async function lihatLuar(
  id: string,
  penyimpan: Penyimpan,
  tampilkan: (xml: string) => Promise<void>,
  kabar: Kabar,
): Promise<void> {
  // Not while somebody types: the field would be taken away under the fingers.
  const mengetik = document.activeElement?.matches("input, textarea, select, [contenteditable]") ?? false;
  if (document.hidden || mengetik || penyimpan.tertunda) return;
  const kini = await api.draf(id).catch(() => undefined);
  if (!kini || kini.revisi <= penyimpan.revisi || penyimpan.tertunda) return;
  penyimpan.terimaLuar(kini.revisi, kini.xml);
  await tampilkan(kini.xml);
  kabar("info", t("{oleh} changed this draft; you see the new state.", { oleh: kini.diubahOleh }));
}
