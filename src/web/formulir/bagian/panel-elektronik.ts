/**
 * Signing with a passphrase. What is typed is sent once, in the body of one request, and is gone from the field before
 * the answer comes; it is no part of the form's own answer or of its draft.
 */
import type { Dokumen } from "../../../proses/variabel.js";
import { ambil, GalatApi, kirimJson, pesanGalat } from "../../api/panggil.js";
import { KeadaanTandaTangan } from "../../api/skema-tanda-tangan.js";
import { daftarTandaTangan } from "../../bagian/daftar-tanda-tangan.js";
import { kotak, tautanTabBaru } from "../../bagian/dasar.js";
import { ganti, h } from "../../dom.js";
import { alamatPenampil } from "../../pdf/panel-dokumen.js";
import { isianPassphrase, pertanyaanStatus } from "./isian-elektronik.js";
import { kabarkanPerubahan } from "./kotak-unggah.js";

interface PanelElektronik {
  readonly elemen: HTMLElement;
  dokumen(): Dokumen | undefined;
  /** Why the form cannot be sent yet. */
  tunggu(): string | undefined;
  tutup(): void;
}

/** Called once with whether electronic signing is set up at all. */
export type SaatTersedia = (tersedia: boolean) => void;

const LAYANAN = {
  bsre: "Memakai sertifikat elektronik Anda dari Balai Besar Sertifikasi Elektronik (BSrE).",
  uji: "Memakai layanan uji atau layanan yang belum dipastikan sebagai BSrE. Surat akan diberi keterangan BUKAN sertifikat BSrE.",
  lokal: "Memakai kunci tanda tangan pada server ini. BUKAN sertifikat BSrE; surat akan diberi keterangan itu.",
} as const;

/** The panel of a task; it asks the gateway how the signature stands. */
export function panelElektronik(idTugas: string, saatTersedia: SaatTersedia): PanelElektronik {
  const alamat = `/api/tugas/${encodeURIComponent(idTugas)}/tanda-tangan`;
  const elemen = h("div", { class: "rp-tumpuk rp-elektronik", "data-jalur": "suratDitandatangani" });
  let kini: KeadaanTandaTangan | undefined;
  let sibuk = false;

  const tampil = (k: KeadaanTandaTangan) => {
    kini = k;
    ganti(elemen, ...isi(k));
    kabarkanPerubahan(elemen);
  };
  const isi = (k: KeadaanTandaTangan): HTMLElement[] => {
    if (k.cara === null) return [];
    if (k.keadaan === "berhasil" && k.dokumen) return [hasil(k, k.dokumen)];
    if (k.keadaan === "siap") return [keterangan(k), isian()];
    return [belumPasti(k)];
  };
  const jalankan = async (
    tekan: HTMLButtonElement,
    minta: () => Promise<KeadaanTandaTangan>,
    lapor: (pesan: string) => void,
  ) => {
    const semula = tekan.textContent ?? "";
    [sibuk, tekan.disabled, tekan.textContent] = [true, true, "Menunggu jawaban …"];
    try {
      tampil(await minta());
    } catch (sebab) {
      [tekan.disabled, tekan.textContent] = [false, semula];
      // Without an answer of the gateway nobody knows whether it asked the signer: look, do not repeat.
      if (!(sebab instanceof GalatApi) || sebab.status === 0 || sebab.status >= 500) tampil(tanpaKabar(kini));
      else lapor(pesanGalat(sebab));
    } finally {
      sibuk = false;
    }
  };
  const minta = (jalur: string, badan: object) => (): Promise<KeadaanTandaTangan> =>
    kirimJson(`${alamat}${jalur}`, badan, KeadaanTandaTangan);
  const isian = (): HTMLElement =>
    isianPassphrase((passphrase, tekan, lapor) => jalankan(tekan, minta("", { passphrase }), lapor));
  const belumPasti = (k: KeadaanTandaTangan): HTMLElement =>
    pertanyaanStatus(k, {
      periksa: (tekan, lapor) => jalankan(tekan, minta("/periksa", {}), lapor),
      tinggalkan: (tekan, lapor) => jalankan(tekan, minta("/tinggalkan", {}), lapor),
    });

  ambil(alamat, KeadaanTandaTangan).then(
    (k) => {
      saatTersedia(k.cara !== null);
      tampil(k);
    },
    (sebab) => {
      saatTersedia(false);
      ganti(elemen, kotak("bahaya", pesanGalat(sebab)));
    },
  );
  return {
    elemen,
    dokumen: () => (kini?.keadaan === "berhasil" ? (kini.dokumen ?? undefined) : undefined),
    tunggu: () => (sibuk ? "Tunggu sampai penandatanganan selesai, lalu kirim lagi." : undefined),
    tutup: () => elemen.replaceChildren(),
  };
}

/** Nobody knows whether the signer was asked: what is shown then. */
const tanpaKabar = (terakhir: KeadaanTandaTangan | undefined): KeadaanTandaTangan => ({
  ...(terakhir ?? { cara: { jenis: "bsre", bsre: false }, dimulai: null }),
  keadaan: "belumDiketahui",
  dokumen: null,
  laporan: null,
  bolehUlang: false,
});

const keterangan = ({ cara }: KeadaanTandaTangan): HTMLElement => {
  const bsre = cara?.jenis === "bsre" && cara.bsre;
  return kotak(bsre ? "info" : "awas", cara?.jenis === "lokal" ? LAYANAN.lokal : bsre ? LAYANAN.bsre : LAYANAN.uji);
};

const hasil = ({ laporan }: KeadaanTandaTangan, dokumen: Dokumen): HTMLElement =>
  h(
    "div",
    { class: "rp-tumpuk" },
    kotak(
      "sukses",
      h("b", {}, "Surat sudah ditandatangani"),
      h("p", {}, "Baca hasilnya bila perlu, lalu tekan Selesaikan untuk mengarsipkan dan mengirim surat."),
      tautanTabBaru(alamatPenampil(dokumen), "Buka surat bertanda tangan"),
    ),
    daftarTandaTangan(laporan?.tandaTangan ?? []),
  );
