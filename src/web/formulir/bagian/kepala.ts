/** The head of every form: which step this is, what the SOP says of it, for whom, and until when. */
import type { Kalender } from "../../../calendar/calendar.js";
import type { BarisSop } from "../../api/skema.js";
import { daftarIstilah, teksSop } from "../../bagian/dasar.js";
import { IKON } from "../../bagian/ikon.js";
import { type Anak, ganti, h, ikon } from "../../dom.js";
import { sisaLangkah } from "../../sisa-kerja.js";

interface SifatKepala {
  readonly judul: string;
  /** In place of "Langkah n dari 11". */
  readonly langkah?: string;
  /** Null for the manual ways out, which are no row of the SOP. */
  readonly sop: BarisSop | null;
  readonly pelaksana: string;
  /** What is asked, in one sentence. */
  readonly perihal: Anak;
  readonly tenggat: Date | null;
  /** When the time began to run; without it nothing is counted. */
  readonly mulai?: Date;
  /** Counts the working time that is left; undefined where it cannot be had. */
  readonly kalender?: Kalender | undefined;
}

/** The form's head; the frame tells it the time every half minute. */
export interface Kepala {
  readonly elemen: HTMLElement;
  /** Writes anew what is left of the time. */
  detak(sekarang: Date): void;
}

function barisTenggat(tenggat: Date, sekarang: Date, { mulai = tenggat, kalender }: SifatKepala): HTMLElement {
  const t = sisaLangkah({ mulai, tenggat }, sekarang, kalender);
  return h(
    "p",
    { class: `rp-tenggat rp-tenggat-${t.keadaan}` },
    ikon(t.keadaan === "lewat" ? IKON.awas : IKON.jam),
    h(
      "span",
      {},
      "Tenggat ",
      h("time", { datetime: tenggat.toISOString() }, t.saat),
      t.sisa ? [" · ", h("strong", {}, t.sisa)] : "",
    ),
  );
}

const isiAtau = (teks: string): Anak => (teks === "" ? "–" : teksSop(teks));

function barisSop(sop: BarisSop): HTMLElement {
  return h(
    "details",
    { class: "rp-sop" },
    h("summary", {}, `Bunyi SOP langkah ${sop.nomor}`),
    daftarIstilah([
      ["Aktivitas", isiAtau(sop.aktivitas)],
      ["Pelaksana", sop.pelaksana],
      ["Persyaratan", isiAtau(sop.persyaratan)],
      ["Waktu", isiAtau(sop.waktu)],
      ["Output", isiAtau(sop.output)],
      ["Keterangan", isiAtau(sop.keterangan)],
    ]),
  );
}

/** The head, without the task's own content; `sekarang` is the instant it is first shown. */
export function kepala(sifat: SifatKepala, sekarang: Date): Kepala {
  const langkah = sifat.langkah ?? (sifat.sop ? `Langkah ${sifat.sop.nomor} dari 11` : "Jalan keluar manual");
  const tenggat = h("div", { class: "rp-kepala-tenggat" });
  const detak = (kini: Date) => {
    if (sifat.tenggat) ganti(tenggat, barisTenggat(sifat.tenggat, kini, sifat));
  };
  detak(sekarang);
  const elemen = h(
    "header",
    { class: "rp-kepala" },
    h("p", { class: "rp-kepala-langkah" }, h("span", {}, langkah), h("span", {}, sifat.pelaksana)),
    h("h2", {}, sifat.judul),
    h("p", { class: "rp-kepala-perihal" }, sifat.perihal),
    tenggat,
    sifat.sop ? barisSop(sifat.sop) : null,
  );
  return { elemen, detak };
}
