/** Turns Tasklist's submit into a checked answer, and its failure into messages at the fields. */
import { z } from "zod";
import { type NamaFormulir, susunFormulir } from "../../proses/tugas.js";
import { tanggalWib } from "../../waktu/wib.js";
import type { CamForm } from "./camunda.js";
import { type Galat, galatDari, galatServer } from "./galat.js";
import type { Lembar } from "./lembar.js";
import { bersihkanBidang, bersihkanGalat, tampilkanGalat } from "./tampil-galat.js";

const formulir = susunFormulir(() => tanggalWib(new Date()));

/** The checked answer, or what is wrong with it. Pure. */
export function periksa(id: NamaFormulir, nilai: unknown): { readonly jawaban: unknown } | { readonly galat: Galat[] } {
  const hasil = formulir[id].safeParse(nilai);
  return hasil.success ? { jawaban: hasil.data } : { galat: galatDari(hasil.error.issues) };
}

const GalatKirim = z.object({ status: z.number().optional(), response: z.object({ body: z.unknown() }).optional() });

const CADANGAN = "Server tidak dapat dijangkau. Isian Anda tetap tersimpan di tab ini; coba beberapa saat lagi.";
const SESI = "Sesi Anda berakhir. Isian Anda tetap tersimpan di tab ini; masuk lagi, lalu kirim.";

/** The messages of a submit that the gateway or the network refused. Pure. */
export function galatKirim(sebab: unknown): Galat[] {
  const galat = GalatKirim.safeParse(sebab).data;
  if (galat?.status === 401) return [{ jalur: "", pesan: SESI }];
  return galatServer(galat?.response?.body, CADANGAN);
}

/** Sets the one variable that a form sends; an older one may be left from a refused submit. */
function pasangJawaban({ variableManager: v }: CamForm, jawaban: unknown): void {
  if (v.variable("jawaban")) v.destroyVariable("jawaban");
  v.createVariable({ name: "jawaban", type: "Json", value: jawaban });
}

interface SifatKirim {
  readonly id: NamaFormulir;
  readonly akar: HTMLElement;
  /** The mounted form, which changes when a draft is thrown away. */
  readonly lembar: () => Lembar;
  readonly saatTerkirim: () => void;
}

/** Connects the form with Tasklist's Complete or Start button. */
export function sambungkan(form: CamForm, { id, akar, lembar, saatTerkirim }: SifatKirim): void {
  const cegah = (galat: Galat[]) => {
    form.submitPrevented = true;
    tampilkanGalat(akar, galat);
  };
  form.on("submit", () => {
    const tunggu = lembar().tunggu?.();
    if (tunggu) return cegah([{ jalur: "", pesan: tunggu }]);
    const hasil = periksa(id, lembar().nilai());
    if ("galat" in hasil) return cegah(hasil.galat);
    bersihkanGalat(akar);
    pasangJawaban(form, hasil.jawaban);
  });
  form.on("submit-failed", (_, [sebab]) => {
    if (!form.submitPrevented) tampilkanGalat(akar, galatKirim(sebab));
  });
  form.on("submit-success", saatTerkirim);
  // Tasklist would keep the answer in localStorage, beyond this tab and this person.
  form.on("store", () => {
    form.storePrevented = true;
  });
  akar.addEventListener("input", ({ target }) => {
    const bidang = target instanceof Element ? target.closest("[data-jalur]") : null;
    if (bidang) bersihkanBidang(bidang);
  });
}
