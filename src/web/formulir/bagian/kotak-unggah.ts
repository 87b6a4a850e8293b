/** A place for one or more PDFs: choose or drop, see the progress, remove. */
import type { Dokumen } from "../../../proses/variabel.js";
import { pesanGalat } from "../../api/panggil.js";
import { tolakBerkas, type Unggahan, unggah } from "../../api/unggah.js";
import { tombol } from "../../bagian/dasar.js";
import { IKON } from "../../bagian/ikon.js";
import { ganti, h, idBaru, ikon } from "../../dom.js";
import { alamatPenampil } from "../../pdf/panel-dokumen.js";
import { ukuranKata } from "../../teks.js";
import { bersihkanBidang } from "../tampil-galat.js";

interface SifatUnggah {
  readonly jalur: string;
  readonly label: string;
  readonly bantuan: string;
  readonly opsional?: boolean;
  /** Most files; with 1 a new file takes the place of the old one. */
  readonly maksimum: number;
  readonly awal: readonly Dokumen[];
  /** Bytes. */
  readonly batas: number;
}

interface KotakUnggah {
  readonly elemen: HTMLElement;
  dokumen(): Dokumen[];
  /** An upload is still under way: the form must wait. */
  sibuk(): boolean;
}

const awalBerkas = async (berkas: File): Promise<string> =>
  new TextDecoder("latin1").decode(await berkas.slice(0, 1024).arrayBuffer());

/** Tells the form that its answer has changed although nobody typed. */
export const kabarkanPerubahan = (elemen: Element): void => {
  elemen.dispatchEvent(new Event("change", { bubbles: true }));
};

/** The box with its list of files. */
export function kotakUnggah(sifat: SifatUnggah): KotakUnggah {
  const kerja = new Set<Unggahan>();
  let jadi: Dokumen[] = [...sifat.awal];
  const k = kerangka(sifat, (berkas) => terima(berkas));
  const tetapkan = (baru: Dokumen[]) => {
    jadi = baru;
    gambar();
    kabarkanPerubahan(k.elemen);
  };
  const hapus = (d: Dokumen) => {
    tetapkan(jadi.filter((x) => x.id !== d.id));
    k.masukan.focus();
  };
  const gambar = () =>
    ganti(
      k.daftarJadi,
      jadi.map((d) => butirJadi(d, () => hapus(d))),
    );
  const terima = (berkas: readonly File[]) => {
    bersihkanBidang(k.elemen);
    const muat = sifat.maksimum === 1 ? 1 : sifat.maksimum - jadi.length - kerja.size;
    if (berkas.length > muat) k.beriGalat(`Paling banyak ${sifat.maksimum} berkas.`);
    for (const b of berkas.slice(0, Math.max(muat, 0))) {
      kirim(b).catch((sebab) => k.beriGalat(`${b.name}: ${pesanGalat(sebab)}`));
    }
  };
  const kirim = async (berkas: File) => {
    const tolak = tolakBerkas(berkas.size, await awalBerkas(berkas), sifat.batas);
    if (tolak) return k.beriGalat(`${berkas.name}: ${tolak}`);
    if (sifat.maksimum === 1) for (const lama of kerja) lama.batalkan();
    const baris = butirKirim(berkas);
    const kiriman = unggah(berkas, baris.kemajuan);
    baris.saatBatal(() => kiriman.batalkan());
    kerja.add(kiriman);
    k.daftarKirim.append(baris.elemen);
    const dokumen = await kiriman.selesai.finally(() => {
      kerja.delete(kiriman);
      baris.elemen.remove();
    });
    tetapkan(sifat.maksimum === 1 ? [dokumen] : [...jadi, dokumen]);
  };
  gambar();
  return { elemen: k.elemen, dokumen: () => jadi, sibuk: () => kerja.size > 0 };
}

