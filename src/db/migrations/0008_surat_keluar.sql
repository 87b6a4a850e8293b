CREATE TABLE "surat_keluar" (
	"kunci" text PRIMARY KEY NOT NULL,
	"jenis" text NOT NULL,
	"nomor" text NOT NULL,
	"tahun" integer NOT NULL,
	"urut" integer NOT NULL,
	"tanggal" text NOT NULL,
	"instans" text NOT NULL,
	"nomor_permohonan" text NOT NULL,
	"satker" text NOT NULL,
	"templat" integer,
	"dokumen" uuid,
	"diberikan" timestamp with time zone DEFAULT now() NOT NULL,
	"ditarik" timestamp with time zone,
	"ditarik_oleh" text,
	"alasan" text,
	CONSTRAINT "surat_keluar_nomor_unique" UNIQUE("nomor"),
	CONSTRAINT "surat_keluar_urut" UNIQUE("tahun","urut")
);
--> statement-breakpoint
CREATE TABLE "templat_surat" (
	"versi" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "templat_surat_versi_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"isi" jsonb NOT NULL,
	"sidik" text NOT NULL,
	"sumber" text NOT NULL,
	"oleh" text NOT NULL,
	"nama_oleh" text NOT NULL,
	"catatan" text DEFAULT '' NOT NULL,
	"dibuat" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "draf_surat" ADD COLUMN "diubah_oleh" text;--> statement-breakpoint
ALTER TABLE "draf_surat" ADD COLUMN "nama_pengubah" text;--> statement-breakpoint
ALTER TABLE "draf_surat" ADD COLUMN "alasan" text;--> statement-breakpoint
ALTER TABLE "surat_keluar" ADD CONSTRAINT "surat_keluar_dokumen_dokumen_id_fk" FOREIGN KEY ("dokumen") REFERENCES "public"."dokumen"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "surat_keluar_instans" ON "surat_keluar" USING btree ("instans");--> statement-breakpoint
CREATE INDEX "surat_keluar_nomor_permohonan" ON "surat_keluar" USING btree ("nomor_permohonan");
--> statement-breakpoint
-- Letters that were drafted before they had a table of their own.
INSERT INTO "surat_keluar" ("kunci", "jenis", "nomor", "tahun", "urut", "tanggal", "instans", "nomor_permohonan", "satker", "dokumen", "diberikan")
SELECT DISTINCT ON (n.kunci) n.kunci, 'surat-pemberitahuan', d.data->>'nomorSurat', n.tahun, n.urut, d.data->>'tanggal', d.instans,
	d.data->'permohonan'->>'nomorPermohonan', d.data->>'kepada', d.dokumen, n.diberikan
FROM "draf_surat" d JOIN "nomor_urut" n ON n.jenis = 'surat' AND n.kunci = d.instans || '/' || left(d.data->>'tanggal', 4)
ORDER BY n.kunci, d.versi DESC
ON CONFLICT DO NOTHING;
