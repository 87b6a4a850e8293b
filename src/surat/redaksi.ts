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
const ISIAN_OTOMATIS = [...ISIAN_UMUM, "alasan"] as const;
const ISIAN_KEPUTUSAN = ["pejabat", "langkah", "saat", "nomorPermohonan"] as const;

/** The values for the placeholders of a Surat Pemberitahuan's wording. */
export type IsianPemberitahuan = Record<(typeof ISIAN_PEMBERITAHUAN)[number], string>;
/** The values for the placeholders of a refusal's or a return's wording. */
export type IsianOtomatis = Record<(typeof ISIAN_OTOMATIS)[number], string>;
/** The values for the placeholders of the lines that say whose decision such a letter tells. */
export type IsianKeputusan = Record<(typeof ISIAN_KEPUTUSAN)[number], string>;

const templat = (isian: readonly string[]) =>
  z
    .string()
    .min(1, "tidak boleh kosong")
    .max(4000, "paling banyak 4000 huruf")
    .superRefine((pola, ctx) => {
      const message = masalahTemplat(pola, isian);
      if (message !== undefined) ctx.addIssue({ code: "custom", message });
    });

const paragraf = (isian: readonly string[]) =>
  z.strictObject({ pembuka: templat(isian), isi: templat(isian), penutup: templat(isian) });

/** A letter to another unit, or an internal note: the same words in the form that the unit's tata naskah dinas asks for. */
export const Bentuk = z.enum(["surat-dinas", "nota-dinas"], { error: 'harus "surat-dinas" atau "nota-dinas"' });
export type Bentuk = z.infer<typeof Bentuk>;

const kepala = (isian: readonly string[]) => ({
  bentuk: Bentuk.default("surat-dinas"),
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

/** Letters that tell one decision and that nobody signs: in the signer's place stands whose decision it was. */
const otomatis = z.strictObject({
  ...kepala(ISIAN_OTOMATIS),
  paragraf: paragraf(ISIAN_OTOMATIS),
  keputusan: z.array(templat(ISIAN_KEPUTUSAN)).min(1, "paling sedikit satu baris").max(6, "paling banyak enam baris"),
});

/** surat/redaksi.json: the fixed wording of every letter, editable without touching code. */
export const Redaksi = z.strictObject({
  istilahAsing: z.array(barisTeks(60)).max(50, "paling banyak lima puluh"),
  suratPemberitahuan: pemberitahuan,
  suratPenolakan: otomatis,
  suratPengembalian: otomatis,
});
export type Redaksi = z.infer<typeof Redaksi>;
