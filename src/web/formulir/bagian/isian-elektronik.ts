/** What is asked of whoever signs electronically: the passphrase, and what to do while nobody knows how it ended. */
import type { KeadaanTandaTangan } from "../../api/skema-tanda-tangan.js";
import { kotak, tombol } from "../../bagian/dasar.js";
import { ganti, h } from "../../dom.js";
import { saatLengkap } from "../../waktu.js";
import { bidang, masukan } from "./bidang.js";

type Lapor = (pesan: string) => void;

/** Does what a button stands for; `lapor` shows why it was refused. */
type Kerja = (tekan: HTMLButtonElement, lapor: Lapor) => Promise<void>;

/** The field of the passphrase, which is empty again before `kirim` is called with what stood in it. */
export function isianPassphrase(
  kirim: (passphrase: string, tekan: HTMLButtonElement, lapor: Lapor) => Promise<void>,
): HTMLElement {
  const sandi = masukan("", { type: "password", autocomplete: "off", spellcheck: "false", maxlength: 200 });
  const galat = h("div", { class: "rp-tumpuk" });
  const lapor = (pesan: string): void => {
    ganti(galat, kotak("bahaya", pesan));
    sandi.focus();
  };
  const kerjakan = async (): Promise<void> => {
    const passphrase = sandi.value;
    sandi.value = "";
    if (passphrase === "") return lapor("Ketik passphrase Anda dahulu.");
    await kirim(passphrase, tekan, lapor);
  };
  const tekan = tombol("Tandatangani sekarang", () => void kerjakan(), { class: "rp-tombol rp-utama" });
  // Tasklist's own form would take the Enter key for its Complete button.
  sandi.addEventListener("keydown", (e) => {
    if (e.key !== "Enter") return;
    e.preventDefault();
    void kerjakan();
  });
  const bantuan = "Dipakai satu kali untuk surat ini dan tidak disimpan di mana pun.";
  return h(
    "div",
    { class: "rp-tumpuk" },
    bidang({ jalur: "passphrase", label: "Passphrase tanda tangan elektronik", bantuan }, sandi),
    galat,
    h("div", {}, tekan),
  );
}

/** The state is not known: look again, or, once no answer can come any more, the person's own word that nothing was signed. */
export function pertanyaanStatus(
  k: KeadaanTandaTangan,
  kerja: { readonly periksa: Kerja; readonly tinggalkan: Kerja },
): HTMLElement {
  const galat = h("div", { class: "rp-tumpuk" });
  const lapor = (pesan: string): void => ganti(galat, kotak("bahaya", pesan));
  const periksa = tombol("Periksa status", () => void kerja.periksa(periksa, lapor), { class: "rp-tombol rp-utama" });
  const ulang = tombol("Sudah saya pastikan belum ditandatangani; ulangi", () => void kerja.tinggalkan(ulang, lapor));
  const sejak = k.dimulai ? ` Percobaan dimulai ${saatLengkap(new Date(k.dimulai))}.` : "";
  return h(
    "div",
    { class: "rp-tumpuk" },
    kotak(
      "awas",
      h("b", {}, "Status tanda tangan belum diketahui"),
      h("p", {}, `Layanan tanda tangan belum memberi jawaban, dan tidak diminta dua kali.${sejak}`),
      k.bolehUlang
        ? h("p", {}, "Jawaban tidak datang lagi. Pastikan pada riwayat layanan tanda tangan Anda, lalu putuskan.")
        : h("p", {}, "Tunggu sebentar, lalu periksa statusnya."),
      k.layanan ? h("p", {}, `Kabar layanan: ${k.layanan}`) : null,
    ),
    galat,
    h("div", { class: "rp-baris-tombol" }, periksa, k.bolehUlang ? ulang : null),
  );
}
