CREATE TABLE "laporan_bulanan" (
	"bulan" text PRIMARY KEY NOT NULL,
	"sha256" text NOT NULL,
	"isi" "bytea" NOT NULL,
	"data" jsonb NOT NULL,
	"dibuat" timestamp with time zone DEFAULT now() NOT NULL
);
