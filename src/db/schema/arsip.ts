/** The archive: what is kept, its register, anchors, verifications, destruction. */
import { sql } from "drizzle-orm";
import { bigint, bigserial, index, integer, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { bytea, tsvector, waktu } from "./kolom.js";

/** What is archived, by its SHA-256 (hex): the same bytes once. */
export const arsipIsi = pgTable("arsip_isi", {
  sha256: text("sha256").primaryKey(),
  isi: bytea("isi").notNull(),
});

/**
 * The archive's register (SOP row 10), append-only: the application's role may not change or delete a row. `catatan` is
 * the entry itself, `hash` ties it to the entry before (src/arsip/catatan.ts); the other columns repeat it for searching.
 */
export const arsip = pgTable(
  "arsip",
  {
    urut: bigint("urut", { mode: "number" }).primaryKey(),
    id: uuid("id").notNull().unique(),
    jenis: text("jenis").notNull(),
    instans: text("instans").unique(),
    nomorPermohonan: text("nomor_permohonan"),
    nomorSurat: text("nomor_surat").unique(),
    tanggalSurat: text("tanggal_surat").notNull(),
    satker: text("satker"),
    orang: text("orang").notNull(),
    uraian: text("uraian").notNull(),
    kodeKlasifikasi: text("kode_klasifikasi").notNull(),
    unitPengolah: text("unit_pengolah").notNull(),
    tingkatPerkembangan: text("tingkat_perkembangan").notNull(),
    keterangan: text("keterangan").notNull(),
    simpanSampai: text("simpan_sampai").notNull(),
    sha256: text("sha256").notNull(),
    ukuran: integer("ukuran").notNull(),
    diarsipkan: waktu("diarsipkan").notNull(),
    sebelum: text("sebelum").notNull().unique(),
    hash: text("hash").notNull().unique(),
    catatan: text("catatan").notNull(),
    /**
     * Words of the searchable columns: numbers with weight A, Satker B, people C, the rest D. Indonesian has no stemmer in
     * PostgreSQL that officials would expect.
     */
    kata: tsvector("kata").generatedAlwaysAs(
      sql.raw(
        [
          ["coalesce(nomor_surat, '') || ' ' || coalesce(nomor_permohonan, '')", "A"],
          ["coalesce(satker, '')", "B"],
          ["orang", "C"],
          ["uraian || ' ' || keterangan", "D"],
        ]
          .map(
            ([isi, bobot]) =>
              `setweight(to_tsvector('simple', regexp_replace(lower(${isi}), '[^[:alnum:]]+', ' ', 'g')), '${bobot}')`,
          )
          .join(" || "),
      ),
    ),
  },
  (t) => [
    // Entries come one by one: with a pending list, whoever fills it would wait for all the others' words.
    index("arsip_kata").using("gin", t.kata).with({ fastupdate: false }),
    index("arsip_tanggal_surat").on(t.tanggalSurat, t.urut),
    index("arsip_jenis").on(t.jenis, t.tanggalSurat, t.urut),
    index("arsip_sha256").on(t.sha256),
    index("arsip_simpan_sampai").on(t.simpanSampai),
  ],
);

/** The archive's head on each day, signed: whoever keeps one of these knows if anything before it was rewritten. */
export const jangkarArsip = pgTable("jangkar_arsip", {
  /** Day in WIB. */
  tanggal: text("tanggal").primaryKey(),
  urut: bigint("urut", { mode: "number" }).notNull(),
  hash: text("hash").notNull(),
  kunciPublik: text("kunci_publik").notNull(),
  tandaTangan: text("tanda_tangan").notNull(),
  dibuat: waktu("dibuat").notNull().defaultNow(),
});

/** Verifications of the whole archive that somebody asked for; `temuan` holds the first of them. */
export const pemeriksaanArsip = pgTable("pemeriksaan_arsip", {
  id: bigserial("id", { mode: "number" }).primaryKey(),
  oleh: text("oleh").notNull(),
  mulai: waktu("mulai").notNull(),
  selesai: waktu("selesai").notNull(),
  entri: integer("entri").notNull(),
  jangkar: integer("jangkar").notNull(),
  jumlahTemuan: integer("jumlah_temuan").notNull(),
  temuan: jsonb("temuan").$type<{ readonly urut: number; readonly pesan: string }[]>().notNull(),
});

/** A list of copies proposed for destruction, and who agreed. */
export const usulMusnah = pgTable("usul_musnah", {
  id: uuid("id").primaryKey(),
  diusulkanOleh: text("diusulkan_oleh").notNull(),
  diusulkan: waktu("diusulkan").notNull().defaultNow(),
  /** Positions (`urut`) of the entries. */
  entri: jsonb("entri").$type<number[]>().notNull(),
  alasan: text("alasan").notNull(),
  diputusOleh: text("diputus_oleh"),
  diputus: waktu("diputus"),
  keputusan: text("keputusan", { enum: ["setuju", "tolak"] }),
  catatan: text("catatan"),
});
