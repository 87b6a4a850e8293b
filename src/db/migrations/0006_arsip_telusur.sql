CREATE TABLE "pemeriksaan_arsip" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"oleh" text NOT NULL,
	"mulai" timestamp with time zone NOT NULL,
	"selesai" timestamp with time zone NOT NULL,
	"entri" integer NOT NULL,
	"jangkar" integer NOT NULL,
	"jumlah_temuan" integer NOT NULL,
	"temuan" jsonb NOT NULL
);
--> statement-breakpoint
DROP INDEX "arsip_satker";--> statement-breakpoint
DROP INDEX "arsip_kata";--> statement-breakpoint
DROP INDEX "arsip_tanggal_surat";--> statement-breakpoint
ALTER TABLE "arsip" drop column "kata";--> statement-breakpoint
ALTER TABLE "arsip" ADD COLUMN "kata" "tsvector" GENERATED ALWAYS AS (setweight(to_tsvector('simple', regexp_replace(lower(coalesce(nomor_surat, '') || ' ' || coalesce(nomor_permohonan, '')), '[^[:alnum:]]+', ' ', 'g')), 'A') || setweight(to_tsvector('simple', regexp_replace(lower(coalesce(satker, '')), '[^[:alnum:]]+', ' ', 'g')), 'B') || setweight(to_tsvector('simple', regexp_replace(lower(orang), '[^[:alnum:]]+', ' ', 'g')), 'C') || setweight(to_tsvector('simple', regexp_replace(lower(uraian || ' ' || keterangan), '[^[:alnum:]]+', ' ', 'g')), 'D')) STORED;--> statement-breakpoint
CREATE INDEX "arsip_jenis" ON "arsip" USING btree ("jenis","tanggal_surat","urut");--> statement-breakpoint
CREATE INDEX "arsip_kata" ON "arsip" USING gin ("kata") WITH (fastupdate=false);--> statement-breakpoint
CREATE INDEX "arsip_tanggal_surat" ON "arsip" USING btree ("tanggal_surat","urut");