function kerangka(sifat: SifatUnggah, terima: (berkas: readonly File[]) => void) {
  const id = idBaru("unggah");
  const daftarJadi = h("ul", { class: "rp-unggah-daftar" });
  const daftarKirim = h("ul", { class: "rp-unggah-daftar" });
  const galat = h("p", { class: "rp-galat", id: `${id}-galat`, role: "alert", hidden: true });
  const masukan = h("input", {
    type: "file",
    id,
    accept: ".pdf,application/pdf",
    multiple: sifat.maksimum > 1,
    class: "rp-unggah-masukan",
    "aria-describedby": `${id}-bantuan ${id}-galat`,
    onchange: () => {
      const berkas = [...(masukan.files ?? [])];
      masukan.value = "";
      terima(berkas);
    },
  });
  const elemen = h(
    "div",
    { class: "rp-bidang rp-unggah", "data-jalur": sifat.jalur },
    h("label", { for: id }, sifat.label, sifat.opsional ? h("span", { class: "rp-opsional" }, " (opsional)") : null),
    buatKotak(masukan, terima),
    h(
      "p",
      { class: "rp-bantuan", id: `${id}-bantuan` },
      `${sifat.bantuan} PDF, paling besar ${ukuranKata(sifat.batas)}.`,
    ),
    galat,
    daftarJadi,
    daftarKirim,
  );
  const beriGalat = (pesan: string) => {
    galat.textContent = galat.hidden ? pesan : `${galat.textContent} ${pesan}`;
    galat.hidden = false;
  };
  return { elemen, masukan, daftarJadi, daftarKirim, beriGalat };
}

function buatKotak(masukan: HTMLInputElement, terima: (berkas: readonly File[]) => void): HTMLElement {
  const kotak = h(
    "div",
    { class: "rp-unggah-kotak" },
    ikon(IKON.unggah),
    h("span", { class: "rp-unggah-ajakan" }, h("b", {}, "Pilih berkas PDF"), " atau seret ke sini"),
    masukan,
  );
  const sorot = (nyala: boolean) => (e: Event) => {
    e.preventDefault();
    kotak.classList.toggle("rp-seret", nyala);
  };
  kotak.addEventListener("dragover", sorot(true));
  kotak.addEventListener("dragleave", sorot(false));
  kotak.addEventListener("drop", (e) => {
    sorot(false)(e);
    terima([...(e.dataTransfer?.files ?? [])]);
  });
  return kotak;
}

function butirJadi(d: Dokumen, hapus: () => void): HTMLElement {
  return h(
    "li",
    { class: "rp-unggah-butir rp-unggah-jadi" },
    ikon(IKON.centang),
    h("a", { class: "rp-unggah-nama", href: alamatPenampil(d), target: "_blank", rel: "noopener" }, d.nama),
    h("span", { class: "rp-kecil" }, ukuranKata(d.ukuran)),
    tombol(ikon(IKON.silang), hapus, { class: "rp-tombol-ikon", "aria-label": `Hapus ${d.nama}`, title: "Hapus" }),
  );
}

function butirKirim(berkas: File) {
  const bar = h("progress", { max: 1, value: 0, "aria-label": `Mengunggah ${berkas.name}` });
  const persen = h("span", { class: "rp-kecil rp-angka" }, "0 %");
  let batal = () => {};
  const elemen = h(
    "li",
    { class: "rp-unggah-butir" },
    ikon(IKON.unggah),
    h("span", { class: "rp-unggah-nama" }, berkas.name),
    bar,
    persen,
    tombol(ikon(IKON.silang), () => batal(), {
      class: "rp-tombol-ikon",
      "aria-label": "Batalkan unggahan",
      title: "Batalkan",
    }),
  );
  return {
    elemen,
    kemajuan: (bagian: number) => {
      bar.value = bagian;
      persen.textContent = `${Math.round(bagian * 100)} %`;
    },
    saatBatal: (fungsi: () => void) => {
      batal = fungsi;
    },
  };
}
