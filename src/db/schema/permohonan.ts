/** What requests leave behind beside their documents: numbers, messages, passwords on their way. */
import { integer, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { bytea, waktu } from "./kolom.js";

/** Yearly serials, for letters and for requests: a number is given once; the same key gets the same number again. */
export const nomorUrut = pgTable(
  "nomor_urut",
  {
    jenis: text("jenis", { enum: ["permohonan", "surat"] }).notNull(),
    tahun: integer("tahun").notNull(),
    urut: integer("urut").notNull(),
    kunci: text("kunci").notNull(),
    diberikan: waktu("diberikan").notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.jenis, t.tahun, t.urut] }), unique("nomor_urut_kunci").on(t.jenis, t.kunci)],
);

/** The nonce from which one account's new password is derived; destroyed after delivery. Never the password. */
export const nonceKredensial = pgTable(
  "nonce_kredensial",
  {
    instans: text("instans").notNull(),
    akun: uuid("akun").notNull(),
    percobaan: integer("percobaan").notNull().default(1),
    nonce: bytea("nonce").notNull(),
    idKunci: text("id_kunci").notNull(),
    dibuat: waktu("dibuat").notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.instans, t.akun] })],
);

/** Every message that left or is about to leave, by idempotency key; `sidik` is a keyed hash, so content cannot be guessed. */
export const pesanKeluar = pgTable("pesan_keluar", {
  kunci: text("kunci").primaryKey(),
  nomorPermohonan: text("nomor_permohonan").notNull(),
  tujuan: text("tujuan").notNull(),
  kepada: text("kepada").notNull(),
  perihal: text("perihal").notNull(),
  sidik: text("sidik").notNull(),
  idPesan: text("id_pesan"),
  dicoba: waktu("dicoba").notNull().defaultNow(),
  terkirim: waktu("terkirim"),
});

/** A credential shown once to the assignee of a manual task: a second row for the same task and attempt is impossible. */
export const kredensialDilihat = pgTable(
  "kredensial_dilihat",
  {
    tugas: text("tugas").notNull(),
    percobaan: integer("percobaan").notNull(),
    oleh: text("oleh").notNull(),
    waktu: waktu("waktu").notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.tugas, t.percobaan] })],
);
