/** Step 5: moving running requests to the version in force: the plan, the choice about due dates, the progress. */
import { kotak, tombol } from "../../../src/web/bagian/dasar.js";
import { type Anak, ganti, h } from "../../../src/web/dom.js";
import { api } from "../api/api.js";
import type { Saya } from "../api/skema.js";
import type { Migrasi, Rencana, Versi } from "../api/skema-versi.js";
import { t } from "../bahasa/bahasa.js";
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
      kotak("info", h("p", {}, t("All running requests are on the version in force; nothing is to be moved."))),
    );
  const isi = h("div", { class: "bl-tumpuk", "aria-live": "polite" });
  const pilih = h(
    "select",
    { class: "rp-kontrol", onchange: () => void tunjukkan() },
    lama.map((v) =>
      h(
        "option",
        { value: v.id },
        t("Version {versi}, {banyak} requests", {
          versi: `${v.versi}${v.tag ? ` (${v.tag})` : ""}`,
          banyak: v.permohonanBerjalan,
        }),
      ),
    ),
  );
  const tunjukkan = async () => {
    const rencana = await api.rencana(pilih.value, berlaku.id);
    ganti(isi, rincian(rencana, berlaku, saya, isi));
  };
  ganti(
    tempat,
    h("div", { class: "bl-tumpuk" }, h("div", { class: "bl-sempit" }, bidang(t("Move requests from"), pilih)), isi),
  );
  await tunjukkan();
}

function rincian(r: Rencana, ke: Versi, saya: Saya, isi: HTMLElement): Anak {
  const terhalang = r.kegiatan.some((k) => k.ke === null);
  return [
    h("h2", {}, t("Plan: version {dari} to version {ke}", { dari: r.dari.versi, ke: ke.versi })),
    r.kegiatan.length === 0 ? kotak("info", h("p", {}, t("No request waits at any activity."))) : tabel(r),
    terhalang
      ? kotak(
          "awas",
          h(
            "p",
            {},
            t(
              "Requests at activities that cannot be mapped will not be moved and end on their old version. Nothing is lost.",
            ),
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
        [t("Activity"), t("Requests here"), t("To activity")].map((k) => h("th", { scope: "col" }, k)),
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
              ? h("span", { class: "bl-galat" }, t("Not possible: {sebab}", { sebab: k.sebab ?? "" }))
              : k.ke === k.id
                ? t("the same")
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
    h("legend", {}, t("Due dates of running steps")),
    pilihan("hitungUlang", t("Count anew"), t("By the new version's Waktu, from when the step began."), true),
    pilihan("tetap", t("Keep"), t("Due dates stay as they were set."), false),
  );
  const jalan = tombol(
    t("Move requests"),
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
    h("p", {}, t("Moving: {selesai} of {jumlah} requests.", { selesai: m.kemajuan.selesai, jumlah: m.jumlah })),
    h("progress", { max: m.jumlah, value: m.kemajuan.selesai, "aria-label": t("Progress of moving") }),
  );

function hasil(m: Migrasi): HTMLElement {
  const { pindah = 0, tenggatDihitung = 0, gagal = [] } = m.hasil ?? {};
  return kotak(
    gagal.length > 0 ? "awas" : "sukses",
    h(
      "p",
      {},
      h("strong", {}, t("{pindah} of {jumlah} requests moved.", { pindah, jumlah: m.jumlah })),
      " ",
      tenggatDihitung > 0
        ? t("{banyak} due dates counted anew.", { banyak: tenggatDihitung })
        : t("Due dates were not changed."),
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
