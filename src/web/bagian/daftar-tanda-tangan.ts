/** The signatures found in a PDF, one entry each, in words a signer understands. */
import type { TandaTangan } from "../api/skema-tanda-tangan.js";
import { h, ikon } from "../dom.js";
import { saatLengkap } from "../waktu.js";
import { IKON } from "./ikon.js";

/** What holds for a signature and what does not. Pure. */
function sifatTandaTangan(t: TandaTangan): { teks: string; baik: boolean }[] {
  const lengkap = t.menyeluruh ? "Mencakup seluruh berkas, tidak berubah sesudahnya" : "Tidak mencakup seluruh berkas";
  return [
    { teks: t.utuh ? "Tanda tangan sah" : "Tanda tangan tidak sah: isi yang ditandatangani berubah", baik: t.utuh },
    { teks: lengkap, baik: t.menyeluruh },
    ...(t.berlaku ? [] : [{ teks: "Sertifikat tidak berlaku pada saat itu", baik: false }]),
    {
      teks: t.bsre
        ? "Sertifikat diterbitkan oleh BSrE"
        : `Bukan sertifikat BSrE${t.penerbit ? `; penerbit: ${t.penerbit}` : ""}`,
      baik: t.bsre,
    },
  ];
}

/** The instant, and whose clock it is. Pure. */
function waktuTandaTangan({ waktu, sumberWaktu }: TandaTangan): string {
  if (waktu === null) return "waktu tidak tercatat";
  return saatLengkap(new Date(waktu)) + (sumberWaktu === "stempel" ? " (stempel waktu)" : "");
}

/** The list; nothing for no signatures. */
export function daftarTandaTangan(semua: readonly TandaTangan[]): HTMLElement | null {
  if (semua.length === 0) return null;
  return h(
    "ul",
    { class: "rp-tanda-tangan" },
    semua.map((t) =>
      h(
        "li",
        {},
        h("b", {}, t.jenis === "stempelWaktu" ? `Stempel waktu: ${t.nama}` : t.nama),
        h("span", { class: "rp-kecil" }, waktuTandaTangan(t)),
        sifatTandaTangan(t).map(({ teks, baik }) =>
          h(
            "span",
            { class: `rp-sifat ${baik ? "rp-baik" : "rp-kurang"}` },
            ikon(baik ? IKON.centang : IKON.awas),
            teks,
          ),
        ),
      ),
    ),
  );
}
