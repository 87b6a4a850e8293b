/** Step 4's list: each account is reset or struck off with a reason; its data may be corrected after the letter. */
import type { AkunBerstatus } from "../../api/skema.js";
import { tombol } from "../../bagian/dasar.js";
import { h, idBaru } from "../../dom.js";
import { nipKelompok } from "../../teks.js";
import { daftarIsian, type Isian, objekIsian, teksIsian } from "../isian.js";
import { area, bidang, isi } from "./bidang.js";
import { bidangAkun } from "./bidang-akun.js";
import type { Bagian } from "./keputusan.js";

interface Butir {
  readonly elemen: HTMLElement;
  readonly direset: () => boolean;
  readonly nilai: () => Record<string, unknown>;
  readonly jalur: (awalan: string) => void;
}

const cari = (daftar: readonly unknown[], id: string): Isian | undefined =>
  daftar.map(objekIsian).find((a) => teksIsian(a, "id") === id);

/** The list; its value is `{akunDisetujui, akunDicoret}`. */
export function periksaAkun(daftar: readonly AkunBerstatus[], isian: Isian): Bagian {
  const disetujui = daftarIsian(isian, "akunDisetujui");
  const dicoret = daftarIsian(isian, "akunDicoret");
  const butir = daftar.map((a) => {
    const coret = cari(dicoret, a.id);
    return buatButir(a, cari(disetujui, a.id) ?? coret ?? objekIsian(a), coret, () => segarkan());
  });
  const idGalat = idBaru("galat");
  const hitung = h("p", { class: "rp-kecil", role: "status" });
  const bagi = (reset: boolean) => butir.filter((b) => b.direset() === reset);
  const segarkan = () => {
    bagi(true).forEach((b, i) => {
      b.jalur(`akunDisetujui.${i}`);
    });
    bagi(false).forEach((b, i) => {
      b.jalur(`akunDicoret.${i}`);
    });
    hitung.textContent = `${bagi(true).length} akun akan di-reset, ${bagi(false).length} dicoret.`;
  };
  segarkan();
  return {
    elemen: h(
      "fieldset",
      { class: "rp-periksa", "data-jalur": "akunDisetujui", "aria-describedby": idGalat },
      h("legend", {}, "Cocokkan setiap akun dengan surat"),
      h("p", { class: "rp-bantuan" }, "Hilangkan centang untuk mencoret akun yang tidak boleh di-reset."),
      h("p", { class: "rp-galat", id: idGalat, hidden: true }),
      butir.map((b) => b.elemen),
      hitung,
    ),
    nilai: () => ({
      akunDisetujui: bagi(true).map((b) => b.nilai()),
      akunDicoret: bagi(false).map((b) => b.nilai()),
    }),
  };
}

function buatButir(a: AkunBerstatus, isian: Isian, coret: Isian | undefined, berubah: () => void): Butir {
  const data = bidangAkun(isian);
  const kontrolAlasan = area(teksIsian(coret ?? {}, "alasan"), 2, { maxlength: 1000 });
  const alasan = bidang(
    { jalur: "alasan", label: "Alasan dicoret", bantuan: "Disebut dalam Surat Pemberitahuan." },
    kontrolAlasan,
  );
  const { kepala, pilih, sunting } = kepalaButir(a, coret === undefined, data.elemen);
  const elemen = h("div", { class: "rp-periksa-butir" }, kepala, sunting, alasan);
  const segarkan = () => {
    elemen.classList.toggle("rp-dicoret", !pilih.checked);
    alasan.hidden = pilih.checked;
  };
  pilih.addEventListener("change", () => {
    segarkan();
    berubah();
  });
  segarkan();
  return {
    elemen,
    direset: () => pilih.checked,
    nilai: () => ({ id: a.id, ...data.nilai(), ...(pilih.checked ? {} : { alasan: isi(kontrolAlasan) }) }),
    jalur: (awalan) => {
      elemen.dataset.jalur = awalan;
      data.jalur(awalan);
      alasan.dataset.jalur = `${awalan}.alasan`;
    },
  };
}

/** The account in one line with its checkbox, and its fields, unfolded by a button or by a message inside them. */
function kepalaButir(a: AkunBerstatus, tercentang: boolean, bidangData: readonly HTMLElement[]) {
  const id = idBaru("akun");
  const pilih = h("input", {
    type: "checkbox",
    checked: tercentang,
    "aria-labelledby": id,
    "aria-describedby": `${id}-data`,
  });
  const sunting = h("div", { class: "rp-akun-bidang", hidden: true }, bidangData);
  const buka = () => {
    sunting.hidden = false;
    perbaiki.hidden = true;
  };
  const perbaiki = tombol("Perbaiki data", buka, { class: "rp-tombol rp-tipis" });
  sunting.addEventListener("rp-buka", buka);
  const data = `NIP ${nipKelompok(a.nip)} · User ID ${a.userId || "tidak disebut"} · ${a.epesan}`;
  const label = h(
    "label",
    { class: "rp-periksa-pilih" },
    pilih,
    h("span", { id }, h("strong", {}, a.nama), ` · ${a.peran}`),
    h("span", { class: "rp-kecil", id: `${id}-data` }, data),
  );
  return { kepala: h("div", { class: "rp-periksa-kepala" }, label, perbaiki), pilih, sunting };
}
