/** The page SLA: conditions, list, live refresh, dialogs. */
import type { Kalender } from "../../src/calendar/calendar.js";
import { sedangJamKerja } from "../../src/calendar/working-time.js";
import { ganti, h } from "../../src/web/dom.js";
import { GalatApi, pesanGalat } from "../api/panggil.js";
import type { Langkah } from "../api/skema.js";
import { alamatUnduh, ambilHalaman, daftarSatker, type Saringan } from "../api/sla.js";
import { ambilSop } from "../api/sop.js";
import { ambilKalender } from "../kalender.js";
import type { Pasang } from "../plugin-api.js";
import { bahasa, teks } from "../teks/index.js";
import { angka, jamMenit, saatPenuh } from "../waktu.js";
import { tanyaAlihkan } from "./alihkan.js";
import { createDaftar } from "./daftar.js";
import { tanyaPerpanjang } from "./perpanjang.js";
import { createSaringan } from "./saringan.js";
import { createSumber } from "./sumber.js";
import "../gaya/umum.css";
import "../gaya/halaman.css";

/** Between two refreshes, in ms; a hidden tab waits. */
const SEGAR_MS = 10_000;
const DETAK_MS = 1_000;
/** How long the outcome of a dialog stays to be read. */
const HASIL_MS = 12_000;

/** Draws the page into Cockpit's view. */
export const pasangHalaman: Pasang<HTMLElement> = (wadah, { api }) => {
  const t = teks();
  const b = bahasa();
  let kalender: Kalender | undefined;
  /** How far the server's clock is ahead of this computer's, in ms. */
  let selisih = 0;
  const kini = () => Date.now() + selisih;
  document.title = `${t.sla} · ${document.title.replace(/^SLA · /, "")}`;

  const saringan = createSaringan((baru) => {
    daftar.keAtas();
    sumber.saring(baru);
    tunjukUnduh(baru);
  });
  const sumber = createSumber(ambilHalaman, () => gambar(), saringan.saringan());
  const daftar = createDaftar(sumber, {
    perpanjang: (l) => void perpanjang(l),
    alihkan: (l) => void alihkan(l),
  });
  const kabar = h("p", { class: "sla-kabar", role: "status" });
  const hasil = h("p", { class: "sla-hasil", role: "status" });
  const galat = h("div", { class: "alert alert-danger sla-peringatan", role: "alert", hidden: true });
  const diLuar = h("span", { class: "sla-diluar", hidden: true }, t.diLuarJam);
  const per = h("span", { class: "sla-samping" });
  const kosong = h("div", { class: "sla-kosong", hidden: true });
  const csv = h("a", { class: "btn btn-default btn-sm", download: true }, t.unduhCsv);
  const xlsx = h("a", { class: "btn btn-default btn-sm", download: true }, t.unduhXlsx);
  const tunjukUnduh = (s: Saringan) => {
    csv.href = alamatUnduh("csv", s);
    xlsx.href = alamatUnduh("xlsx", s);
  };
  tunjukUnduh(saringan.saringan());

  const gambarGalat = (sebab: unknown, saat: number) => {
    galat.hidden = sebab === undefined;
    if (sebab === undefined) return;
    const habis = sebab instanceof GalatApi && sebab.status === 401;
    const pesan = saat > 0 && !habis ? t.dataLama(saatPenuh(saat, b), pesanGalat(sebab)) : pesanGalat(sebab);
    const tombol = habis
      ? h(
          "button",
          { type: "button", class: "btn btn-default btn-sm", onclick: () => location.reload() },
          t.masukKembali,
        )
      : h(
          "button",
          { type: "button", class: "btn btn-default btn-sm", onclick: () => void sumber.segarkan() },
          t.cobaLagi,
        );
    ganti(galat, pesan, " ", tombol);
  };

  const gambar = () => {
    const { total, ringkas, diperbarui, galat: sebab, saringan: s } = sumber.keadaan();
    if (diperbarui > 0 && sebab === undefined) selisih = diperbarui - Date.now();
    saringan.hitungan(ringkas);
    gambarGalat(sebab, diperbarui);
    const disaring = Object.values(s).some((nilai) => nilai !== "");
    kosong.hidden = total !== 0 && !(total === undefined && sebab === undefined);
    kosong.textContent = total === undefined ? t.memuat : disaring ? t.kosongSaringan : t.kosong;
    const jumlah = total === undefined ? "" : t.tampil(angka(total, b));
    if (kabar.textContent !== jumlah) kabar.textContent = jumlah;
    per.textContent = diperbarui > 0 ? t.dataPer(`${jamMenit(diperbarui, b)} WIB`) : "";
    daftar.elemen.hidden = total === undefined || total === 0;
    daftar.gambar();
    detak();
  };
  const detak = () => {
    const saat = kini();
    diLuar.hidden = kalender === undefined || bekerja(saat, kalender);
    daftar.detak(saat, kalender);
  };

  let hapusHasil: ReturnType<typeof setTimeout> | undefined;
  const beri = (kata: string) => {
    hasil.textContent = kata;
    clearTimeout(hapusHasil);
    hapusHasil = setTimeout(() => hasil.replaceChildren(), HASIL_MS);
    return sumber.segarkan();
  };
  const perpanjang = async (l: Langkah) => {
    const baru = await tanyaPerpanjang(l, kini, kalender);
    if (baru) await beri(t.diperpanjang(l.nomorPermohonan, saatPenuh(baru.tenggat, b)));
  };
  const alihkan = async (l: Langkah) => {
    try {
      const nama = await tanyaAlihkan(l, api.engineApi);
      if (nama !== undefined) await beri(t.dialihkan(l.nomorPermohonan, nama));
    } catch (sebab) {
      await beri(pesanGalat(sebab));
    }
  };

  ganti(
    wadah,
    h(
      "section",
      { class: "sla sla-halaman", "aria-label": t.judul },
      h(
        "header",
        { class: "sla-atas" },
        h("h1", {}, t.judul),
        diLuar,
        hasil,
        h("div", { class: "sla-kanan" }, kabar, per, csv, xlsx),
      ),
      saringan.elemen,
      galat,
      kosong,
      daftar.elemen,
      h("p", { class: "sla-samping sla-kaki" }, t.jamKerja),
    ),
  );

  const tiapDetik = setInterval(detak, DETAK_MS);
  const segarkan = () => {
    if (!document.hidden) void sumber.segarkan();
  };
  const tiapSegar = setInterval(segarkan, SEGAR_MS);
  const ukur = new ResizeObserver(() => daftar.gambar());
  ukur.observe(daftar.elemen);
  document.addEventListener("visibilitychange", segarkan);
  gambar();
  void ambilKalender().then((k) => {
    kalender = k;
    detak();
  });
  void ambilSop().then(({ lajur, langkah }) => {
    saringan.pilihan("lajur", lajur);
    saringan.pilihan("nomor", langkah);
  });
  daftarSatker(api.engineApi).then(
    (satker) => saringan.pilihan("satker", satker),
    () => {},
  );
  return () => {
    clearTimeout(hapusHasil);
    clearInterval(tiapDetik);
    clearInterval(tiapSegar);
    ukur.disconnect();
    document.removeEventListener("visibilitychange", segarkan);
    sumber.tutup();
  };
};

/** Also true where the calendar does not reach: nothing is said then. */
function bekerja(saat: number, kalender: Kalender): boolean {
  try {
    return sedangJamKerja(saat, kalender);
  } catch {
    return true;
  }
}
