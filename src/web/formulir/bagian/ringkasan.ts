/** What is asked, in short: who asks, by which letter, for which accounts. */
import type { PermohonanTugas } from "../../api/skema.js";
import { daftarAkun } from "../../bagian/daftar-akun.js";
import { bagianJudul, daftarIstilah } from "../../bagian/dasar.js";
import { h } from "../../dom.js";
import type { DokumenTampil } from "../../pdf/panel-dokumen.js";
import { tanggalPanjang } from "../../waktu.js";

const bermula = (p: PermohonanTugas): boolean => p.akun.some((a) => a.status !== "menunggu");

/** Letter and accounts; the accounts' states are shown once there are any. */
export function ringkasan(p: PermohonanTugas): HTMLElement {
  return bagianJudul(
    "Permohonan",
    daftarIstilah([
      ["Satuan Kerja", p.satker.nama],
      ["Diajukan oleh", p.pemohon.nama],
      ["Nomor surat", p.nomorSuratPermohonan],
      ["Tanggal surat", tanggalPanjang(p.tanggalSuratPermohonan)],
    ]),
    h("h4", {}, p.akun.length > 1 ? `${p.akun.length} akun` : "Akun"),
    daftarAkun(p.akun, bermula(p)),
  );
}

/** The request letter and its attachments. */
export const dokumenPermohonan = (p: PermohonanTugas): DokumenTampil[] => [
  { judul: "Surat Permohonan", dokumen: p.suratPermohonan },
  ...p.lampiran.map((dokumen, i) => ({ judul: `Lampiran ${i + 1}`, dokumen })),
];
