/** SOP row 7: drafts the Surat Pemberitahuan; the same version is never made twice. */
import { z } from "zod";
import { hancurkanNonce } from "../../src/kredensial/index.js";
import { variabel } from "../../src/proses/variabel.js";
import type { DataSurat } from "../../src/surat/data.js";
import { satuBaris } from "../../src/surat/teks.js";
import {
  bacaDrafSurat,
  beriNomorSurat,
  type Draf,
  type Pengubah,
  simpanDrafSurat,
  suratDariNomor,
} from "../../src/surat-keluar/index.js";
import { tahunWib } from "../../src/waktu/wib.js";
import type { Deps } from "../deps.js";
import { ownDatabase } from "../retry-policies.js";
import { defineTopic } from "../runtime/index.js";
import { daftarAkunSurat } from "../surat/akun-surat.js";

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
    riwayat: variabel.riwayat.nullish(),
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

/** Reads all variables, as each account has a `hasil_<id>` of its own; afterwards the request has no nonce left. */
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
    const draf = (await bacaDrafSurat(deps.db, instans, versi)) ?? (await susun(deps, surat, instans, versi));
    // Accounts whose password was never delivered by e-Pesan still have one.
    await hancurkanNonce(deps.db, instans);
    return keluaran(draf);
  },
});

async function susun(deps: Deps, surat: Input, instans: string, versi: number): Promise<Draf> {
  const { nomor: nomorSurat, tanggal, templat } = await suratBernomor(deps, surat, instans);
  const dasar: Omit<DataSurat, "paragraf"> = {
    nomorSurat,
    tanggal,
    kepada: surat.namaSatker,
    permohonan: {
      nomor: surat.nomorSuratPermohonan,
      tanggal: surat.tanggalSuratPermohonan,
      nomorPermohonan: surat.nomorPermohonan,
    },
    akun: daftarAkunSurat(surat.akunDisetujui, surat.akunDicoret ?? [], surat),
  };
  const data = { ...dasar, paragraf: surat.paragraf ?? templat.paragrafAwal(dasar) };
  const { pdf } = templat.render(data);
  return simpanDrafSurat(deps.db, {
    instans,
    versi,
    data,
    pdf,
    nama: `Draf Surat Pemberitahuan ${surat.nomorPermohonan} versi ${versi}.pdf`,
    pemilik: "layanan-workers",
    nomorPermohonan: surat.nomorPermohonan,
    pengubah: versi > 1 ? pengubah(surat) : undefined,
  });
}

/** The first draft takes a number, today's date and the template in force; later ones keep all three. */
async function suratBernomor(deps: Deps, surat: Input, instans: string) {
  const { nomorSurat, tanggalSuratPemberitahuan: tanggal } = surat;
  if (nomorSurat && tanggal) {
    const lama = (await suratDariNomor(deps.db, nomorSurat))?.templat;
    const { surat: templat } = lama ? await deps.surat.versi(lama) : await deps.surat.berlaku();
    return { nomor: nomorSurat, tanggal, templat };
  }
  const saat = deps.now();
  // With the year in the key, an attempt repeated after New Year takes a number of the year its date is in.
  const minta = {
    kunci: `${instans}/${tahunWib(saat)}`,
    jenis: "surat-pemberitahuan" as const,
    instans,
    nomorPermohonan: surat.nomorPermohonan,
    satker: satuBaris(surat.namaSatker),
  };
  const baru = await beriNomorSurat(deps.db, minta, saat, await deps.surat.berlaku());
  const { surat: templat } = baru.templat === null ? await deps.surat.berlaku() : await deps.surat.versi(baru.templat);
  return { ...baru, templat };
}

/** A new version follows from the newest decision on record: the correction of step 8. */
function pengubah({ riwayat }: Input): Pengubah | undefined {
  const koreksi = riwayat?.at(-1);
  return koreksi && { id: koreksi.oleh, nama: koreksi.namaOleh, alasan: koreksi.alasan };
}

function keluaran({ versi, data, dokumen }: Draf): z.input<typeof output> {
  const { nomorSurat, tanggal, paragraf } = data;
  return { nomorSurat, tanggalSuratPemberitahuan: tanggal, versiDraf: versi, drafSurat: dokumen, paragraf };
}
