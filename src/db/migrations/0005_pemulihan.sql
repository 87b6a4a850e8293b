CREATE TABLE "pemulihan" (
	"id" uuid PRIMARY KEY NOT NULL,
	"titik" timestamp with time zone NOT NULL,
	"dipulihkan" timestamp with time zone NOT NULL,
	"percobaan_awal" integer NOT NULL,
	"nomor_dilewati" jsonb NOT NULL
);
