CREATE TABLE "arsip" (
	"id" uuid PRIMARY KEY NOT NULL,
	"instans" text NOT NULL,
	"nomor_permohonan" text NOT NULL,
	"nomor_surat" text NOT NULL,
	"tanggal_surat" text NOT NULL,
	"uraian" text NOT NULL,
	"kode_klasifikasi" text NOT NULL,
	"unit_pengolah" text NOT NULL,
	"tingkat_perkembangan" text DEFAULT 'kopi' NOT NULL,
	"sha256" text NOT NULL,
	"isi" "bytea" NOT NULL,
	"diarsipkan" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "arsip_instans_unique" UNIQUE("instans"),
	CONSTRAINT "arsip_nomor_surat_unique" UNIQUE("nomor_surat")
);
--> statement-breakpoint
CREATE TABLE "audit" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"waktu" timestamp with time zone DEFAULT now() NOT NULL,
	"oleh" text NOT NULL,
	"tindakan" text NOT NULL,
	"objek" text NOT NULL,
	"rincian" jsonb
);
--> statement-breakpoint
CREATE TABLE "dokumen" (
	"id" uuid PRIMARY KEY NOT NULL,
	"jenis" text NOT NULL,
	"nama" text NOT NULL,
	"ukuran" integer NOT NULL,
	"sha256" text NOT NULL,
	"isi" "bytea" NOT NULL,
	"pemilik" text NOT NULL,
	"satker" text,
	"nomor_permohonan" text,
	"dibuat" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "draf_surat" (
	"instans" text NOT NULL,
	"versi" integer NOT NULL,
	"data" jsonb NOT NULL,
	"dokumen" uuid NOT NULL,
	"dibuat" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "draf_surat_instans_versi_pk" PRIMARY KEY("instans","versi")
);
--> statement-breakpoint
CREATE TABLE "kredensial_dilihat" (
	"tugas" text NOT NULL,
	"percobaan" integer NOT NULL,
	"oleh" text NOT NULL,
	"waktu" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "kredensial_dilihat_tugas_percobaan_pk" PRIMARY KEY("tugas","percobaan")
);
--> statement-breakpoint
CREATE TABLE "nomor_urut" (
	"jenis" text NOT NULL,
	"tahun" integer NOT NULL,
	"urut" integer NOT NULL,
	"kunci" text NOT NULL,
	"diberikan" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "nomor_urut_jenis_tahun_urut_pk" PRIMARY KEY("jenis","tahun","urut"),
	CONSTRAINT "nomor_urut_kunci" UNIQUE("jenis","kunci")
);
--> statement-breakpoint
CREATE TABLE "nonce_kredensial" (
	"instans" text NOT NULL,
	"akun" uuid NOT NULL,
	"percobaan" integer DEFAULT 1 NOT NULL,
	"nonce" "bytea" NOT NULL,
	"id_kunci" text NOT NULL,
	"dibuat" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "nonce_kredensial_instans_akun_pk" PRIMARY KEY("instans","akun")
);
--> statement-breakpoint
CREATE TABLE "pesan_keluar" (
	"kunci" text PRIMARY KEY NOT NULL,
	"nomor_permohonan" text NOT NULL,
	"tujuan" text NOT NULL,
	"kepada" text NOT NULL,
	"perihal" text NOT NULL,
	"sidik" text NOT NULL,
	"id_pesan" text,
	"dicoba" timestamp with time zone DEFAULT now() NOT NULL,
	"terkirim" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "draf_surat" ADD CONSTRAINT "draf_surat_dokumen_dokumen_id_fk" FOREIGN KEY ("dokumen") REFERENCES "public"."dokumen"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "dokumen_nomor_permohonan" ON "dokumen" USING btree ("nomor_permohonan");