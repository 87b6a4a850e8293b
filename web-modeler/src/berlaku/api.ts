/** The modeler's API as these pages use it, every reply checked. */
import { z } from "zod";
import { ambil, GalatApi, galatBalasan, kirimJson } from "../../../src/web/api/panggil.js";
import { tokenXsrf } from "../../../src/web/beranda/sesi.js";
import { bahasa } from "../bahasa/bahasa.js";

const A = "/api/modeler";
const Saat = z.string().transform((s) => new Date(s));

const Saya = z.object({
  orang: z.record(z.string(), z.string()),
  id: z.string(),
  nama: z.string(),
  bolehSunting: z.boolean(),
  bolehSetuju: z.boolean(),
  admin: z.boolean(),
  empatMata: z.boolean(),
  ujiWajib: z.boolean(),
});
export type Saya = z.infer<typeof Saya>;

const Versi = z.object({
  id: z.string(),
  versi: z.number(),
  tag: z.string().nullable(),
  diterapkan: Saat.nullable(),
  oleh: z.string().nullable(),
  disetujuiOleh: z.string().nullable(),
  catatan: z.string().nullable(),
});
const VersiRiwayat = Versi.extend({
  keadaan: z.enum(["berlaku", "digantikan", "lama"]),
  permohonanBerjalan: z.number(),
});
export type VersiRiwayat = z.infer<typeof VersiRiwayat>;

const KeadaanDraf = z.enum(["disusun", "diajukan", "disetujui", "ditolak", "diterapkan"]);
const BarisDraf = z.object({
  id: z.string(),
  kunci: z.string(),
  judul: z.string(),
  dasar: z.string().nullable(),
  revisi: z.number(),
  oleh: z.string(),
  diubah: Saat,
  diubahOleh: z.string(),
  keadaan: KeadaanDraf,
});
export type BarisDraf = z.infer<typeof BarisDraf>;
const Proses = z.object({ kunci: z.string(), nama: z.string(), berlaku: Versi.nullable(), draf: z.array(BarisDraf) });

const Macet = z.object({ elemen: z.string(), pesan: z.string() });
const Hasil = z.object({
  jalur: z.array(z.object({ langkah: z.array(z.string()), akhir: z.array(z.string()), macet: Macet.nullable() })),
  elemen: z.record(z.string(), z.number()),
  alur: z.record(z.string(), z.number()),
  macet: z.array(Macet),
  takTerlewati: z.array(z.object({ id: z.string(), sebab: z.string() })),
  habisWaktu: z.boolean(),
  lamaMs: z.number(),
});
export type HasilUji = z.infer<typeof Hasil>;
const Kemajuan = z.object({ kemajuan: z.object({ jalur: z.number(), terlewati: z.number(), semua: z.number() }) });
const Uji = z.object({
  revisi: z.number(),
  keadaan: z.enum(["berjalan", "lulus", "macet", "terputus"]),
  oleh: z.string(),
  mulai: Saat,
  selesai: Saat.nullable(),
  hasil: z.union([Hasil, Kemajuan, z.null()]),
});
export type Uji = z.infer<typeof Uji>;

const Keputusan = z.object({
  revisi: z.number(),
  keputusan: z.enum(["setuju", "tolak"]),
  komentar: z.string(),
  oleh: z.string(),
  waktu: Saat,
});
const Komentar = z.object({
  id: z.number(),
  elemen: z.string().nullable(),
  teks: z.string(),
  oleh: z.string(),
  waktu: Saat,
});
export type Komentar = z.infer<typeof Komentar>;
const Draf = BarisDraf.extend({
  xml: z.string(),
  penyunting: z.array(z.string()),
  diajukanOleh: z.string().nullable(),
  catatan: z.string().nullable(),
  uji: Uji.nullable(),
  persetujuan: z.array(Keputusan),
  komentar: z.array(Komentar),
});
export type Draf = z.infer<typeof Draf>;

const Rincian = z.object({ sifat: z.string(), lama: z.string(), baru: z.string() });
const Perubahan = z.object({
  id: z.string(),
  jenis: z.enum(["tambah", "hapus", "ubah", "pindah"]),
  elemen: z.string(),
  nama: z.string(),
  rincian: z.array(Rincian),
});
export type Perubahan = z.infer<typeof Perubahan>;
const Beda = z.object({ terhadap: z.string().nullable(), dasar: z.string().nullable(), perubahan: z.array(Perubahan) });

const RingkasVersi = z.object({ id: z.string(), versi: z.number(), tag: z.string().nullable(), kunci: z.string() });
const Rencana = z.object({
  dari: RingkasVersi,
  ke: RingkasVersi,
  kegiatan: z.array(
    z.object({
      id: z.string(),
      nama: z.string(),
      permohonan: z.number(),
      ke: z.string().nullable(),
      sebab: z.string().nullable(),
    }),
  ),
  dapat: z.boolean(),
});
export type Rencana = z.infer<typeof Rencana>;
const Gagal = z.object({ instans: z.string(), nomor: z.string(), sebab: z.string() });
const Migrasi = z.object({
  id: z.string(),
  selesai: Saat.nullable(),
  jumlah: z.number(),
  kemajuan: z.object({ selesai: z.number(), gagal: z.number(), sisa: z.number() }),
  hasil: z.object({ pindah: z.number(), tenggatDihitung: z.number(), gagal: z.array(Gagal) }).nullable(),
});
export type Migrasi = z.infer<typeof Migrasi>;

