/** SOP row 10: keeps a copy of the signed letter in the archive, with its line in the register. */
import { z } from "zod";
import { simpanArsip, tahunKemudian } from "../../src/arsip/index.js";
import { variabel } from "../../src/proses/variabel.js";
import { satuBaris } from "../../src/surat/teks.js";
import { suratDariNomor, type Templat } from "../../src/surat-keluar/index.js";
import type { Deps } from "../deps.js";
import { ownDatabase } from "../retry-policies.js";
import { defineTopic } from "../runtime/index.js";
import { bacaSuratDitandatangani } from "../surat/surat-ditandatangani.js";

const input = z.object({
  suratDitandatangani: variabel.suratDitandatangani,
  nomorPermohonan: variabel.nomorPermohonan,
  nomorSurat: variabel.nomorSurat,
  tanggalSuratPemberitahuan: variabel.tanggalSuratPemberitahuan,
  namaSatker: variabel.namaSatker,
  akunDisetujui: variabel.akunDisetujui,
});
const output = z.object({ arsip: variabel.arsip });

/** Gives `arsip`: id of the entry, letter number, SHA-256 in hex; raises no BPMN error. */
export const arsipSimpan = defineTopic<Deps, typeof input, typeof output>({
  topic: "arsip-simpan",
  input,
  output,
  errorCodes: [],
  retry: ownDatabase,
  async handle(surat, { deps, task }) {
    const { nomorPermohonan, nomorSurat, tanggalSuratPemberitahuan: tanggalSurat } = surat;
    const { isi } = await bacaSuratDitandatangani(deps.db, surat.suratDitandatangani);
    const satker = satuBaris(surat.namaSatker);
    const { kop } = await templatSurat(deps, nomorSurat);
    const { id, sha256 } = await simpanArsip(
      deps.db,
      {
        jenis: "surat-pemberitahuan",
        instans: task.instans,
        nomorPermohonan,
        nomorSurat,
        tanggalSurat,
        satker,
        orang: [...surat.akunDisetujui.map(({ nama }) => satuBaris(nama)), kop.penandaTangan.nama],
        uraian: `Surat Pemberitahuan reset password akun SPSE kepada ${satker} (permohonan ${nomorPermohonan})`,
        kodeKlasifikasi: kop.nomor.klasifikasi,
        unitPengolah: kop.layanan ?? kop.unit,
        tingkatPerkembangan: "kopi",
        keterangan: "",
        simpanSampai: tahunKemudian(tanggalSurat, deps.arsip.simpanTahun),
        isi,
      },
      deps.now(),
    );
    return { arsip: { id, nomorSurat, sha256 } };
  },
});

/** Letterhead and codes that the letter was drafted with. */
async function templatSurat({ db, surat }: Deps, nomor: string): Promise<Templat> {
  const templat = (await suratDariNomor(db, nomor))?.templat;
  return templat ? surat.versi(templat) : surat.berlaku();
}
