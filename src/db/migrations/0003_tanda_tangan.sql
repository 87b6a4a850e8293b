CREATE TABLE "tanda_tangan" (
	"id" uuid PRIMARY KEY NOT NULL,
	"cara" text NOT NULL,
	"keadaan" text NOT NULL,
	"instans" text NOT NULL,
	"nomor_permohonan" text NOT NULL,
	"nomor_surat" text NOT NULL,
	"tanggal_surat" text NOT NULL,
	"draf" uuid NOT NULL,
	"oleh" text NOT NULL,
	"penanda_tangan" text NOT NULL,
	"kode" text,
	"dokumen" uuid,
	"sha256" text,
	"laporan" jsonb,
	"dimulai" timestamp with time zone NOT NULL,
	"berakhir" timestamp with time zone,
	"diterbitkan" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "tanda_tangan" ADD CONSTRAINT "tanda_tangan_dokumen_dokumen_id_fk" FOREIGN KEY ("dokumen") REFERENCES "public"."dokumen"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "tanda_tangan_dokumen" ON "tanda_tangan" USING btree ("dokumen");--> statement-breakpoint
CREATE UNIQUE INDEX "tanda_tangan_satu" ON "tanda_tangan" USING btree ("draf","oleh") WHERE "tanda_tangan"."cara" <> 'unggah' and "tanda_tangan"."keadaan" in ('berjalan', 'berhasil', 'belumDiketahui');