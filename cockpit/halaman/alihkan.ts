/** The dialog that gives a task to somebody else of the same unit. */
import { h, idBaru } from "../../src/web/dom.js";
import type { Langkah } from "../api/skema.js";
import { alihkan, anggotaGrup } from "../api/sla.js";
import { teks } from "../teks/index.js";
import { tanya } from "./dialog.js";

/** Asks who shall do it; resolves with that person's name, or undefined. */
export async function tanyaAlihkan(l: Langkah, engineApi: string): Promise<string | undefined> {
  const t = teks();
  // The Satker's lane is every unit; a request belongs to the people of one.
  const grup = l.pelaksana.grup === "satuan-kerja" && l.satker ? l.satker.id : l.pelaksana.grup;
  const orang = (await anggotaGrup(engineApi, grup)).filter((o) => o.id !== l.pemegang?.id);
  const pilih = h(
    "select",
    { class: "form-control", id: idBaru("kepada"), required: true },
    h("option", { value: "" }, orang.length > 0 ? t.pilihPegawai : t.tanpaPegawai),
    orang.map((o) => h("option", { value: o.id }, o.nama)),
  );
  return tanya({
    judul: t.alihkanUntuk(l.nomorPermohonan),
    keterangan: `${l.langkah.nama} · ${t.pemegang}: ${l.pemegang?.nama ?? t.belumDiambil}`,
    isi: [h("div", { class: "form-group" }, h("label", { for: pilih.id }, t.kepada), pilih)],
    tombol: t.alihkan,
    periksa: () => (pilih.value === "" ? { bidang: pilih, pesan: t.wajibPegawai } : undefined),
    async kirim() {
      await alihkan(l.id, pilih.value);
      return pilih.selectedOptions[0]?.textContent ?? pilih.value;
    },
  });
}
