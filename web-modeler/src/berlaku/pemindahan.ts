/** Step 5: moving running requests to the version in force: the plan, the choice about due dates, the progress. */
import { kotak, tombol } from "../../../src/web/bagian/dasar.js";
import { type Anak, ganti, h } from "../../../src/web/dom.js";
import { api, type Migrasi, type Rencana, type Saya, type VersiRiwayat } from "./api.js";
import { bidang, kerjakan } from "./isian.js";

const JEDA_MS = 600;

/** Draws the step for a process. */
export async function langkahPemindahan(tempat: HTMLElement, kunci: string, saya: Saya): Promise<void> {
  const versi = await api.versi(kunci);
  const berlaku = versi.find((v) => v.keadaan === "berlaku");
  const lama = versi.filter((v) => v.keadaan === "digantikan");
  const [pertama] = lama;
  if (!berlaku || !pertama)
    return ganti(
      tempat,
      kotak(
        "info",
        h("p", {}, "Semua permohonan yang berjalan sudah pada versi yang berlaku; tidak ada yang perlu dipindahkan."),
      ),
    );
  const isi = h("div", { class: "bl-tumpuk", "aria-live": "polite" });
  const pilih = h(
    "select",
    { class: "rp-kontrol", onchange: () => void tunjukkan() },
    lama.map((v) =>
      h("option", { value: v.id }, `Versi ${v.versi}${v.tag ? ` (${v.tag})` : ""}, ${v.permohonanBerjalan} permohonan`),
    ),
  );
  const tunjukkan = async () => {
    const rencana = await api.rencana(pilih.value, berlaku.id);
    ganti(isi, rincian(rencana, berlaku, saya, isi));
  };
  ganti(
    tempat,
    h("div", { class: "bl-tumpuk" }, h("div", { class: "bl-sempit" }, bidang("Pindahkan permohonan dari", pilih)), isi),
  );
  await tunjukkan();
}

function rincian(r: Rencana, ke: VersiRiwayat, saya: Saya, isi: HTMLElement): Anak {
  const terhalang = r.kegiatan.some((k) => k.ke === null);
  return [
    h("h2", {}, `Rencana: versi ${r.dari.versi} ke versi ${ke.versi}`),
    r.kegiatan.length === 0
      ? kotak("info", h("p", {}, "Tidak ada permohonan yang sedang menunggu pada kegiatan mana pun."))
      : tabel(r),
    terhalang
      ? kotak(
          "awas",
          h(
            "p",
            {},
            "Permohonan pada kegiatan yang tidak dapat dipetakan akan gagal dipindahkan dan selesai pada versi lamanya. Tidak ada yang hilang.",
          ),
        )
      : null,
    saya.bolehSunting && r.dapat ? formulir(r, isi) : null,
  ];
}

const tabel = (r: Rencana): HTMLElement =>
  h(
    "table",
    { class: "bl-tabel" },
    h(
      "thead",
      {},
      h(
        "tr",
        {},
        ["Kegiatan", "Permohonan di sini", "Ke kegiatan"].map((t) => h("th", { scope: "col" }, t)),
      ),
    ),
    h(
      "tbody",
      {},
      r.kegiatan.map((k) =>
        h(
          "tr",
          {},
          h("th", { scope: "row" }, k.nama),
          h("td", {}, k.permohonan),
          h(
            "td",
            {},
            k.ke === null
              ? h("span", { class: "bl-galat" }, `Tidak dapat: ${k.sebab ?? ""}`)
              : k.ke === k.id
                ? "sama"
                : k.ke,
          ),
        ),
      ),
    ),
  );

function formulir(r: Rencana, isi: HTMLElement): HTMLElement {
  const pesan = h("div", {});
  const pilihan = (nilai: "hitungUlang" | "tetap", judul: string, terang: string, dipilih: boolean) =>
    h(
      "label",
      { class: "bl-pilihan" },
      h("input", { type: "radio", name: "tenggat", value: nilai, checked: dipilih }),
      h("span", {}, h("strong", {}, judul), h("span", { class: "rp-kecil" }, terang)),
    );
  const kelompok = h(
    "fieldset",
    { class: "bl-kelompok" },
    h("legend", {}, "Tenggat langkah yang sedang berjalan"),
    pilihan("hitungUlang", "Hitung ulang", "Tenggat mengikuti Waktu versi baru, dihitung sejak langkah dimulai.", true),
    pilihan("tetap", "Biarkan", "Tenggat yang sudah ditetapkan tidak berubah.", false),
  );
  const jalan = tombol(
    "Pindahkan permohonan",
    () =>
      void kerjakan(jalan, pesan, async () => {
        const dipilih = kelompok.querySelector<HTMLInputElement>("input:checked")?.value;
        const { id } = await api.pindahkan({
          dari: r.dari.id,
          ke: r.ke.id,
          tenggat: dipilih === "tetap" ? "tetap" : "hitungUlang",
        });
        await ikuti(isi, id);
      }),
    { class: "rp-tombol rp-utama" },
  );
  return h("div", { class: "bl-tumpuk bl-sempit" }, kelompok, pesan, h("div", {}, jalan));
}

async function ikuti(isi: HTMLElement, id: string): Promise<void> {
  for (;;) {
    const m = await api.migrasi(id);
    ganti(isi, m.selesai ? hasil(m) : berjalan(m));
    if (m.selesai || !isi.isConnected) return;
    await new Promise((lanjut) => setTimeout(lanjut, JEDA_MS));
  }
}

const berjalan = (m: Migrasi): HTMLElement =>
  kotak(
    "info",
    h("p", {}, `Memindahkan: ${m.kemajuan.selesai} dari ${m.jumlah} permohonan.`),
    h("progress", { max: m.jumlah, value: m.kemajuan.selesai, "aria-label": "Kemajuan pemindahan" }),
  );

function hasil(m: Migrasi): HTMLElement {
  const { pindah = 0, tenggatDihitung = 0, gagal = [] } = m.hasil ?? {};
  return kotak(
    gagal.length > 0 ? "awas" : "sukses",
    h(
      "p",
      {},
      h("strong", {}, `${pindah} dari ${m.jumlah} permohonan dipindahkan. `),
      tenggatDihitung > 0 ? `${tenggatDihitung} tenggat dihitung ulang.` : "Tenggat tidak diubah.",
    ),
    gagal.length > 0
      ? h(
          "ul",
          {},
          gagal.map((g) => h("li", {}, h("strong", {}, g.nomor), `: ${g.sebab}`)),
        )
      : null,
  );
}
