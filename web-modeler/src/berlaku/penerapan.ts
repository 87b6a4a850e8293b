/** Step 4: bringing an approved draft into force, with a note and a version tag. */
import { pesanGalat } from "../../../src/web/api/panggil.js";
import { kotak, tombol } from "../../../src/web/bagian/dasar.js";
import { ganti, h } from "../../../src/web/dom.js";
import { api, type Draf, GalatApi, type Saya } from "./api.js";
import { bidang, kerjakan, teksPanjang } from "./isian.js";

/** Draws the step. */
export async function langkahPenerapan(
  tempat: HTMLElement,
  draf: Draf,
  saya: Saya,
  muatUlang: () => void,
): Promise<void> {
  if (draf.keadaan === "diterapkan") return ganti(tempat, await sudahBerlaku(draf));
  if (draf.keadaan !== "disetujui")
    return ganti(
      tempat,
      kotak(
        "info",
        h("p", {}, "Draf ini belum disetujui. "),
        h("a", { href: `#/draf/${draf.id}/persetujuan` }, "Ke persetujuan"),
      ),
    );
  if (!saya.bolehSunting)
    return ganti(
      tempat,
      kotak("info", h("p", {}, "Draf ini sudah disetujui dan menunggu diterapkan oleh pemilik proses.")),
    );
  const [terbaru] = await api.versi(draf.kunci);
  const pesan = h("div", {});
  const catatan = teksPanjang(draf.catatan ?? "");
  const tag = h("input", {
    class: "rp-kontrol",
    type: "text",
    maxlength: 40,
    value: tagBerikut(terbaru?.tag ?? null, terbaru?.versi ?? 0),
  });
  const terapkan = tombol(
    "Terapkan sekarang",
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
        "Setelah diterapkan, permohonan baru mengikuti versi ini. Permohonan yang sedang berjalan tetap pada versinya sampai Anda memindahkannya.",
      ),
      bidang("Catatan penerapan", catatan, "Dasar perubahan, misalnya nomor nota dinas."),
      bidang("Tanda versi", tag),
      pesan,
      h("div", {}, terapkan),
    ),
  );
}

/** 1.0 → 1.1; anything else gets the next version's number. */
export function tagBerikut(tag: string | null, versi: number): string {
  const [, awal, akhir] = /^(.*?)(\d+)$/.exec(tag ?? "") ?? [];
  return akhir === undefined ? String(versi + 1) : `${awal}${Number(akhir) + 1}`;
}

function tawarkanDasarUlang(pesan: HTMLElement, draf: Draf, sebab: GalatApi, muatUlang: () => void): void {
  const ulang = tombol(
    "Dasarkan draf pada versi yang berlaku",
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
      h("p", {}, "Draf kembali disusun dan perlu diuji serta disetujui lagi."),
      ulang,
    ),
    hasil,
  );
}

async function sudahBerlaku(draf: Draf): Promise<HTMLElement> {
  try {
    const versi = await api.versi(draf.kunci);
    const lama = versi.find((v) => v.keadaan === "digantikan");
    return kotak(
      "sukses",
      h("p", {}, h("strong", {}, "Draf ini sudah diterapkan.")),
      lama
        ? h(
            "p",
            {},
            `${lama.permohonanBerjalan} permohonan masih berjalan pada versi ${lama.versi}. `,
            h("a", { href: `#/draf/${draf.id}/pemindahan` }, "Pindahkan permohonan"),
          )
        : h("p", {}, "Tidak ada permohonan yang berjalan pada versi sebelumnya."),
    );
  } catch (sebab) {
    return kotak("bahaya", h("p", {}, pesanGalat(sebab)));
  }
}
