/** Step 3: findings of the check, submission, remarks at elements, the second person's decision. */
import { kotak, tombol } from "../../../src/web/bagian/dasar.js";
import { type Anak, ganti, h } from "../../../src/web/dom.js";
import { saatSingkat } from "../../../src/web/waktu.js";
import { api, type Draf, type Komentar, type Saya } from "./api.js";
import { bidang, kerjakan, teksPanjang } from "./isian.js";
import { gambar, type Kanvas } from "./kanvas.js";
import { namaOrang } from "./orang.js";

/** Draws the step; `muatUlang` shows the draft anew after a change. */
export async function langkahPersetujuan(
  tempat: HTMLElement,
  draf: Draf,
  saya: Saya,
  muatUlang: () => void,
): Promise<void> {
  const wadahKanvas = h("div", { class: "bl-kanvas bl-kanvas-tinggi" });
  const sisi = h("div", { class: "bl-tumpuk bl-sisi" });
  ganti(
    tempat,
    h(
      "div",
      { class: "bl-beda" },
      h("figure", {}, h("figcaption", {}, "Pilih bagian diagram untuk memberi komentar padanya"), wadahKanvas),
      sisi,
    ),
  );
  const k = await gambar(wadahKanvas, draf.xml);
  k.muat();
  sematkan(k, draf.komentar);
  const temuan = draf.keadaan === "diterapkan" ? [] : await api.periksa(draf.id);
  const galat = temuan.filter((t) => t.tingkat === "galat");
  ganti(
    sisi,
    draf.keadaan === "diterapkan" ? null : ringkasTemuan(galat.length, temuan.length - galat.length),
    temuan.length > 0 ? daftarTemuan(temuan, k) : null,
    bagianKeputusan(draf, saya, galat.length > 0, muatUlang),
    riwayat(draf),
    bagianKomentar(draf, saya, k, muatUlang),
  );
}

const ringkasTemuan = (galat: number, peringatan: number): HTMLElement =>
  galat > 0
    ? kotak("bahaya", h("p", {}, `Pemeriksaan menemukan ${galat} galat. Perbaiki dahulu di penyunting.`))
    : kotak(
        "sukses",
        h("p", {}, peringatan > 0 ? `Pemeriksaan tanpa galat, ${peringatan} peringatan.` : "Pemeriksaan tanpa temuan."),
      );

const daftarTemuan = (temuan: Awaited<ReturnType<typeof api.periksa>>, k: Kanvas): HTMLElement =>
  h(
    "details",
    { class: "rp-lipat", open: temuan.some((t) => t.tingkat === "galat") },
    h("summary", {}, `Temuan pemeriksaan (${temuan.length})`),
    h(
      "ul",
      { class: "bl-perubahan" },
      temuan.map((t) =>
        h(
          "li",
          {},
          h(
            "button",
            { type: "button", onclick: () => k.tunjuk(t.id) },
            h(
              "span",
              { class: `bl-lencana ${t.tingkat === "galat" ? "bl-hapus" : "bl-pindah"}` },
              t.tingkat === "galat" ? "Galat" : "Peringatan",
            ),
            h("span", {}, t.pesan),
          ),
        ),
      ),
    ),
  );

function bagianKeputusan(draf: Draf, saya: Saya, adaGalat: boolean, muatUlang: () => void): Anak {
  const pesan = h("div", {});
  if (draf.keadaan === "diterapkan") return kotak("info", h("p", {}, "Draf ini sudah diterapkan."));
  if (draf.keadaan === "disetujui")
    return kotak(
      "sukses",
      h("p", {}, "Draf ini sudah disetujui. "),
      h("a", { href: `#/draf/${draf.id}/penerapan` }, "Lanjut ke penerapan"),
    );
  if (draf.keadaan === "diajukan") return keputusanPenyetuju(draf, saya, pesan, muatUlang);
  if (!saya.bolehSunting) return kotak("info", h("p", {}, "Draf ini masih disusun dan belum diajukan."));
  const uji = draf.uji?.revisi === draf.revisi && draf.uji.keadaan === "lulus";
  if (saya.ujiWajib && !uji)
    return kotak(
      "awas",
      h("p", {}, "Draf dapat diajukan setelah uji coba isi terakhirnya lulus. "),
      h("a", { href: `#/draf/${draf.id}/uji` }, "Ke uji coba"),
    );
  const catatan = teksPanjang(draf.catatan ?? "");
  const kirim = tombol(
    "Ajukan untuk disetujui",
    () => void kerjakan(kirim, pesan, () => api.ajukan(draf.id, draf.revisi, catatan.value).then(muatUlang)),
    { class: "rp-tombol rp-utama", disabled: adaGalat },
  );
  return h(
    "section",
    { class: "rp-bagian" },
    h("h2", {}, "Ajukan"),
    bidang("Catatan untuk penyetuju", catatan, "Apa yang berubah dan mengapa."),
    pesan,
    h("div", {}, kirim),
  );
}

