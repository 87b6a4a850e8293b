CREATE TABLE "arsip_isi" (
	"sha256" text PRIMARY KEY NOT NULL,
	"isi" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "jangkar_arsip" (
	"tanggal" text PRIMARY KEY NOT NULL,
	"urut" bigint NOT NULL,
	"hash" text NOT NULL,
	"kunci_publik" text NOT NULL,
	"tanda_tangan" text NOT NULL,
	"dibuat" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "usul_musnah" (
	"id" uuid PRIMARY KEY NOT NULL,
	"diusulkan_oleh" text NOT NULL,
	"diusulkan" timestamp with time zone DEFAULT now() NOT NULL,
	"entri" jsonb NOT NULL,
	"alasan" text NOT NULL,
	"diputus_oleh" text,
	"diputus" timestamp with time zone,
	"keputusan" text,
	"catatan" text
);
--> statement-breakpoint
ALTER TABLE "arsip" RENAME TO "arsip_lama";--> statement-breakpoint
ALTER TABLE "arsip_lama" DROP CONSTRAINT "arsip_pkey", DROP CONSTRAINT "arsip_instans_unique", DROP CONSTRAINT "arsip_nomor_surat_unique";--> statement-breakpoint
CREATE TABLE "arsip" (
	"urut" bigint PRIMARY KEY NOT NULL,
	"id" uuid NOT NULL,
	"jenis" text NOT NULL,
	"instans" text,
	"nomor_permohonan" text,
	"nomor_surat" text,
	"tanggal_surat" text NOT NULL,
	"satker" text,
	"orang" text NOT NULL,
	"uraian" text NOT NULL,
	"kode_klasifikasi" text NOT NULL,
	"unit_pengolah" text NOT NULL,
	"tingkat_perkembangan" text NOT NULL,
	"keterangan" text NOT NULL,
	"simpan_sampai" text NOT NULL,
	"sha256" text NOT NULL,
	"ukuran" integer NOT NULL,
	"diarsipkan" timestamp with time zone NOT NULL,
	"sebelum" text NOT NULL,
	"hash" text NOT NULL,
	"catatan" text NOT NULL,
	"kata" "tsvector" GENERATED ALWAYS AS (to_tsvector('simple', regexp_replace(coalesce(nomor_surat, '') || ' ' || coalesce(nomor_permohonan, '') || ' ' || coalesce(satker, '') || ' ' || orang || ' ' || uraian || ' ' || keterangan, '[^[:alnum:]]+', ' ', 'g'))) STORED,
	CONSTRAINT "arsip_id_unique" UNIQUE("id"),
	CONSTRAINT "arsip_instans_unique" UNIQUE("instans"),
	CONSTRAINT "arsip_nomor_surat_unique" UNIQUE("nomor_surat"),
	CONSTRAINT "arsip_sebelum_unique" UNIQUE("sebelum"),
	CONSTRAINT "arsip_hash_unique" UNIQUE("hash")
);
--> statement-breakpoint
CREATE INDEX "arsip_kata" ON "arsip" USING gin ("kata");--> statement-breakpoint
CREATE INDEX "arsip_tanggal_surat" ON "arsip" USING btree ("tanggal_surat");--> statement-breakpoint
CREATE INDEX "arsip_satker" ON "arsip" USING btree ("satker");--> statement-breakpoint
CREATE INDEX "arsip_sha256" ON "arsip" USING btree ("sha256");--> statement-breakpoint
CREATE INDEX "arsip_simpan_sampai" ON "arsip" USING btree ("simpan_sampai");--> statement-breakpoint
-- What was archived before the chain existed begins it, in the order in which it was archived.
DO $$
DECLARE
	lama record;
	n bigint := 0;
	h text := repeat('0', 64);
	t text;
	c text;
BEGIN
	FOR lama IN SELECT * FROM arsip_lama ORDER BY diarsipkan, id LOOP
		n := n + 1;
		t := to_char(lama.diarsipkan AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"');
		c := json_build_object('urut', n, 'id', lama.id, 'jenis', 'surat-pemberitahuan', 'instans', lama.instans,
			'nomorPermohonan', lama.nomor_permohonan, 'nomorSurat', lama.nomor_surat, 'tanggalSurat', lama.tanggal_surat,
			'satker', NULL, 'orang', '[]'::json, 'uraian', lama.uraian, 'kodeKlasifikasi', lama.kode_klasifikasi,
			'unitPengolah', lama.unit_pengolah, 'tingkatPerkembangan', lama.tingkat_perkembangan, 'keterangan', '',
			'simpanSampai', to_char(lama.diarsipkan + interval '5 years', 'YYYY-MM-DD'), 'sha256', lama.sha256,
			'ukuran', length(lama.isi), 'diarsipkan', t)::text;
		INSERT INTO arsip_isi VALUES (lama.sha256, lama.isi) ON CONFLICT DO NOTHING;
		INSERT INTO arsip (urut, id, jenis, instans, nomor_permohonan, nomor_surat, tanggal_surat, orang, uraian,
			kode_klasifikasi, unit_pengolah, tingkat_perkembangan, keterangan, simpan_sampai, sha256, ukuran, diarsipkan,
			sebelum, hash, catatan)
		VALUES (n, lama.id, 'surat-pemberitahuan', lama.instans, lama.nomor_permohonan, lama.nomor_surat,
			lama.tanggal_surat, '', lama.uraian, lama.kode_klasifikasi, lama.unit_pengolah, lama.tingkat_perkembangan, '',
			to_char(lama.diarsipkan + interval '5 years', 'YYYY-MM-DD'), lama.sha256, length(lama.isi), t::timestamptz,
			h, encode(sha256(convert_to(h || chr(10) || c, 'UTF8')), 'hex'), c);
		h := encode(sha256(convert_to(h || chr(10) || c, 'UTF8')), 'hex');
	END LOOP;
END $$;
--> statement-breakpoint
DROP TABLE "arsip_lama";--> statement-breakpoint
-- Append-only, for the owner of the tables too: an accident is an error, not a gap.
CREATE FUNCTION arsip_hanya_tambah() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF TG_TABLE_NAME = 'arsip_isi' AND TG_OP = 'DELETE' AND current_setting('arsip.pemusnahan', true) = 'ya' THEN
		RETURN OLD;
	END IF;
	RAISE EXCEPTION 'the archive is append-only: % on % is refused', TG_OP, TG_TABLE_NAME;
END $$;
--> statement-breakpoint
CREATE TRIGGER arsip_tetap BEFORE UPDATE OR DELETE ON "arsip" FOR EACH ROW EXECUTE FUNCTION arsip_hanya_tambah();--> statement-breakpoint
CREATE TRIGGER arsip_utuh BEFORE TRUNCATE ON "arsip" FOR EACH STATEMENT EXECUTE FUNCTION arsip_hanya_tambah();--> statement-breakpoint
CREATE TRIGGER arsip_isi_tetap BEFORE UPDATE OR DELETE ON "arsip_isi" FOR EACH ROW EXECUTE FUNCTION arsip_hanya_tambah();--> statement-breakpoint
CREATE TRIGGER arsip_isi_utuh BEFORE TRUNCATE ON "arsip_isi" FOR EACH STATEMENT EXECUTE FUNCTION arsip_hanya_tambah();--> statement-breakpoint
CREATE TRIGGER jangkar_arsip_tetap BEFORE UPDATE OR DELETE ON "jangkar_arsip" FOR EACH ROW EXECUTE FUNCTION arsip_hanya_tambah();--> statement-breakpoint
CREATE TRIGGER jangkar_arsip_utuh BEFORE TRUNCATE ON "jangkar_arsip" FOR EACH STATEMENT EXECUTE FUNCTION arsip_hanya_tambah();--> statement-breakpoint
-- The one way by which content leaves: a list that somebody else than its author agreed to, kept long enough. The
-- register keeps its lines. Runs as the tables' owner, because the application's role may not delete.
CREATE FUNCTION musnahkan_arsip(usul uuid) RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
	u usul_musnah;
	n bigint;
BEGIN
	SELECT * INTO STRICT u FROM usul_musnah WHERE id = usul;
	IF u.keputusan IS DISTINCT FROM 'setuju' OR u.diputus_oleh IS NULL OR u.diputus_oleh = u.diusulkan_oleh THEN
		RAISE EXCEPTION 'the list % has not been agreed to by a second person', usul;
	END IF;
	IF EXISTS (SELECT 1 FROM arsip WHERE urut IN (SELECT jsonb_array_elements_text(u.entri)::bigint)
			AND simpan_sampai >= to_char(now() AT TIME ZONE 'Asia/Jakarta', 'YYYY-MM-DD')) THEN
		RAISE EXCEPTION 'the list % names a copy that still has to be kept', usul;
	END IF;
	PERFORM set_config('arsip.pemusnahan', 'ya', true);
	WITH dimusnahkan AS (
		DELETE FROM arsip_isi i USING arsip a
		WHERE a.sha256 = i.sha256 AND a.urut IN (SELECT jsonb_array_elements_text(u.entri)::bigint)
			AND NOT EXISTS (SELECT 1 FROM arsip lain WHERE lain.sha256 = i.sha256
				AND lain.urut NOT IN (SELECT jsonb_array_elements_text(u.entri)::bigint))
		RETURNING i.sha256
	)
	SELECT count(*) INTO n FROM dimusnahkan;
	PERFORM set_config('arsip.pemusnahan', '', true);
	RETURN n;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION musnahkan_arsip(uuid) FROM PUBLIC;
