/** SOP row 7: drafts the Surat Pemberitahuan; the same version is never made twice. */
import { z } from "zod";
import { bacaDraf, type Draf, simpanDraf } from "../../src/arsip/index.js";
import { hancurkanNonce } from "../../src/kredensial/index.js";
import { beriNomor } from "../../src/nomor-urut.js";
import { variabel } from "../../src/proses/variabel.js";
import type { DataSurat } from "../../src/surat/data.js";
import { tahunWib } from "../../src/surat/nomor.js";
import { tanggalWib } from "../../src/surat/tanggal.js";
import { daftarAkunSurat } from "../akun-surat.js";
import type { Deps } from "../deps.js";
import { ownDatabase } from "../retry-policies.js";
import { defineTopic } from "../runtime/index.js";

const input = z
  .object({
    nomorPermohonan: variabel.nomorPermohonan,
    namaSatker: variabel.namaSatker,
    nomorSuratPermohonan: variabel.nomorSuratPermohonan,
    tanggalSuratPermohonan: variabel.tanggalSuratPermohonan,
    akunDisetujui: variabel.akunDisetujui,
    akunDicoret: variabel.akunDicoret.nullish(),
    nomorSurat: variabel.nomorSurat.nullish(),
    tanggalSuratPemberitahuan: variabel.tanggalSuratPemberitahuan.nullish(),
    versiDraf: variabel.versiDraf.nullish(),
    paragraf: variabel.paragraf.nullish(),
  })
  // hasil_<id akun> and akun_<id akun>, one of each for every account of akunDisetujui.
  .catchall(z.unknown());
const output = z.object({
  nomorSurat: variabel.nomorSurat,
  tanggalSuratPemberitahuan: variabel.tanggalSuratPemberitahuan,
  versiDraf: variabel.versiDraf,
  drafSurat: variabel.drafSurat,
  paragraf: variabel.paragraf,
});
type Input = z.output<typeof input>;

export const suratSusunDraf = defineTopic<Deps, typeof input, typeof output>({
  topic: "surat-susun-draf",
  input,
  output,
  errorCodes: [],
  retry: ownDatabase,
  allVariables: true,
  async handle(surat, { deps, task }) {
    const { instans } = task;
    const versi = (surat.versiDraf ?? 0) + 1;
    const draf = (await bacaDraf(deps.db, instans, versi)) ?? (await susun(deps, surat, instans, versi));
    // Accounts whose password was never delivered by e-Pesan still have one.
    await hancurkanNonce(deps.db, instans);
    return keluaran(draf);
  },
});

async function susun(deps: Deps, surat: Input, instans: string, versi: number): Promise<Draf> {
  const dasar: Omit<DataSurat, "paragraf"> = {
    ...(await nomorDanTanggal(deps, surat, instans)),
    kepada: surat.namaSatker,
    permohonan: {
      nomor: surat.nomorSuratPermohonan,
      tanggal: surat.tanggalSuratPermohonan,
      nomorPermohonan: surat.nomorPermohonan,
    },
    akun: daftarAkunSurat(surat.akunDisetujui, surat.akunDicoret ?? [], surat),
  };
  const data = { ...dasar, paragraf: surat.paragraf ?? deps.surat.paragrafAwal(dasar) };
  const { pdf } = deps.surat.render(data);
  return simpanDraf(deps.db, {
    instans,
    versi,
    data,
    pdf,
    nama: `Draft Surat Pemberitahuan ${surat.nomorPermohonan} versi ${versi}.pdf`,
    pemilik: "layanan-workers",
    nomorPermohonan: surat.nomorPermohonan,
  });
}

/** The first draft takes a number and today's date; later ones keep them. */
async function nomorDanTanggal(
  deps: Deps,
  surat: Input,
  instans: string,
): Promise<{ nomorSurat: string; tanggal: string }> {
  const { nomorSurat, tanggalSuratPemberitahuan } = surat;
  if (nomorSurat && tanggalSuratPemberitahuan) return { nomorSurat, tanggal: tanggalSuratPemberitahuan };
  const saat = deps.now();
  const tahun = tahunWib(saat);
  // With the year in the key, an attempt repeated after New Year takes a number of the year its date is in.
  const urut = await beriNomor(deps.db, { jenis: "surat", tahun, kunci: `${instans}/${tahun}` });
  const tanggal = tanggalWib(saat);
  return { nomorSurat: deps.surat.nomorSurat(urut, tanggal), tanggal };
}

function keluaran({ versi, data, dokumen }: Draf): z.input<typeof output> {
  const { nomorSurat, tanggal, paragraf } = data;
  return { nomorSurat, tanggalSuratPemberitahuan: tanggal, versiDraf: versi, drafSurat: dokumen, paragraf };
}
