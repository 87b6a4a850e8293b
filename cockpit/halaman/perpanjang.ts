/** The dialog that moves a due date, with a reason. */
import type { Kalender } from "../../src/calendar/calendar.js";
import { tambahWaktuKerja } from "../../src/calendar/working-time.js";
import { h, idBaru } from "../../src/web/dom.js";
import type { Diperpanjang, Langkah } from "../api/skema.js";
import { perpanjang } from "../api/sla.js";
import { bahasa, teks } from "../teks/index.js";
import { dariIsian, keIsian, saatPenuh } from "../waktu.js";
import { tanya } from "./dialog.js";

const ALASAN_TERPENDEK = 10;

/** The due date that adding working time gives, counted from now where the old one is over, as the server counts; undefined where no calendar is loaded or it ends before. */
function sesudahTambah(dari: number, durasi: string, kalender: Kalender | undefined): number | undefined {
  try {
    return kalender && tambahWaktuKerja(dari, durasi, kalender);
  } catch {
    return undefined;
  }
}

const bidang = (label: string, isian: HTMLElement, petunjuk?: HTMLElement) => {
  isian.id = idBaru("isian");
  return h("div", { class: "form-group" }, h("label", { for: isian.id }, label), isian, petunjuk);
};

/** Asks how far and why; resolves with the extended step, or undefined. */
export function tanyaPerpanjang(
  l: Langkah,
  kini: () => number,
  kalender: Kalender | undefined,
): Promise<Diperpanjang | undefined> {
  const t = teks();
  const b = bahasa();
  const durasi = h(
    "select",
    { class: "form-control" },
    Object.entries(t.durasi).map(([kode, nama]) => h("option", { value: kode, selected: kode === "P1D" }, nama)),
    h("option", { value: "" }, t.tenggatBaru),
  );
  const tenggat = h("input", {
    type: "datetime-local",
    class: "form-control",
    value: keIsian(Math.max(l.tenggat, kini())),
  });
  const barisTenggat = bidang(t.tenggatBaru, tenggat);
  const hasil = h("p", { class: "sla-samping", "aria-live": "polite" });
  const petunjuk = h("span", { class: "sla-samping", id: idBaru("petunjuk") }, t.alasanPetunjuk);
  const alasan = h("textarea", {
    class: "form-control",
    rows: 3,
    maxlength: 1000,
    required: true,
    "aria-describedby": petunjuk.id,
  });
  const tampilkan = () => {
    barisTenggat.hidden = durasi.value !== "";
    const menjadi =
      durasi.value === "" ? undefined : sesudahTambah(Math.max(l.tenggat, kini()), durasi.value, kalender);
    hasil.textContent = menjadi === undefined ? "" : t.menjadi(saatPenuh(menjadi, b));
  };
  durasi.addEventListener("change", tampilkan);
  tampilkan();

  return tanya({
    judul: t.perpanjangUntuk(l.nomorPermohonan),
    keterangan: `${l.langkah.nama} · ${t.tenggat} ${saatPenuh(l.tenggat, b)}`,
    isi: [bidang(t.tambahWaktu, durasi), barisTenggat, hasil, bidang(t.alasan, alasan, petunjuk)],
    tombol: t.perpanjang,
    periksa() {
      const terpilih = durasi.value === "" ? dariIsian(tenggat.value) : Number.POSITIVE_INFINITY;
      if (!(terpilih > kini())) return { bidang: tenggat, pesan: t.wajibTenggat };
      if (alasan.value.trim().length < ALASAN_TERPENDEK) return { bidang: alasan, pesan: t.wajibAlasan };
      return undefined;
    },
    kirim: () =>
      perpanjang(l.id, {
        ...(durasi.value === ""
          ? { tenggat: new Date(dariIsian(tenggat.value)).toISOString() }
          : { tambah: durasi.value }),
        alasan: alasan.value.trim(),
      }),
  });
}