const BarisAudit = z.object({
  id: z.number(),
  waktu: Saat,
  oleh: z.string(),
  namaOleh: z.string(),
  tindakan: z.string(),
  objek: z.string(),
  rincian: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).nullable(),
});
export type BarisAudit = z.infer<typeof BarisAudit>;
const Temuan = z.object({
  id: z.string(),
  aturan: z.string(),
  tingkat: z.enum(["galat", "peringatan"]),
  pesan: z.string(),
});

const Pelaksana = z.object({
  id: z.string(),
  nama: z.string(),
  lajur: z.array(z.string()),
  memulai: z.boolean(),
  ada: z.boolean(),
  anggota: z.number(),
});
/** A group of staff that a draft names; `ada` false: nobody is in it, because it is not there. */
export type Pelaksana = z.infer<typeof Pelaksana>;

const e = encodeURIComponent;
const draf = (id: string, kerja = "") => `${A}/draf/${e(id)}${kerja}`;

export const api = {
  saya: () => ambil(`${A}/saya`, Saya),
  proses: () => ambil(`${A}/proses`, z.object({ proses: z.array(Proses) })).then((b) => b.proses),
  versi: (kunci: string) =>
    ambil(`${A}/proses/${e(kunci)}/versi`, z.object({ versi: z.array(VersiRiwayat) })).then((b) => b.versi),
  draf: (id: string) => ambil(draf(id), Draf),
  buatDraf: (kunci: string, judul: string) => kirimJson(`${A}/draf`, { kunci, judul, dasar: null }, Draf),
  beda: (id: string) => ambil(draf(id, "/beda"), Beda),
  periksa: (id: string) =>
    kirimJson(`${draf(id, "/periksa")}?bahasa=${bahasa()}`, {}, z.object({ temuan: z.array(Temuan) })).then(
      (b) => b.temuan,
    ),
  pelaksana: (id: string) => ambil(draf(id, "/pelaksana"), z.object({ grup: z.array(Pelaksana) })).then((b) => b.grup),
  buatGrup: (id: string, nama: string) =>
    kirimJson(`${A}/grup`, { id, nama }, z.unknown(), { "x-xsrf-token": tokenXsrf(document.cookie) }),
  mulaiUji: (id: string) => kirimJson(draf(id, "/uji"), {}, z.unknown()),
  uji: (id: string) => ambil(draf(id, "/uji"), z.object({ uji: Uji.nullable() })).then((b) => b.uji),
  ajukan: (id: string, revisi: number, catatan: string) => kirimJson(draf(id, "/ajukan"), { revisi, catatan }, Draf),
  putuskan: (id: string, kerja: "setujui" | "tolak", revisi: number, komentar: string) =>
    kirimJson(draf(id, `/${kerja}`), { revisi, komentar }, Draf),
  komentar: (id: string, elemen: string | null, teks: string) =>
    kirimJson(draf(id, "/komentar"), { elemen, teks }, Komentar),
  dasarkanUlang: (id: string, revisi: number) => kirimJson(draf(id, "/dasarkan-ulang"), { revisi }, Draf),
  terapkan: (id: string, catatan: string, tag: string) =>
    kirimJson(draf(id, "/terapkan"), { catatan, tag }, z.object({ definitionId: z.string(), versi: z.number() })),
  kembalikan: (definitionId: string) => kirimJson(`${A}/kembalikan`, { definitionId }, Draf),
  rencana: (dari: string, ke: string) => ambil(`${A}/migrasi?dari=${e(dari)}&ke=${e(ke)}`, Rencana),
  pindahkan: (isi: { dari: string; ke: string; tenggat: "tetap" | "hitungUlang" }) =>
    kirimJson(`${A}/migrasi`, isi, z.object({ id: z.string() })),
  migrasi: (id: string) => ambil(`${A}/migrasi/${e(id)}`, Migrasi),
  audit: (sebelum?: number) =>
    ambil(`${A}/audit?banyak=50${sebelum ? `&sebelum=${sebelum}` : ""}`, z.object({ audit: z.array(BarisAudit) })).then(
      (b) => b.audit,
    ),
  /** The diagram of a version; throws GalatApi. */
  async xml(definisi: string): Promise<string> {
    const balasan = await fetch(`${A}/versi/${e(definisi)}/xml`, { credentials: "same-origin" }).catch(() => undefined);
    if (balasan?.ok) return balasan.text();
    throw galatBalasan(balasan?.status ?? 0, await balasan?.json().catch(() => undefined));
  },
};
export { GalatApi };
