/** Step 2: the trial run, what it passed, and where it stuck. */
import { pesanGalat } from "../../../src/web/api/panggil.js";
import { kotak, tombol } from "../../../src/web/bagian/dasar.js";
import { ganti, h } from "../../../src/web/dom.js";
import { api } from "../api/api.js";
import type { Saya } from "../api/skema.js";
import type { Draf, HasilUji, Uji } from "../api/skema-draf.js";
import { t } from "../bahasa/bahasa.js";
import { istilah } from "./istilah.js";
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
      t(
        "The draft is run apart, with made-up requests: every branch, error and time limit is tried in turn. SPSE, e-Pesan and the staff's task lists are not touched.",
      ),
    ),
    keadaan,
    h(
      "figure",
      {},
      h("figcaption", {}, t("What the trial run passed: green was, red stuck, orange never was")),
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
      ganti(keadaan, kotak("bahaya", h("p", {}, pesanGalat(sebab))), ...tombolUji());
    }
  };
  const tombolUji = () =>
    saya.bolehSunting && draf.keadaan !== "diterapkan"
      ? [
          h(
            "div",
            {},
            tombol(t("Run the trial"), () => void jalankan(), { class: "rp-tombol rp-utama" }),
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
  if (!uji) return kotak("info", h("p", {}, t("This draft has never been tried out.")));
  if (uji.keadaan === "berjalan") {
    const maju = uji.hasil && "kemajuan" in uji.hasil ? uji.hasil.kemajuan : { jalur: 0, terlewati: 0, semua: 1 };
    return kotak(
      "info",
      h("p", {}, t("The trial run is under way: {jalur} paths done.", { jalur: maju.jalur })),
      h("progress", { max: maju.semua, value: maju.terlewati, "aria-label": t("Progress of the trial run") }),
    );
  }
  const basi = uji.revisi === draf.revisi ? "" : ` ${t("The draft has changed since; run it again.")}`;
  if (uji.keadaan === "terputus" || !uji.hasil || !("jalur" in uji.hasil))
    return kotak("awas", h("p", {}, t("The trial run was cut off before its end. Run it again.")));
  const hasil = uji.hasil;
  if (uji.keadaan === "lulus") {
    return kotak(
      basi ? "awas" : "sukses",
      h("p", {}, h("strong", {}, t("The trial run passed.")), ` ${angka(hasil)}${basi}`),
    );
  }
  return kotak(
    "bahaya",
    h("p", {}, h("strong", {}, t("The trial run did not pass.")), ` ${angka(hasil)}${basi}`),
    hasil.habisWaktu ? h("p", {}, t("The time was over before all paths were tried.")) : null,
    h(
      "ul",
      {},
      hasil.macet.map((m) => h("li", {}, m.elemen ? h("strong", {}, `${m.elemen}: `) : null, istilah(m.pesan))),
    ),
  );
}

function angka(h: HasilUji): string {
  const bagian = (catatan: Readonly<Record<string, number>>) =>
    t("{sudah} of {semua}", {
      sudah: Object.values(catatan).filter((n) => n > 0).length,
      semua: Object.keys(catatan).length,
    });
  return t("{jalur} paths in {detik} seconds; {elemen} parts and {alur} flows passed.", {
    jalur: h.jalur.length,
    detik: Math.ceil(h.lamaMs / 1000),
    elemen: bagian(h.elemen),
    alur: bagian(h.alur),
  });
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
    k.catat(m.elemen, t("stuck"), "bl-macet-catatan");
  }
  if (hasil.takTerlewati.length === 0) return;
  keadaan.append(
    h(
      "details",
      { class: "rp-lipat" },
      h("summary", {}, t("Never passed ({banyak})", { banyak: hasil.takTerlewati.length })),
      h(
        "ul",
        { class: "bl-perubahan" },
        hasil.takTerlewati.map((x) =>
          h(
            "li",
            {},
            h("button", { type: "button", onclick: () => k.tunjuk(x.id) }, h("strong", {}, x.id)),
            h("p", { class: "rp-kecil" }, istilah(x.sebab)),
          ),
        ),
      ),
    ),
  );
}
