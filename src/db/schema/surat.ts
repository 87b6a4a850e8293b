/** Letters while they are written, numbered and signed. */

import { sql } from "drizzle-orm";
import { index, integer, jsonb, pgTable, primaryKey, text, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import type { LaporanPdf } from "../../tanda-tangan/laporan.js";
import { dokumen } from "./dokumen.js";
import { waktu } from "./kolom.js";

/** Every version of a draft letter, with who asked for the change (empty for the first, which the system drafts). */
export const drafSurat = pgTable(
  "draf_surat",
  {
    instans: text("instans").notNull(),
    versi: integer("versi").notNull(),
    data: jsonb("data").notNull(),
    dokumen: uuid("dokumen")
      .notNull()
      .references(() => dokumen.id),
    dibuat: waktu("dibuat").notNull().defaultNow(),
    diubahOleh: text("diubah_oleh"),
    namaPengubah: text("nama_pengubah"),
    alasan: text("alasan"),
  },
  (t) => [primaryKey({ columns: [t.instans, t.versi] })],
);

/**
 * Letterhead, number codes and wording of letters, each state of them once; the newest is in force. `berkas` came with
 * kop.json and redaksi.json of the letter folder, `penyunting` from the page for templates.
 */
export const templatSurat = pgTable("templat_surat", {
  versi: integer("versi").primaryKey().generatedAlwaysAsIdentity(),
  isi: jsonb("isi").notNull(),
  /** SHA-256 (hex) of `isi` as text. */
  sidik: text("sidik").notNull(),
  sumber: text("sumber", { enum: ["berkas", "penyunting"] }).notNull(),
  oleh: text("oleh").notNull(),
  namaOleh: text("nama_oleh").notNull(),
  catatan: text("catatan").notNull().default(""),
  dibuat: waktu("dibuat").notNull().defaultNow(),
});

/**
 * Every letter that was given a number, by `kunci` (the same letter asks again under the same key). Number, date and
 * template stay what they were first; `dokumen` is its newest PDF, empty until there is one.
 */
export const suratKeluar = pgTable(
  "surat_keluar",
  {
    kunci: text("kunci").primaryKey(),
    jenis: text("jenis", { enum: ["surat-pemberitahuan", "surat-penolakan", "surat-pengembalian"] }).notNull(),
    nomor: text("nomor").notNull().unique(),
    tahun: integer("tahun").notNull(),
    urut: integer("urut").notNull(),
    tanggal: text("tanggal").notNull(),
    instans: text("instans").notNull(),
    nomorPermohonan: text("nomor_permohonan").notNull(),
    satker: text("satker").notNull(),
    /** Version in `templat_surat`; letters from before that table have none. */
    templat: integer("templat"),
    dokumen: uuid("dokumen").references(() => dokumen.id),
    diberikan: waktu("diberikan").notNull().defaultNow(),
    /** When it was found that this letter will never go out, who ended it, and why. */
    ditarik: waktu("ditarik"),
    ditarikOleh: text("ditarik_oleh"),
    alasan: text("alasan"),
  },
  (t) => [
    unique("surat_keluar_urut").on(t.tahun, t.urut),
    index("surat_keluar_instans").on(t.instans),
    index("surat_keluar_nomor_permohonan").on(t.nomorPermohonan),
  ],
);

/**
 * Signatures under letters (SOP row 9), one row per attempt; `id` is random and is the address of the verification page.
 * `diterbitkan` is set when step 9 is completed with this document: only then does the page know it.
 */
export const tandaTangan = pgTable(
  "tanda_tangan",
  {
    id: uuid("id").primaryKey(),
    cara: text("cara", { enum: ["bsre", "lokal", "unggah"] }).notNull(),
    keadaan: text("keadaan", {
      enum: ["berjalan", "berhasil", "gagal", "belumDiketahui", "ditinggalkan"],
    }).notNull(),
    instans: text("instans").notNull(),
    nomorPermohonan: text("nomor_permohonan").notNull(),
    nomorSurat: text("nomor_surat").notNull(),
    tanggalSurat: text("tanggal_surat").notNull(),
    draf: uuid("draf").notNull(),
    oleh: text("oleh").notNull(),
    penandaTangan: text("penanda_tangan").notNull(),
    kode: text("kode"),
    dokumen: uuid("dokumen").references(() => dokumen.id),
    sha256: text("sha256"),
    laporan: jsonb("laporan").$type<LaporanPdf>(),
    dimulai: waktu("dimulai").notNull(),
    /** When the signer's call had ended, however it ended. */
    berakhir: waktu("berakhir"),
    diterbitkan: waktu("diterbitkan"),
  },
  (t) => [
    index("tanda_tangan_dokumen").on(t.dokumen),
    // One person never has two electronic signatures of one draft under way, or a second one beside a finished one.
    uniqueIndex("tanda_tangan_satu")
      .on(t.draf, t.oleh)
      .where(sql`${t.cara} <> 'unggah' and ${t.keadaan} in ('berjalan', 'berhasil', 'belumDiketahui')`),
  ],
);
