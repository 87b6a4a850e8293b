/** Mounts a form into Tasklist: fetches what it shows, restores a draft, connects the buttons. */
import "../tanpa-eval.js";
import "../gaya/formulir.css";
import type { NamaFormulir } from "../../proses/tugas.js";
import { ambil, pesanGalat } from "../api/panggil.js";
import { FormulirAwal, Tugas } from "../api/skema.js";
import { kotak, tombol } from "../bagian/dasar.js";
import { ganti, h } from "../dom.js";
import { ambilKalender } from "../kalender.js";
import type { CamForm, LingkupForm } from "./camunda.js";
import { type FormulirTugas, lembarAwal, lembarTugas } from "./daftar.js";
import type { Isian } from "./isian.js";
import { kepalaAwal, kepalaTugas } from "./kepala-formulir.js";
import { sambungkan } from "./kirim.js";
import type { Lembar } from "./lembar.js";
import { type Rangka, rangka } from "./rangka.js";
import { buatSimpanan, type Simpanan } from "./simpanan.js";

/** What a form needs once its data are there. */
interface Bahan {
  readonly id: NamaFormulir;
  readonly pengguna: string;
  readonly tugas: string;
  buat(isian: Isian): { lembar: Lembar; rangka: (buangDraf?: () => void) => Rangka };
}

/** What Tasklist itself locks a form by: the task is not claimed by this person. */
const TERKUNCI = "options.disableForm";

const adaFormulir = (id: string): id is FormulirTugas => Object.hasOwn(lembarTugas, id);

async function bahanTugas(idTugas: string, pengguna: string): Promise<Bahan> {
  const [tugas, kalender] = await Promise.all([
    ambil(`/api/tugas/${encodeURIComponent(idTugas)}`, Tugas),
    ambilKalender(),
  ]);
  const id = tugas.langkah;
  if (!adaFormulir(id)) throw new Error(`no form for ${id}`);
  const rekan = tugas.ditugaskanKepada?.id === pengguna ? undefined : tugas.ditugaskanKepada?.nama;
  return {
    id,
    pengguna,
    tugas: tugas.id,
    buat: (isian) => {
      const lembar = lembarTugas[id](tugas, isian);
      const kepala = kepalaTugas(tugas, new Date(), kalender);
      return {
        lembar,
        rangka: (buangDraf) =>
          rangka({ kepala, lembar, riwayat: tugas.permohonan.riwayat, dipegang: rekan, buangDraf }),
      };
    },
  };
}

async function bahanAwal(): Promise<Bahan> {
  const awal = await ambil("/api/formulir-awal", FormulirAwal);
  return {
    id: "permohonan-diajukan",
    pengguna: awal.pemohon.id,
    tugas: "mulai",
    buat: (isian) => {
      const lembar = lembarAwal(awal, isian);
      return {
        lembar,
        rangka: (buangDraf) => rangka({ kepala: kepalaAwal(awal, new Date()), lembar, riwayat: [], buangDraf }),
      };
    },
  };
}

/** Saves a little after the last change, and at once when the form goes. */
function simpanOtomatis(akar: HTMLElement, simpanan: Simpanan, nilai: () => Record<string, unknown>) {
  let jam: ReturnType<typeof setTimeout> | undefined;
  const simpan = () => {
    if (jam === undefined) return;
    clearTimeout(jam);
    jam = undefined;
    simpanan.simpan(nilai());
  };
  const berubah = () => {
    clearTimeout(jam);
    jam = setTimeout(simpan, 300);
  };
  akar.addEventListener("input", berubah);
  akar.addEventListener("change", berubah);
  addEventListener("pagehide", simpan);
  return {
    simpan,
    lupakan: () => {
      clearTimeout(jam);
      jam = undefined;
      simpanan.hapus();
    },
    lepas: () => removeEventListener("pagehide", simpan),
  };
}

/** Mounts the form; where its data cannot be had, says why and offers to try again. */
export async function mulai(form: CamForm, lingkup: LingkupForm): Promise<void> {
  const elemenForm = form.formElement[0];
  if (!elemenForm) return;
  // Tasklist compiles forms as Angular templates: nothing that people typed may be read as one.
  const akar = h("div", { class: "rp rp-akar", "ng-non-bindable": true });
  ganti(elemenForm, akar);
  await cobaPasang(form, lingkup, akar);
}

async function cobaPasang(form: CamForm, lingkup: LingkupForm, akar: HTMLElement): Promise<void> {
  ganti(akar, h("p", { class: "rp-memuat", role: "status" }, "Memuat formulir …"));
  try {
    const pengguna = lingkup.$root?.authentication?.name ?? "";
    pasang(form, lingkup, akar, await (form.taskId ? bahanTugas(form.taskId, pengguna) : bahanAwal()));
  } catch (sebab) {
    const lagi = tombol("Coba lagi", () => void cobaPasang(form, lingkup, akar));
    ganti(akar, kotak("bahaya", h("p", {}, pesanGalat(sebab)), lagi));
  }
}

function pasang(form: CamForm, lingkup: LingkupForm, akar: HTMLElement, bahan: Bahan): void {
  const simpanan = buatSimpanan(sessionStorage, bahan);
  let terkunci = false;
  let kini: { lembar: Lembar; rangka: Rangka } | undefined;
  const tampilkan = (draf: Isian | undefined) => {
    kini?.rangka.tutup();
    const { lembar, rangka: buat } = bahan.buat(draf ?? {});
    const buang = () => {
      otomatis.lupakan();
      tampilkan(undefined);
    };
    kini = { lembar, rangka: buat(draf ? buang : undefined) };
    kini.rangka.kunci(terkunci);
    ganti(akar, kini.rangka.elemen);
    return kini;
  };
  const awal = tampilkan(simpanan.baca());
  const lembar = () => (kini ?? awal).lembar;
  const otomatis = simpanOtomatis(akar, simpanan, () => lembar().nilai());
  sambungkan(form, { id: bahan.id, akar, lembar, saatTerkirim: otomatis.lupakan });
  form.rpSiap = true;
  const kunci = (nilai: unknown) => {
    terkunci = nilai === true;
    kini?.rangka.kunci(terkunci);
  };
  // A watch reports only in Angular's next digest, and after loading there may be none for a while.
  kunci(lingkup.$eval(TERKUNCI));
  lingkup.$watch(TERKUNCI, kunci);
  lingkup.$on("$destroy", () => {
    otomatis.simpan();
    otomatis.lepas();
    kini?.rangka.tutup();
  });
}