function keputusanPenyetuju(draf: Draf, saya: Saya, pesan: HTMLElement, muatUlang: () => void): HTMLElement {
  const judul = h("h2", {}, "Keputusan");
  const pengajuan = h(
    "p",
    {},
    `Diajukan oleh ${namaOrang(draf.diajukanOleh ?? draf.oleh)}: `,
    h("q", {}, draf.catatan ?? ""),
  );
  const ikut = saya.empatMata && (draf.penyunting.includes(saya.id) || draf.diajukanOleh === saya.id);
  if (!saya.bolehSetuju || ikut) {
    const sebab = saya.bolehSetuju
      ? "Anda ikut menyusun draf ini; persetujuan harus dari orang lain."
      : "Menunggu keputusan penyetuju proses.";
    return h("section", { class: "rp-bagian" }, judul, pengajuan, kotak("info", h("p", {}, sebab)));
  }
  const komentar = teksPanjang();
  const putuskan = (kerja: "setujui" | "tolak", t: HTMLButtonElement) =>
    kerjakan(t, pesan, () => api.putuskan(draf.id, kerja, draf.revisi, komentar.value).then(muatUlang));
  const setuju = tombol("Setujui", () => void putuskan("setujui", setuju), { class: "rp-tombol rp-utama" });
  const tolak = tombol("Tolak", () => void putuskan("tolak", tolak), { class: "rp-tombol rp-bahaya" });
  return h(
    "section",
    { class: "rp-bagian" },
    judul,
    pengajuan,
    bidang("Komentar keputusan", komentar, "Wajib bila ditolak."),
    pesan,
    h("div", { class: "rp-baris-tombol" }, setuju, tolak),
  );
}

const riwayat = (draf: Draf): Anak =>
  draf.persetujuan.length === 0
    ? null
    : h(
        "section",
        { class: "rp-bagian" },
        h("h2", {}, "Keputusan sebelumnya"),
        h(
          "ul",
          { class: "rp-riwayat" },
          draf.persetujuan.map((p) =>
            h(
              "li",
              {},
              h(
                "span",
                {},
                h("strong", {}, p.keputusan === "setuju" ? "Disetujui" : "Ditolak"),
                ` oleh ${namaOrang(p.oleh)}`,
              ),
              h("span", { class: "rp-kecil" }, `${saatSingkat(p.waktu)}, revisi ${p.revisi}`),
              p.komentar ? h("span", {}, p.komentar) : null,
            ),
          ),
        ),
      );

function sematkan(k: Kanvas, komentar: readonly Komentar[]): void {
  k.bersihkanCatatan();
  const jumlah = new Map<string, number>();
  for (const { elemen } of komentar) if (elemen !== null) jumlah.set(elemen, (jumlah.get(elemen) ?? 0) + 1);
  for (const [elemen, n] of jumlah) k.catat(elemen, String(n), "bl-catatan-komentar");
}

function bagianKomentar(draf: Draf, saya: Saya, k: Kanvas, muatUlang: () => void): HTMLElement {
  const daftar = h(
    "ul",
    { class: "bl-perubahan" },
    draf.komentar.map((s) => {
      const elemen = s.elemen;
      const kepala = h(
        "span",
        { class: "rp-kecil" },
        `${namaOrang(s.oleh)}, ${saatSingkat(s.waktu)}${elemen ? ` · pada ${elemen}` : ""}`,
      );
      const isi = [kepala, h("span", {}, s.teks)];
      return h(
        "li",
        {},
        elemen
          ? h("button", { type: "button", class: "bl-komentar", onclick: () => k.tunjuk(elemen) }, isi)
          : h("div", { class: "bl-komentar" }, isi),
      );
    }),
  );
  const judul = h("h2", {}, `Komentar (${draf.komentar.length})`);
  if (!saya.bolehSunting && !saya.bolehSetuju) return h("section", { class: "rp-bagian" }, judul, daftar);
  let elemen: string | null = null;
  const pesan = h("div", {});
  const pada = h("p", { class: "rp-kecil", "aria-live": "polite" }, "Untuk seluruh draf");
  const teks = teksPanjang();
  k.saatDitekan((id) => {
    if (elemen !== null) k.lepas(elemen, "bl-terpilih");
    elemen = id;
    k.tandai(id, "bl-terpilih");
    pada.textContent = `Disematkan pada ${id}`;
  });
  const kirim = tombol(
    "Kirim komentar",
    () => void kerjakan(kirim, pesan, () => api.komentar(draf.id, elemen, teks.value).then(muatUlang)),
  );
  return h(
    "section",
    { class: "rp-bagian" },
    judul,
    daftar,
    bidang("Komentar baru", teks),
    pada,
    pesan,
    h("div", {}, kirim),
  );
}
