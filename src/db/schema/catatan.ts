/** What is written down about the system itself: audit, reports, restores. */
import { bigserial, integer, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { bytea, waktu } from "./kolom.js";

/** Who did or saw what, without the secret itself (UU PDP 27/2022 art. 46). */
export const audit = pgTable("audit", {
  id: bigserial("id", { mode: "number" }).primaryKey(),
  waktu: waktu("waktu").notNull().defaultNow(),
  oleh: text("oleh").notNull(),
  tindakan: text("tindakan").notNull(),
  objek: text("objek").notNull(),
  rincian: jsonb("rincian").$type<Readonly<Record<string, string | number | boolean | null>>>(),
});

/** The SLA report of each month as it was handed out; one per month, whichever gateway wrote it. */
export const laporanBulanan = pgTable("laporan_bulanan", {
  bulan: text("bulan").primaryKey(),
  sha256: text("sha256").notNull(),
  isi: bytea("isi").notNull(),
  data: jsonb("data").notNull(),
  dibuat: waktu("dibuat").notNull().defaultNow(),
});

/** Letter or request numbers that are given to nobody any more, because a lost one may have been among them. */
export interface NomorDilewati {
  readonly jenis: "permohonan" | "surat";
  readonly tahun: number;
  readonly dari: number;
  readonly sampai: number;
}

/** Each restore from a backup: what came after `titik` is lost here and lives on with those who received it. */
export const pemulihan = pgTable("pemulihan", {
  id: uuid("id").primaryKey(),
  /** The moment that the backup brought back. */
  titik: waktu("titik").notNull(),
  dipulihkan: waktu("dipulihkan").notNull(),
  /** Attempts of nonces made since then begin here, so that no lost one is met again. */
  percobaanAwal: integer("percobaan_awal").notNull(),
  nomorDilewati: jsonb("nomor_dilewati").$type<NomorDilewati[]>().notNull(),
});
