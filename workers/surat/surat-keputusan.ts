/** Letters that tell a Satuan Kerja of one decision (refused, returned): made, archived, and sent, each of it once. */
import { z } from "zod";
import { simpanArsip, tahunKemudian } from "../../src/arsip/index.js";
import { type Riwayat, variabel } from "../../src/proses/variabel.js";
import type { JenisOtomatis } from "../../src/surat/data.js";
import { satuBaris } from "../../src/surat/teks.js";
import { type SuratTerbit, terbitkanSurat } from "../../src/surat-keluar/index.js";
import type { TopicContext } from "../deps.js";

/** The variables such a letter is made of; the newest line of `riwayat` is the decision it tells. */
export const masukanSuratKeputusan = {
  satker: variabel.satker,
  namaSatker: variabel.namaSatker,
  nomorPermohonan: variabel.nomorPermohonan,
  nomorSuratPermohonan: variabel.nomorSuratPermohonan,
  tanggalSuratPermohonan: variabel.tanggalSuratPermohonan,
  riwayat: variabel.riwayat.min(1),
};
const Masukan = z.object(masukanSuratKeputusan);

/** What kind of letter, which one of its request (`ke`), and the reason as it was written. */
export interface JenisSuratKeputusan {
  readonly jenis: JenisOtomatis;
  readonly nama: string;
  readonly ke: string;
  readonly alasan: string;
}

/** The decision that the process follows now; throws where nothing was ever decided. */
export function keputusanTerakhir(riwayat: readonly Riwayat[]): Riwayat {
  const terakhir = riwayat.at(-1);
  if (terakhir) return terakhir;
  throw new Error("the request has no decision on record");
}

/** Makes the letter and archives its copy. */
export async function suratKeputusan(
  { deps, task }: TopicContext,
  masukan: z.output<typeof Masukan>,
  { jenis, nama, ke, alasan }: JenisSuratKeputusan,
): Promise<SuratTerbit> {
  const { nomorPermohonan } = masukan;
  const { langkah, namaOleh: pejabat, waktu: saat } = keputusanTerakhir(masukan.riwayat);
  const satker = satuBaris(masukan.namaSatker);
  const kunci = `${task.instans}/${ke}`;
  const permohonan = {
    nomor: masukan.nomorSuratPermohonan,
    tanggal: masukan.tanggalSuratPermohonan,
    nomorPermohonan,
  };
  const keputusan = { pejabat, langkah, saat };
  const bahan = { kunci, jenis, nama, instans: task.instans, nomorPermohonan, satker, permohonan, keputusan, alasan };
  const surat = await terbitkanSurat(deps.db, deps.surat, bahan, deps.now());
  const { kop } = surat.templat;
  await simpanArsip(
    deps.db,
    {
      jenis,
      instans: kunci,
      nomorPermohonan,
      nomorSurat: surat.nomor,
      tanggalSurat: surat.tanggal,
      satker,
      orang: [pejabat],
      uraian: `${nama} permohonan reset password akun SPSE kepada ${satker} (permohonan ${nomorPermohonan})`,
      kodeKlasifikasi: kop.nomor.klasifikasi,
      unitPengolah: kop.layanan ?? kop.unit,
      tingkatPerkembangan: "asli",
      keterangan: "",
      simpanSampai: tahunKemudian(surat.tanggal, deps.arsip.simpanTahun),
      isi: surat.isi,
    },
    deps.now(),
  );
  return surat;
}
