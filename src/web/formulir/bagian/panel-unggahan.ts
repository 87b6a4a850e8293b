/** Uploading a letter signed elsewhere: what the gateway finds in it is shown before it can be used. */
import type { Dokumen } from "../../../proses/variabel.js";
import { kirimJson, pesanGalat } from "../../api/panggil.js";
import { HasilUnggahan } from "../../api/skema-tanda-tangan.js";
import { daftarTandaTangan } from "../../bagian/daftar-tanda-tangan.js";
import { kotak } from "../../bagian/dasar.js";
import { ganti, h, idBaru } from "../../dom.js";
import { kotakUnggah } from "./kotak-unggah.js";

interface SifatUnggahan {
  readonly idTugas: string;
  readonly awal: readonly Dokumen[];
  readonly batas: number;
}

interface PanelUnggahan {
  readonly elemen: HTMLElement;
  dokumen(): Dokumen | undefined;
  /** True once the signer says that what was found has been read. */
  dibaca(): boolean | undefined;
  tunggu(): string | undefined;
}

/** The box and, below it, the findings about the file in it. */
export function panelUnggahan({ idTugas, awal, batas }: SifatUnggahan): PanelUnggahan {
  const unggahan = kotakUnggah({
    jalur: "suratDitandatangani",
    label: "Surat yang sudah ditandatangani",
    bantuan: "Hasil tanda tangan elektronik, atau pindaian surat bertanda tangan.",
    maksimum: 1,
    awal,
    batas,
  });
  const setuju = h("input", { type: "checkbox", id: idBaru("dibaca") });
  const temuan = h("div", { class: "rp-tumpuk", "aria-live": "polite" });
  let diperiksa: string | undefined;
  let sibuk = false;
  let hasil: HasilUnggahan | undefined;

  const periksa = async () => {
    const dokumen = unggahan.dokumen()[0];
    if (dokumen?.id === diperiksa) return;
    diperiksa = dokumen?.id;
    hasil = undefined;
    setuju.checked = false;
    if (!dokumen) return ganti(temuan);
    sibuk = true;
    ganti(temuan, h("p", { class: "rp-kosong" }, "Memeriksa surat …"));
    try {
      const alamat = `/api/tugas/${encodeURIComponent(idTugas)}/surat-bertanda-tangan`;
      const baru = await kirimJson(alamat, { dokumen: dokumen.id }, HasilUnggahan);
      if (diperiksa !== dokumen.id) return;
      hasil = baru;
      ganti(temuan, isiTemuan(baru, setuju));
    } catch (sebab) {
      if (diperiksa === dokumen.id) ganti(temuan, kotak("bahaya", pesanGalat(sebab)));
    } finally {
      sibuk = false;
    }
  };
  unggahan.elemen.addEventListener("change", () => void periksa());
  void periksa();
  return {
    elemen: h("div", { class: "rp-tumpuk" }, unggahan.elemen, temuan),
    dokumen: () => unggahan.dokumen()[0],
    dibaca: () => setuju.checked || undefined,
    tunggu: () => {
      if (unggahan.sibuk() || sibuk) return "Tunggu sampai surat selesai diunggah dan diperiksa, lalu kirim lagi.";
      if (hasil?.putusan === "tolak")
        return "Surat yang diunggah tidak dapat dipakai; sebabnya tertulis di bawah berkasnya.";
      if (hasil?.putusan === "peringatan" && !setuju.checked)
        return "Periksa temuan pada surat yang diunggah, lalu nyatakan bahwa Anda sudah memeriksanya.";
      return undefined;
    },
  };
}

const NADA = { tolak: "bahaya", peringatan: "awas", catatan: "info" } as const;

function isiTemuan(hasil: HasilUnggahan, setuju: HTMLInputElement): (HTMLElement | null)[] {
  const baik = hasil.putusan === "baik" ? kotak("sukses", "Surat ini sama dengan draf dan tanda tangannya sah.") : null;
  return [
    baik,
    ...hasil.temuan.map((t) => kotak(NADA[t.tingkat], t.pesan)),
    beda(hasil),
    daftarTandaTangan(hasil.tandaTangan),
    hasil.putusan === "peringatan"
      ? h(
          "div",
          { class: "rp-bidang", "data-jalur": "peringatanDibaca" },
          h(
            "label",
            { class: "rp-centang" },
            setuju,
            "Saya sudah memeriksa hal-hal di atas dan tetap memakai surat ini.",
          ),
          h("p", { class: "rp-galat", hidden: true }),
        )
      : null,
  ];
}

/** Only in the draft: struck through; only in the uploaded letter: underlined. The words before it say so as well. */
function beda({ beda: potongan }: HasilUnggahan): HTMLElement | null {
  if (potongan.length === 0) return null;
  const isi = potongan.flatMap(({ jenis, teks }) => {
    if (jenis === "sama") return [h("span", {}, teks), " "];
    return [h(jenis === "hilang" ? "del" : "ins", {}, teks), " "];
  });
  return h(
    "details",
    { class: "rp-beda", open: true },
    h("summary", {}, "Perbedaan dengan draf"),
    h(
      "p",
      { class: "rp-bantuan" },
      h("del", {}, "dicoret"),
      ": hanya ada di draf; ",
      h("ins", {}, "digarisbawahi"),
      ": hanya ada di surat ini.",
    ),
    h("p", { class: "rp-beda-isi" }, isi),
  );
}
