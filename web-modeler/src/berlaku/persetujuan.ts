/** Step 3: findings of the check, submission, remarks at elements, the second person's decision. */
import { kotak, tombol } from "../../../src/web/bagian/dasar.js";
import { type Anak, ganti, h } from "../../../src/web/dom.js";
import { api } from "../api/api.js";
import type { Saya } from "../api/skema.js";
import type { Draf, Komentar } from "../api/skema-draf.js";
import { waktuSingkat } from "../bagian/tanggal.js";
import { t } from "../bahasa/bahasa.js";
import { bidang, kerjakan, teksPanjang } from "./isian.js";
import { gambar, type Kanvas } from "./kanvas.js";
import { namaOrang } from "./orang.js";
import { bagianPelaksana } from "./pelaksana.js";

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
      h("figure", {}, h("figcaption", {}, t("Choose a part of the diagram to make a remark on it")), wadahKanvas),
      sisi,
    ),
  );
  const k = await gambar(wadahKanvas, draf.xml);
  k.muat();
  sematkan(k, draf.komentar);
  const [temuan, pelaksana] = await Promise.all([
    draf.keadaan === "diterapkan" ? [] : api.periksa(draf.id),
    bagianPelaksana(draf, saya, muatUlang),
  ]);
  const galat = temuan.filter((x) => x.tingkat === "galat");
  ganti(
    sisi,
    draf.keadaan === "diterapkan" ? null : ringkasTemuan(galat.length, temuan.length - galat.length),
    temuan.length > 0 ? daftarTemuan(temuan, k) : null,
    bagianKeputusan(draf, saya, galat.length > 0, muatUlang),
    pelaksana,
    riwayat(draf),
    bagianKomentar(draf, saya, k, muatUlang),
  );
}

const ringkasTemuan = (galat: number, peringatan: number): HTMLElement =>
  galat > 0
    ? kotak("bahaya", h("p", {}, t("The check found {galat} errors. Mend them in the editor first.", { galat })))
    : kotak(
        "sukses",
        h(
          "p",
          {},
          peringatan > 0
            ? t("The check found no error, {peringatan} warnings.", { peringatan })
            : t("The check found nothing."),
        ),
      );

const daftarTemuan = (temuan: Awaited<ReturnType<typeof api.periksa>>, k: Kanvas): HTMLElement =>
  h(
    "details",
    { class: "rp-lipat", open: temuan.some((x) => x.tingkat === "galat") },
    h("summary", {}, t("Findings of the check ({banyak})", { banyak: temuan.length })),
    h(
      "ul",
      { class: "bl-perubahan" },
      temuan.map((x) =>
        h(
          "li",
          {},
          h(
            "button",
            { type: "button", onclick: () => k.tunjuk(x.id) },
            h(
              "span",
              { class: `bl-lencana ${x.tingkat === "galat" ? "bl-hapus" : "bl-pindah"}` },
              x.tingkat === "galat" ? t("Error") : t("Warning"),
            ),
            h("span", {}, x.pesan),
          ),
        ),
      ),
    ),
  );

function bagianKeputusan(draf: Draf, saya: Saya, adaGalat: boolean, muatUlang: () => void): Anak {
  const pesan = h("div", {});
  if (draf.keadaan === "diterapkan") return kotak("info", h("p", {}, t("This draft is in force.")));
  if (draf.keadaan === "disetujui")
    return kotak(
      "sukses",
      h("p", {}, t("This draft has been approved."), " "),
      h("a", { href: `#/draf/${draf.id}/penerapan` }, t("On to the deployment")),
    );
  if (draf.keadaan === "diajukan") return keputusanPenyetuju(draf, saya, pesan, muatUlang);
  if (!saya.bolehSunting)
    return kotak("info", h("p", {}, t("This draft is still being written and has not been submitted.")));
  const uji = draf.uji?.revisi === draf.revisi && draf.uji.keadaan === "lulus";
  if (saya.ujiWajib && !uji)
    return kotak(
      "awas",
      h("p", {}, t("The draft can be submitted once the trial run of its latest content has passed."), " "),
      h("a", { href: `#/draf/${draf.id}/uji` }, t("To the trial run")),
    );
  const catatan = teksPanjang(draf.catatan ?? "");
  const kirim = tombol(
    t("Submit for approval"),
    () => void kerjakan(kirim, pesan, () => api.ajukan(draf.id, draf.revisi, catatan.value).then(muatUlang)),
    { class: "rp-tombol rp-utama", disabled: adaGalat },
  );
  return h(
    "section",
    { class: "rp-bagian" },
    h("h2", {}, t("Submit")),
    bidang(t("Note for the approver"), catatan, t("What changes, and why.")),
    pesan,
    h("div", {}, kirim),
  );
}

