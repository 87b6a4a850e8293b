import { z } from "zod";
import { barisTeks } from "./teks.js";
import { masalahTemplat } from "./templat.js";

const ISIAN_UMUM = ["satker", "nomorSuratPermohonan", "tanggalSuratPermohonan", "nomorPermohonan"] as const;
const ISIAN_PEMBERITAHUAN = [
  ...ISIAN_UMUM,
  "peran",
  "jumlahAkun",
  "jumlahBerhasil",
  "jumlahTidakBerhasil",
  "rincian",
] as const;
const ISIAN_PENOLAKAN = [...ISIAN_UMUM, "alasan"] as const;

/** The values for the placeholders of a Surat Pemberitahuan's wording. */
export type IsianPemberitahuan = Record<(typeof ISIAN_PEMBERITAHUAN)[number], string>;
/** The values for the placeholders of a Surat Penolakan's wording. */
export type IsianPenolakan = Record<(typeof ISIAN_PENOLAKAN)[number], string>;

const templat = (isian: readonly string[]) =>
  z
    .string()
    .min(1, "tidak boleh kosong")
    .superRefine((pola, ctx) => {
      const message = masalahTemplat(pola, isian);
      if (message !== undefined) ctx.addIssue({ code: "custom", message });
    });

const paragraf = (isian: readonly string[]) =>
  z.strictObject({ pembuka: templat(isian), isi: templat(isian), penutup: templat(isian) });

const kepala = (isian: readonly string[]) => ({
  judul: barisTeks(100),
  hal: templat(isian),
  yth: z.array(templat(isian)).min(1, "paling sedikit satu baris").max(6, "paling banyak enam baris"),
});

const pemberitahuan = z.strictObject({
  ...kepala(ISIAN_PEMBERITAHUAN),
  paragraf: z.strictObject({
    semuaBerhasil: paragraf(ISIAN_PEMBERITAHUAN),
    sebagianBerhasil: paragraf(ISIAN_PEMBERITAHUAN),
    tidakAdaBerhasil: paragraf(ISIAN_PEMBERITAHUAN),
  }),
  rincian: z.strictObject({ dalamSurat: barisTeks(200), dalamLampiran: barisTeks(200) }),
  tabel: z.strictObject({
    nomor: barisTeks(20),
    nama: barisTeks(40),
    peran: barisTeks(40),
    userId: barisTeks(40),
    hasil: barisTeks(40),
  }),
  hasil: z.strictObject({ berhasil: barisTeks(60), gagal: barisTeks(60), dicoret: barisTeks(60) }),
  lampiran: z.strictObject({
    mulaiDariAkun: z.int("harus bilangan bulat").min(1, "paling sedikit 1"),
    jumlah: barisTeks(60),
    keterangan: barisTeks(100),
    judul: templat(ISIAN_PEMBERITAHUAN),
  }),
});

const penolakan = z.strictObject({ ...kepala(ISIAN_PENOLAKAN), paragraf: paragraf(ISIAN_PENOLAKAN) });

/** surat/redaksi.json: the fixed wording of every letter, editable without touching code. */
export const Redaksi = z.strictObject({
  istilahAsing: z.array(barisTeks(60)),
  suratPemberitahuan: pemberitahuan,
  suratPenolakan: penolakan,
});
export type Redaksi = z.infer<typeof Redaksi>;
