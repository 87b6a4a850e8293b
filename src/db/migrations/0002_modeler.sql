CREATE TABLE "modeler_draf" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kunci" text NOT NULL,
	"judul" text NOT NULL,
	"dasar" text,
	"revisi" integer DEFAULT 1 NOT NULL,
	"xml" text NOT NULL,
	"keadaan" text DEFAULT 'disusun' NOT NULL,
	"oleh" text NOT NULL,
	"dibuat" timestamp with time zone DEFAULT now() NOT NULL,
	"diubah_oleh" text NOT NULL,
	"diubah" timestamp with time zone DEFAULT now() NOT NULL,
	"penyunting" text[] NOT NULL,
	"diajukan_oleh" text,
	"diajukan" timestamp with time zone,
	"catatan" text
);
--> statement-breakpoint
CREATE TABLE "modeler_komentar" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"draf" uuid NOT NULL,
	"elemen" text,
	"teks" text NOT NULL,
	"oleh" text NOT NULL,
	"waktu" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "modeler_migrasi" (
	"id" text PRIMARY KEY NOT NULL,
	"dari" text NOT NULL,
	"ke" text NOT NULL,
	"tenggat" text NOT NULL,
	"instans" text[] NOT NULL,
	"oleh" text NOT NULL,
	"mulai" timestamp with time zone DEFAULT now() NOT NULL,
	"selesai" timestamp with time zone,
	"hasil" jsonb
);
--> statement-breakpoint
CREATE TABLE "modeler_persetujuan" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"draf" uuid NOT NULL,
	"revisi" integer NOT NULL,
	"keputusan" text NOT NULL,
	"komentar" text NOT NULL,
	"oleh" text NOT NULL,
	"waktu" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "modeler_uji" (
	"draf" uuid PRIMARY KEY NOT NULL,
	"revisi" integer NOT NULL,
	"keadaan" text NOT NULL,
	"oleh" text NOT NULL,
	"mulai" timestamp with time zone NOT NULL,
	"selesai" timestamp with time zone,
	"hasil" jsonb
);
--> statement-breakpoint
CREATE TABLE "modeler_versi" (
	"definisi" text PRIMARY KEY NOT NULL,
	"kunci" text NOT NULL,
	"draf" uuid NOT NULL,
	"dasar" text,
	"tag" text NOT NULL,
	"catatan" text NOT NULL,
	"oleh" text NOT NULL,
	"disetujui_oleh" text NOT NULL,
	"diterapkan" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "modeler_komentar" ADD CONSTRAINT "modeler_komentar_draf_modeler_draf_id_fk" FOREIGN KEY ("draf") REFERENCES "public"."modeler_draf"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "modeler_persetujuan" ADD CONSTRAINT "modeler_persetujuan_draf_modeler_draf_id_fk" FOREIGN KEY ("draf") REFERENCES "public"."modeler_draf"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "modeler_uji" ADD CONSTRAINT "modeler_uji_draf_modeler_draf_id_fk" FOREIGN KEY ("draf") REFERENCES "public"."modeler_draf"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "modeler_draf_kunci" ON "modeler_draf" USING btree ("kunci");--> statement-breakpoint
CREATE INDEX "modeler_komentar_draf" ON "modeler_komentar" USING btree ("draf");--> statement-breakpoint
CREATE INDEX "modeler_persetujuan_draf" ON "modeler_persetujuan" USING btree ("draf");--> statement-breakpoint
CREATE INDEX "modeler_versi_kunci" ON "modeler_versi" USING btree ("kunci");