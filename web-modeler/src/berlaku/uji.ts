/** Step 2: the trial run, what it passed, and where it stuck. */
import { kotak, tombol } from "../../../src/web/bagian/dasar.js";
import { ganti, h } from "../../../src/web/dom.js";
import { lama } from "../../../src/web/waktu.js";
import { api, type Draf, type HasilUji, type Saya, type Uji } from "./api.js";
import { gambar, type Kanvas } from "./kanvas.js";

const JEDA_MS = 700;

/** Draws the step into its place and follows a run that is under way. */
export async function langkahUji(tempat: HTMLElement, draf: Draf, saya: Saya, usai: () => void): Promise<void> {
  const keadaan = h("div", { class: "bl-tumpuk", "aria-live": "polite" });
  const kanvas = h("div", { class: "bl-kanvas bl-kanvas-tinggi" });
  ganti(
    tempat,
    h(
      "p",
      { class: "rp-kecil" },
      "Draf dijalankan terpisah dengan permohonan buatan: setiap cabang, galat, dan tenggat dicoba satu per satu. SPSE, e-Pesan, dan daftar tugas pegawai tidak tersentuh.",
    ),
    keadaan,
    h(
      "figure",
      {},
      h("figcaption", {}, "Bagian yang dilewati uji coba: hijau sudah, merah macet, jingga belum pernah"),
      kanvas,
    ),
  );
  const k = await gambar(kanvas, draf.xml);
  k.muat();
  const jalankan = async () => {
    try {
      await api.mulaiUji(draf.id);
      await ikuti();
    } catch (sebab) {
      ganti(
        keadaan,
        kotak("bahaya", h("p", {}, sebab instanceof Error ? sebab.message : "Terjadi gangguan.")),
        ...tombolUji(),
      );
    }
  };
  const tombolUji = () =>
    saya.bolehSunting && draf.keadaan !== "diterapkan"
      ? [
          h(
            "div",
            {},
            tombol("Jalankan uji coba", () => void jalankan(), { class: "rp-tombol rp-utama" }),
          ),
        ]
      : [];
  const ikuti = async (): Promise<void> => {
    const uji = await api.uji(draf.id);
    if (!tempat.isConnected) return;
    ganti(keadaan, ringkasan(uji, draf), ...(uji?.keadaan === "berjalan" ? [] : tombolUji()));
    if (uji?.hasil && "jalur" in uji.hasil) warnai(k, uji.hasil, keadaan);
    if (uji?.keadaan !== "berjalan") return usai();
    await new Promise((lanjut) => setTimeout(lanjut, JEDA_MS));
    return ikuti();
  };
  await ikuti();
}

function ringkasan(uji: Uji | null, draf: Draf): HTMLElement {
  if (!uji) return kotak("info", h("p", {}, "Draf ini belum pernah diuji coba."));
  if (uji.keadaan === "berjalan") {
    const maju = uji.hasil && "kemajuan" in uji.hasil ? uji.hasil.kemajuan : { jalur: 0, terlewati: 0, semua: 1 };
    return kotak(
      "info",
      h("p", {}, `Uji coba sedang berjalan: ${maju.jalur} jalur selesai.`),
      h("progress", { max: maju.semua, value: maju.terlewati, "aria-label": "Kemajuan uji coba" }),
    );
  }
  const basi = uji.revisi === draf.revisi ? "" : " Draf sudah diubah sejak itu; jalankan lagi.";
  if (uji.keadaan === "terputus" || !uji.hasil || !("jalur" in uji.hasil))
    return kotak("awas", h("p", {}, "Uji coba terputus sebelum selesai. Jalankan lagi."));
  const hasil = uji.hasil;
  if (uji.keadaan === "lulus") {
    return kotak(basi ? "awas" : "sukses", h("p", {}, h("strong", {}, "Uji coba lulus. "), `${angka(hasil)}${basi}`));
  }
  return kotak(
    "bahaya",
    h("p", {}, h("strong", {}, "Uji coba tidak lulus. "), `${angka(hasil)}${basi}`),
    hasil.habisWaktu ? h("p", {}, "Waktu uji coba habis sebelum semua jalur dicoba.") : null,
    h(
      "ul",
      {},
      hasil.macet.map((m) => h("li", {}, m.elemen ? h("strong", {}, `${m.elemen}: `) : null, m.pesan)),
    ),
  );
}

function angka(h: HasilUji): string {
  const bagian = (catatan: Readonly<Record<string, number>>) =>
    `${Object.values(catatan).filter((n) => n > 0).length} dari ${Object.keys(catatan).length}`;
  return `${h.jalur.length} jalur dalam ${lama(h.lamaMs)}; ${bagian(h.elemen)} bagian dan ${bagian(h.alur)} alur dilewati.`;
}

function warnai(k: Kanvas, hasil: HasilUji, keadaan: HTMLElement): void {
  k.bersihkanCatatan();
  for (const [id, kali] of [...Object.entries(hasil.elemen), ...Object.entries(hasil.alur)]) {
    k.lepas(id, "bl-lewat");
    k.lepas(id, "bl-belum");
    k.tandai(id, kali > 0 ? "bl-lewat" : "bl-belum");
  }
  for (const m of hasil.macet) {
    k.tandai(m.elemen, "bl-macet");
    k.catat(m.elemen, "macet", "bl-macet-catatan");
  }
  if (hasil.takTerlewati.length === 0) return;
  keadaan.append(
    h(
      "details",
      { class: "rp-lipat" },
      h("summary", {}, `Belum pernah dilewati (${hasil.takTerlewati.length})`),
      h(
        "ul",
        { class: "bl-perubahan" },
        hasil.takTerlewati.map((t) =>
          h(
            "li",
            {},
            h("button", { type: "button", onclick: () => k.tunjuk(t.id) }, h("strong", {}, t.id)),
            h("p", { class: "rp-kecil" }, t.sebab),
          ),
        ),
      ),
    ),
  );
}