function keputusanPenyetuju(draf: Draf, saya: Saya, pesan: HTMLElement, muatUlang: () => void): HTMLElement {
  const judul = h("h2", {}, t("Decision"));
  const pengajuan = h(
    "p",
    {},
    t("Submitted by {oleh}:", { oleh: namaOrang(draf.diajukanOleh ?? draf.oleh) }),
    " ",
    h("q", {}, draf.catatan ?? ""),
  );
  const ikut = saya.empatMata && (draf.penyunting.includes(saya.id) || draf.diajukanOleh === saya.id);
  if (!saya.bolehSetuju || ikut) {
    const sebab = saya.bolehSetuju
      ? t("You took part in this draft; somebody else must approve it.")
      : t("Waiting for an approver's decision.");
    return h("section", { class: "rp-bagian" }, judul, pengajuan, kotak("info", h("p", {}, sebab)));
  }
  const komentar = teksPanjang();
  const putuskan = (kerja: "setujui" | "tolak", b: HTMLButtonElement) =>
    kerjakan(b, pesan, () => api.putuskan(draf.id, kerja, draf.revisi, komentar.value).then(muatUlang));
  const setuju = tombol(t("Approve"), () => void putuskan("setujui", setuju), { class: "rp-tombol rp-utama" });
  const tolak = tombol(t("Reject"), () => void putuskan("tolak", tolak), { class: "rp-tombol rp-bahaya" });
  return h(
    "section",
    { class: "rp-bagian" },
    judul,
    pengajuan,
    bidang(t("Comment on the decision"), komentar, t("Needed where it is rejected.")),
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
        h("h2", {}, t("Earlier decisions")),
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
                h("strong", {}, p.keputusan === "setuju" ? t("Approved") : t("Rejected")),
                " ",
                t("by {oleh}", { oleh: namaOrang(p.oleh) }),
              ),
              h(
                "span",
                { class: "rp-kecil" },
                t("{kapan}, revision {revisi}", { kapan: waktuSingkat(p.waktu), revisi: p.revisi }),
              ),
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
        `${namaOrang(s.oleh)}, ${waktuSingkat(s.waktu)}`,
        elemen ? ` · ${t("at {elemen}", { elemen })}` : null,
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
  const judul = h("h2", {}, t("Remarks ({banyak})", { banyak: draf.komentar.length }));
  if (!saya.bolehSunting && !saya.bolehSetuju) return h("section", { class: "rp-bagian" }, judul, daftar);
  let elemen: string | null = null;
  const pesan = h("div", {});
  const pada = h("p", { class: "rp-kecil", "aria-live": "polite" }, t("For the whole draft"));
  const teks = teksPanjang();
  k.saatDitekan((id) => {
    if (elemen !== null) k.lepas(elemen, "bl-terpilih");
    elemen = id;
    k.tandai(id, "bl-terpilih");
    pada.textContent = t("Pinned to {id}", { id });
  });
  const kirim = tombol(
    t("Send the remark"),
    () => void kerjakan(kirim, pesan, () => api.komentar(draf.id, elemen, teks.value).then(muatUlang)),
  );
  return h(
    "section",
    { class: "rp-bagian" },
    judul,
    daftar,
    bidang(t("New remark"), teks),
    pada,
    pesan,
    h("div", {}, kirim),
  );
}
