/** Documents that people upload and the system makes. */
import { index, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { bytea, waktu } from "./kolom.js";

/** Uploaded and generated documents. `nomorPermohonan` is empty until the request that names the document is accepted. */
export const dokumen = pgTable(
  "dokumen",
  {
    id: uuid("id").primaryKey(),
    jenis: text("jenis", { enum: ["unggahan", "draf-surat", "surat"] }).notNull(),
    nama: text("nama").notNull(),
    ukuran: integer("ukuran").notNull(),
    sha256: text("sha256").notNull(),
    isi: bytea("isi").notNull(),
    pemilik: text("pemilik").notNull(),
    satker: text("satker"),
    nomorPermohonan: text("nomor_permohonan"),
    dibuat: waktu("dibuat").notNull().defaultNow(),
    /** When an answer first named it, whether or not the answer was taken. */
    disebut: waktu("disebut"),
  },
  (t) => [index("dokumen_nomor_permohonan").on(t.nomorPermohonan)],
);
