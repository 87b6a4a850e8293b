/** The preview: the letter as the real renderer draws it, page below page; the old pages stay until the new ones are there. */
import { kirimUntukBerkas, pesanGalat } from "../../api/panggil.js";
import { kotak } from "../../bagian/dasar.js";
import { ganti, h } from "../../dom.js";
import type { PdfTerbuka } from "../../pdf/pdf.js";

const TUNDA_MS = 250;
const PINGGIR = 26;

interface Kertas {
  readonly elemen: HTMLElement;
  /** Draws this template with that sample a moment later; an older wish is dropped. */
  minta(isi: unknown, contoh: string): void;
  /** Says that what is shown is no longer what the fields say. */
  basi(): void;
}

/** An empty preview. */
export function kertas(): Kertas {
  const lembaran = h(
    "div",
    { class: "rp-kertas", role: "region", "aria-label": "Pratinjau surat", tabindex: 0 },
    h("p", { class: "rp-pratinjau-pesan" }, "Menyiapkan pratinjau …"),
  );
  const keadaan = h("p", { class: "rp-kecil", role: "status" });
  let pemutus = new AbortController();
  let tunda: ReturnType<typeof setTimeout> | undefined;

  const gambar = async (isi: unknown, contoh: string, signal: AbortSignal) => {
    const data = await kirimUntukBerkas("/api/surat/templat/pratinjau", { isi, contoh }, signal);
    const { bukaIsiPdf } = await import("../../pdf/pdf.js");
    const pdf = await bukaIsiPdf(data);
    try {
      const baru = await gambarSemua(pdf, lembaran.clientWidth - PINGGIR);
      if (signal.aborted) return;
      const letak = lembaran.scrollTop;
      ganti(lembaran, baru);
      lembaran.scrollTop = letak;
      lembaran.classList.remove("rp-basi");
      ganti(keadaan, pdf.jumlahHalaman === 1 ? "1 halaman" : `${pdf.jumlahHalaman} halaman`);
    } finally {
      pdf.tutup();
    }
  };
  return {
    elemen: h("div", { class: "rp-tumpuk-rapat" }, lembaran, keadaan),
    basi: () => {
      pemutus.abort();
      clearTimeout(tunda);
      lembaran.classList.add("rp-basi");
      ganti(keadaan, "Pratinjau menunggu isian yang benar.");
    },
    minta(isi, contoh) {
      pemutus.abort();
      clearTimeout(tunda);
      pemutus = new AbortController();
      const { signal } = pemutus;
      tunda = setTimeout(() => {
        gambar(isi, contoh, signal).catch((sebab: unknown) => {
          if (signal.aborted) return;
          lembaran.classList.add("rp-basi");
          ganti(keadaan, kotak("bahaya", pesanGalat(sebab)));
        });
      }, TUNDA_MS);
    },
  };
}

async function gambarSemua(pdf: PdfTerbuka, lebar: number): Promise<HTMLElement[]> {
  const hasil: HTMLElement[] = [];
  for (let nomor = 1; nomor <= pdf.jumlahHalaman; nomor += 1) {
    const kanvas = h("canvas", { role: "img", "aria-label": `Surat, halaman ${nomor}` });
    const teks = h("div", { class: "rp-lapis-teks" });
    await pdf.gambar({ kanvas, teks }, nomor, Math.max(lebar, 200));
    hasil.push(h("div", { class: "rp-lembaran" }, kanvas, teks));
  }
  return hasil;
}
