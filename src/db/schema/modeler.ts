/** The modeler: drafts, decisions, trial runs, versions, moves. */
import { bigserial, index, integer, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { waktu } from "./kolom.js";

/** Drafts of process diagrams; `revisi` grows with each save, so that nobody overwrites what a colleague saved. */
export const modelerDraf = pgTable(
  "modeler_draf",
  {
    id: uuid("id").primaryKey(),
    kunci: text("kunci").notNull(),
    judul: text("judul").notNull(),
    /** The process definition the draft began from; empty for a new process. */
    dasar: text("dasar"),
    revisi: integer("revisi").notNull().default(1),
    xml: text("xml").notNull(),
    keadaan: text("keadaan", { enum: ["disusun", "diajukan", "disetujui", "ditolak", "diterapkan"] })
      .notNull()
      .default("disusun"),
    oleh: text("oleh").notNull(),
    dibuat: waktu("dibuat").notNull().defaultNow(),
    diubahOleh: text("diubah_oleh").notNull(),
    diubah: waktu("diubah").notNull().defaultNow(),
    /** Everybody who has changed the draft: none of them may approve it. */
    penyunting: text("penyunting").array().notNull(),
    diajukanOleh: text("diajukan_oleh"),
    diajukan: waktu("diajukan"),
    catatan: text("catatan"),
  },
  (t) => [index("modeler_draf_kunci").on(t.kunci)],
);

/** Decisions about a draft; each holds for exactly one revision. */
export const modelerPersetujuan = pgTable(
  "modeler_persetujuan",
  {
    id: bigserial("id", { mode: "number" }).primaryKey(),
    draf: uuid("draf")
      .notNull()
      .references(() => modelerDraf.id, { onDelete: "cascade" }),
    revisi: integer("revisi").notNull(),
    keputusan: text("keputusan", { enum: ["setuju", "tolak"] }).notNull(),
    komentar: text("komentar").notNull(),
    oleh: text("oleh").notNull(),
    waktu: waktu("waktu").notNull().defaultNow(),
  },
  (t) => [index("modeler_persetujuan_draf").on(t.draf)],
);

/** Remarks on a draft, pinned to an element of its diagram or to the whole (`elemen` empty). */
export const modelerKomentar = pgTable(
  "modeler_komentar",
  {
    id: bigserial("id", { mode: "number" }).primaryKey(),
    draf: uuid("draf")
      .notNull()
      .references(() => modelerDraf.id, { onDelete: "cascade" }),
    elemen: text("elemen"),
    teks: text("teks").notNull(),
    oleh: text("oleh").notNull(),
    waktu: waktu("waktu").notNull().defaultNow(),
  },
  (t) => [index("modeler_komentar_draf").on(t.draf)],
);

/** The latest trial run of each draft, for one revision. */
export const modelerUji = pgTable("modeler_uji", {
  draf: uuid("draf")
    .primaryKey()
    .references(() => modelerDraf.id, { onDelete: "cascade" }),
  revisi: integer("revisi").notNull(),
  keadaan: text("keadaan", { enum: ["berjalan", "lulus", "macet", "terputus"] }).notNull(),
  oleh: text("oleh").notNull(),
  mulai: waktu("mulai").notNull(),
  selesai: waktu("selesai"),
  hasil: jsonb("hasil"),
});

/** What was brought into force through the modeler, by the engine's definition id. */
export const modelerVersi = pgTable(
  "modeler_versi",
  {
    definisi: text("definisi").primaryKey(),
    kunci: text("kunci").notNull(),
    draf: uuid("draf").notNull(),
    dasar: text("dasar"),
    tag: text("tag").notNull(),
    catatan: text("catatan").notNull(),
    oleh: text("oleh").notNull(),
    disetujuiOleh: text("disetujui_oleh").notNull(),
    diterapkan: waktu("diterapkan").notNull().defaultNow(),
  },
  (t) => [index("modeler_versi_kunci").on(t.kunci)],
);

/** Moves of running requests to another version, by the engine's batch id. */
export const modelerMigrasi = pgTable("modeler_migrasi", {
  id: text("id").primaryKey(),
  dari: text("dari").notNull(),
  ke: text("ke").notNull(),
  tenggat: text("tenggat", { enum: ["tetap", "hitungUlang"] }).notNull(),
  instans: text("instans").array().notNull(),
  oleh: text("oleh").notNull(),
  mulai: waktu("mulai").notNull().defaultNow(),
  selesai: waktu("selesai"),
  hasil: jsonb("hasil"),
});
