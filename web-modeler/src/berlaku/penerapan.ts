/** Step 4: bringing an approved draft into force, with a note and a version tag. */
import { GalatApi, pesanGalat } from "../../../src/web/api/panggil.js";
import { kotak, tombol } from "../../../src/web/bagian/dasar.js";
import { ganti, h } from "../../../src/web/dom.js";
import { api } from "../api/api.js";
import type { Saya } from "../api/skema.js";
import type { Draf } from "../api/skema-draf.js";
import { t } from "../bahasa/bahasa.js";
import { bidang, kerjakan, teksPanjang } from "./isian.js";
import { bagianPelaksana } from "./pelaksana.js";

/** Draws the step. */
export async function langkahPenerapan(
  tempat: HTMLElement,
  draf: Draf,
  saya: Saya,
  muatUlang: () => void,
): Promise<void> {
  if (draf.keadaan === "diterapkan") return ganti(tempat, await sudahBerlaku(draf, saya, muatUlang));
  if (draf.keadaan !== "disetujui")
    return ganti(
      tempat,
      kotak(
        "info",
        h("p", {}, t("This draft has not been approved yet."), " "),
        h("a", { href: `#/draf/${draf.id}/persetujuan` }, t("To the approval")),
      ),
    );
  if (!saya.bolehSunting)
    return ganti(
      tempat,
      kotak("info", h("p", {}, t("This draft has been approved and waits for a process owner to deploy it."))),
    );
  const [[terbaru], pelaksana] = await Promise.all([api.versi(draf.kunci), bagianPelaksana(draf, saya, muatUlang)]);
  const pesan = h("div", {});
  const catatan = teksPanjang(draf.catatan ?? "");
  const tag = h("input", {
    class: "rp-kontrol",
    type: "text",
    maxlength: 40,
    value: tagBerikut(terbaru?.tag ?? null, terbaru?.versi ?? 0),
  });
  const terapkan = tombol(
    t("Deploy now"),
    () =>
      void kerjakan(terapkan, pesan, async () => {
        try {
          await api.terapkan(draf.id, catatan.value, tag.value);
          muatUlang();
        } catch (sebab) {
          if (!(sebab instanceof GalatApi) || sebab.kode !== "VERSI_BERUBAH") throw sebab;
          tawarkanDasarUlang(pesan, draf, sebab, muatUlang);
        }
      }),
    { class: "rp-tombol rp-utama" },
  );
  ganti(
    tempat,
    h(
      "div",
      { class: "bl-tumpuk bl-sempit" },
      h(
        "p",
        {},
        draf.dasar
          ? t("From then on new requests follow this version. Running ones stay on theirs until you move them.")
          : t("From then on the members of its first lane can begin this process in Tasklist."),
      ),
      bidang(t("Note of the deployment"), catatan, t("The reason, for instance the number of a memorandum.")),
      bidang(t("Version tag"), tag),
      pelaksana,
      pesan,
      h("div", {}, terapkan),
    ),
  );
}

/** 1.0 → 1.1; anything else gets the next version's number. */
function tagBerikut(tag: string | null, versi: number): string {
  const [, awal, akhir] = /^(.*?)(\d+)$/.exec(tag ?? "") ?? [];
  return akhir === undefined ? String(versi + 1) : `${awal}${Number(akhir) + 1}`;
}

function tawarkanDasarUlang(pesan: HTMLElement, draf: Draf, sebab: GalatApi, muatUlang: () => void): void {
  const ulang = tombol(
    t("Set the draft upon the version in force"),
    () =>
      void kerjakan(ulang, hasil, async () => {
        await api.dasarkanUlang(draf.id, draf.revisi);
        muatUlang();
        location.hash = `#/draf/${draf.id}/perbedaan`;
      }),
  );
  const hasil = h("div", {});
  ganti(
    pesan,
    kotak(
      "awas",
      h("p", {}, sebab.message),
      h("p", {}, t("The draft goes back to being written, and needs a trial run and approval again.")),
      ulang,
    ),
    hasil,
  );
}

async function sudahBerlaku(draf: Draf, saya: Saya, muatUlang: () => void): Promise<HTMLElement> {
  try {
    const versi = await api.versi(draf.kunci);
    const lama = versi.find((v) => v.keadaan === "digantikan");
    const pelaksana = await bagianPelaksana(draf, saya, muatUlang);
    const hasil = kotak(
      "sukses",
      h("p", {}, h("strong", {}, t("This draft is in force."))),
      lama
        ? h(
            "p",
            {},
            t("{banyak} requests still run on version {versi}.", {
              banyak: lama.permohonanBerjalan,
              versi: lama.versi,
            }),
            " ",
            h("a", { href: `#/draf/${draf.id}/pemindahan` }, t("Move requests")),
          )
        : h("p", {}, t("No request runs on an earlier version.")),
    );
    return h("div", { class: "bl-tumpuk bl-sempit" }, hasil, pelaksana);
  } catch (sebab) {
    return kotak("bahaya", h("p", {}, pesanGalat(sebab)));
  }
}
