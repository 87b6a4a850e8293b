/** Withdrawing a request, with its reason, as long as that is possible. */
import { z } from "zod";
import { Alasan } from "../../proses/variabel.js";
import { kirimJson, pesanGalat } from "../api/panggil.js";
import { tombol } from "../bagian/dasar.js";
import { ganti, h } from "../dom.js";
import { area, bidang } from "../formulir/bagian/bidang.js";
import { tampilkanGalat } from "../formulir/tampil-galat.js";

/** The button that unfolds into a field for the reason; `selesai` is called after the withdrawal. */
export function tarikPermohonan(nomor: string, selesai: () => void): HTMLElement {
  const wadah = h("div", { class: "rp-tarik" });
  const tutup = () => ganti(wadah, tombol("Tarik permohonan", buka, { class: "rp-tombol rp-bahaya" }));
  const buka = () => {
    const alasan = area("", 3, { maxlength: 1000 });
    const kirim = tombol("Ya, tarik permohonan", () => void tarik(), { class: "rp-tombol rp-bahaya" });
    const tarik = async () => {
      const hasil = Alasan.safeParse(alasan.value);
      if (!hasil.success)
        return tampilkanGalat(wadah, [{ jalur: "alasan", pesan: hasil.error.issues[0]?.message ?? "" }]);
      kirim.disabled = true;
      try {
        await kirimJson(`/api/permohonan/${encodeURIComponent(nomor)}/tarik`, { alasan: hasil.data }, z.unknown());
        selesai();
      } catch (sebab) {
        kirim.disabled = false;
        tampilkanGalat(wadah, [{ jalur: "alasan", pesan: pesanGalat(sebab) }]);
      }
    };
    ganti(
      wadah,
      h("p", {}, "Permohonan berakhir dan tidak ada akun yang di-reset. Penarikan tidak dapat dibatalkan."),
      bidang({ jalur: "alasan", label: "Alasan penarikan", bantuan: "Dicatat dalam riwayat permohonan." }, alasan),
      h("div", { class: "rp-baris-tombol" }, kirim, tombol("Batal", tutup)),
    );
    alasan.focus();
  };
  tutup();
  return wadah;
}
