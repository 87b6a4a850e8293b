/** The product's own tables (database `permohonan`); the engine has a database of its own. */
import { sql } from "drizzle-orm";
import {
  bigint,
  bigserial,
  customType,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";

const bytea = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => "bytea" });
const tsvector = customType<{ data: string }>({ dataType: () => "tsvector" });
const waktu = (nama: string) => timestamp(nama, { withTimezone: true, mode: "date" });

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

/** Yearly serials, for letters and for requests: a number is given once; the same key gets the same number again. */
export const nomorUrut = pgTable(
  "nomor_urut",
  {
    jenis: text("jenis", { enum: ["permohonan", "surat"] }).notNull(),
    tahun: integer("tahun").notNull(),
    urut: integer("urut").notNull(),
    kunci: text("kunci").notNull(),
    diberikan: waktu("diberikan").notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.jenis, t.tahun, t.urut] }), unique("nomor_urut_kunci").on(t.jenis, t.kunci)],
);

/** The nonce from which one account's new password is derived; destroyed after delivery. Never the password. */
export const nonceKredensial = pgTable(
  "nonce_kredensial",
  {
    instans: text("instans").notNull(),
    akun: uuid("akun").notNull(),
    percobaan: integer("percobaan").notNull().default(1),
    nonce: bytea("nonce").notNull(),
    idKunci: text("id_kunci").notNull(),
    dibuat: waktu("dibuat").notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.instans, t.akun] })],
);

/** Every message that left or is about to leave, by idempotency key; `sidik` is a keyed hash, so content cannot be guessed. */
export const pesanKeluar = pgTable("pesan_keluar", {
  kunci: text("kunci").primaryKey(),
  nomorPermohonan: text("nomor_permohonan").notNull(),
  tujuan: text("tujuan").notNull(),
  kepada: text("kepada").notNull(),
  perihal: text("perihal").notNull(),
  sidik: text("sidik").notNull(),
  idPesan: text("id_pesan"),
  dicoba: waktu("dicoba").notNull().defaultNow(),
  terkirim: waktu("terkirim"),
});

/** Every version of a draft letter, with who asked for the change (empty for the first, which the system drafts). */
export const drafSurat = pgTable(
  "draf_surat",
  {
    instans: text("instans").notNull(),
    versi: integer("versi").notNull(),
    data: jsonb("data").notNull(),
    dokumen: uuid("dokumen")
      .notNull()
      .references(() => dokumen.id),
    dibuat: waktu("dibuat").notNull().defaultNow(),
    diubahOleh: text("diubah_oleh"),
    namaPengubah: text("nama_pengubah"),
    alasan: text("alasan"),
  },
  (t) => [primaryKey({ columns: [t.instans, t.versi] })],
);

/**
 * Letterhead, number codes and wording of letters, each state of them once; the newest is in force. `berkas` came with
 * kop.json and redaksi.json of the letter folder, `penyunting` from the page for templates.
 */
export const templatSurat = pgTable("templat_surat", {
  versi: integer("versi").primaryKey().generatedAlwaysAsIdentity(),
  isi: jsonb("isi").notNull(),
  /** SHA-256 (hex) of `isi` as text. */
  sidik: text("sidik").notNull(),
  sumber: text("sumber", { enum: ["berkas", "penyunting"] }).notNull(),
  oleh: text("oleh").notNull(),
  namaOleh: text("nama_oleh").notNull(),
  catatan: text("catatan").notNull().default(""),
  dibuat: waktu("dibuat").notNull().defaultNow(),
});

/**
 * Every letter that was given a number, by `kunci` (the same letter asks again under the same key). Number, date and
 * template stay what they were first; `dokumen` is its newest PDF, empty until there is one.
 */
export const suratKeluar = pgTable(
  "surat_keluar",
  {
    kunci: text("kunci").primaryKey(),
    jenis: text("jenis", { enum: ["surat-pemberitahuan", "surat-penolakan", "surat-pengembalian"] }).notNull(),
    nomor: text("nomor").notNull().unique(),
    tahun: integer("tahun").notNull(),
    urut: integer("urut").notNull(),
    tanggal: text("tanggal").notNull(),
    instans: text("instans").notNull(),
    nomorPermohonan: text("nomor_permohonan").notNull(),
    satker: text("satker").notNull(),
    /** Version in `templat_surat`; letters from before that table have none. */
    templat: integer("templat"),
    dokumen: uuid("dokumen").references(() => dokumen.id),
    diberikan: waktu("diberikan").notNull().defaultNow(),
    /** When it was found that this letter will never go out, who ended it, and why. */
    ditarik: waktu("ditarik"),
    ditarikOleh: text("ditarik_oleh"),
    alasan: text("alasan"),
  },
  (t) => [
    unique("surat_keluar_urut").on(t.tahun, t.urut),
    index("surat_keluar_instans").on(t.instans),
    index("surat_keluar_nomor_permohonan").on(t.nomorPermohonan),
  ],
);

/** What is archived, by its SHA-256 (hex): the same bytes once. */
export const arsipIsi = pgTable("arsip_isi", {
  sha256: text("sha256").primaryKey(),
  isi: bytea("isi").notNull(),
});

/**
 * The archive's register (SOP row 10), append-only: the application's role may not change or delete a row. `catatan` is
 * the entry itself, `hash` ties it to the entry before (src/arsip/catatan.ts); the other columns repeat it for searching.
 */
export const arsip = pgTable(
  "arsip",
  {
    urut: bigint("urut", { mode: "number" }).primaryKey(),
    id: uuid("id").notNull().unique(),
    jenis: text("jenis").notNull(),
    instans: text("instans").unique(),
    nomorPermohonan: text("nomor_permohonan"),
    nomorSurat: text("nomor_surat").unique(),
    tanggalSurat: text("tanggal_surat").notNull(),
    satker: text("satker"),
    orang: text("orang").notNull(),
    uraian: text("uraian").notNull(),
    kodeKlasifikasi: text("kode_klasifikasi").notNull(),
    unitPengolah: text("unit_pengolah").notNull(),
    tingkatPerkembangan: text("tingkat_perkembangan").notNull(),
    keterangan: text("keterangan").notNull(),
    simpanSampai: text("simpan_sampai").notNull(),
    sha256: text("sha256").notNull(),
    ukuran: integer("ukuran").notNull(),
    diarsipkan: waktu("diarsipkan").notNull(),
    sebelum: text("sebelum").notNull().unique(),
    hash: text("hash").notNull().unique(),
    catatan: text("catatan").notNull(),
    /**
     * Words of the searchable columns: numbers with weight A, Satker B, people C, the rest D. Indonesian has no stemmer in
     * PostgreSQL that officials would expect.
     */
    kata: tsvector("kata").generatedAlwaysAs(
      sql.raw(
        [
          ["coalesce(nomor_surat, '') || ' ' || coalesce(nomor_permohonan, '')", "A"],
          ["coalesce(satker, '')", "B"],
          ["orang", "C"],
          ["uraian || ' ' || keterangan", "D"],
        ]
          .map(
            ([isi, bobot]) =>
              `setweight(to_tsvector('simple', regexp_replace(lower(${isi}), '[^[:alnum:]]+', ' ', 'g')), '${bobot}')`,
          )
          .join(" || "),
      ),
    ),
  },
  (t) => [
    // Entries come one by one: with a pending list, whoever fills it would wait for all the others' words.
    index("arsip_kata").using("gin", t.kata).with({ fastupdate: false }),
    index("arsip_tanggal_surat").on(t.tanggalSurat, t.urut),
    index("arsip_jenis").on(t.jenis, t.tanggalSurat, t.urut),
    index("arsip_sha256").on(t.sha256),
    index("arsip_simpan_sampai").on(t.simpanSampai),
  ],
);

/** The archive's head on each day, signed: whoever keeps one of these knows if anything before it was rewritten. */
export const jangkarArsip = pgTable("jangkar_arsip", {
  /** Day in WIB. */
  tanggal: text("tanggal").primaryKey(),
  urut: bigint("urut", { mode: "number" }).notNull(),
  hash: text("hash").notNull(),
  kunciPublik: text("kunci_publik").notNull(),
  tandaTangan: text("tanda_tangan").notNull(),
  dibuat: waktu("dibuat").notNull().defaultNow(),
});

/** Verifications of the whole archive that somebody asked for; `temuan` holds the first of them. */
export const pemeriksaanArsip = pgTable("pemeriksaan_arsip", {
  id: bigserial("id", { mode: "number" }).primaryKey(),
  oleh: text("oleh").notNull(),
  mulai: waktu("mulai").notNull(),
  selesai: waktu("selesai").notNull(),
  entri: integer("entri").notNull(),
  jangkar: integer("jangkar").notNull(),
  jumlahTemuan: integer("jumlah_temuan").notNull(),
  temuan: jsonb("temuan").$type<{ readonly urut: number; readonly pesan: string }[]>().notNull(),
});

/** A list of copies proposed for destruction, and who agreed. */
export const usulMusnah = pgTable("usul_musnah", {
  id: uuid("id").primaryKey(),
  diusulkanOleh: text("diusulkan_oleh").notNull(),
  diusulkan: waktu("diusulkan").notNull().defaultNow(),
  /** Positions (`urut`) of the entries. */
  entri: jsonb("entri").$type<number[]>().notNull(),
  alasan: text("alasan").notNull(),
  diputusOleh: text("diputus_oleh"),
  diputus: waktu("diputus"),
  keputusan: text("keputusan", { enum: ["setuju", "tolak"] }),
  catatan: text("catatan"),
});

/** A credential shown once to the assignee of a manual task: a second row for the same task and attempt is impossible. */
export const kredensialDilihat = pgTable(
  "kredensial_dilihat",
  {
    tugas: text("tugas").notNull(),
    percobaan: integer("percobaan").notNull(),
    oleh: text("oleh").notNull(),
    waktu: waktu("waktu").notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.tugas, t.percobaan] })],
);

/** Who did or saw what, without the secret itself (UU PDP 27/2022 art. 46). */
export const audit = pgTable("audit", {
  id: bigserial("id", { mode: "number" }).primaryKey(),
  waktu: waktu("waktu").notNull().defaultNow(),
  oleh: text("oleh").notNull(),
  tindakan: text("tindakan").notNull(),
  objek: text("objek").notNull(),
  rincian: jsonb("rincian"),
});

/** The SLA report of each month as it was handed out; one per month, whichever gateway wrote it. */
export const laporanBulanan = pgTable("laporan_bulanan", {
  bulan: text("bulan").primaryKey(),
  sha256: text("sha256").notNull(),
  isi: bytea("isi").notNull(),
  data: jsonb("data").notNull(),
  dibuat: waktu("dibuat").notNull().defaultNow(),
});

/** Drafts of process diagrams; `revisi` grows with each save, so that nobody overwrites what a colleague saved. */
export const modelerDraf = pgTable(
  "modeler_draf",
  {
    id: uuid("id").primaryKey(),
    kunci: text("kunci").notNull(),
    judul: text("judul").notNull(),
    /** The process definition the draft began from; empty for a new process. */
    dasar: text("dasar"),
    revisi: integer("revisi").notNull().default(1),
    xml: text("xml").notNull(),
    keadaan: text("keadaan", { enum: ["disusun", "diajukan", "disetujui", "ditolak", "diterapkan"] })
      .notNull()
      .default("disusun"),
    oleh: text("oleh").notNull(),
    dibuat: waktu("dibuat").notNull().defaultNow(),
    diubahOleh: text("diubah_oleh").notNull(),
    diubah: waktu("diubah").notNull().defaultNow(),
    /** Everybody who has changed the draft: none of them may approve it. */
    penyunting: text("penyunting").array().notNull(),
    diajukanOleh: text("diajukan_oleh"),
    diajukan: waktu("diajukan"),
    catatan: text("catatan"),
  },
  (t) => [index("modeler_draf_kunci").on(t.kunci)],
);

/** Decisions about a draft; each holds for exactly one revision. */
export const modelerPersetujuan = pgTable(
  "modeler_persetujuan",
  {
    id: bigserial("id", { mode: "number" }).primaryKey(),
    draf: uuid("draf")
      .notNull()
      .references(() => modelerDraf.id, { onDelete: "cascade" }),
    revisi: integer("revisi").notNull(),
    keputusan: text("keputusan", { enum: ["setuju", "tolak"] }).notNull(),
    komentar: text("komentar").notNull(),
    oleh: text("oleh").notNull(),
    waktu: waktu("waktu").notNull().defaultNow(),
  },
  (t) => [index("modeler_persetujuan_draf").on(t.draf)],
);

/** Remarks on a draft, pinned to an element of its diagram or to the whole (`elemen` empty). */
export const modelerKomentar = pgTable(
  "modeler_komentar",
  {
    id: bigserial("id", { mode: "number" }).primaryKey(),
    draf: uuid("draf")
      .notNull()
      .references(() => modelerDraf.id, { onDelete: "cascade" }),
    elemen: text("elemen"),
    teks: text("teks").notNull(),
    oleh: text("oleh").notNull(),
    waktu: waktu("waktu").notNull().defaultNow(),
  },
  (t) => [index("modeler_komentar_draf").on(t.draf)],
);

/** The latest trial run of each draft, for one revision. */
export const modelerUji = pgTable("modeler_uji", {
  draf: uuid("draf")
    .primaryKey()
    .references(() => modelerDraf.id, { onDelete: "cascade" }),
  revisi: integer("revisi").notNull(),
  keadaan: text("keadaan", { enum: ["berjalan", "lulus", "macet", "terputus"] }).notNull(),
  oleh: text("oleh").notNull(),
  mulai: waktu("mulai").notNull(),
  selesai: waktu("selesai"),
  hasil: jsonb("hasil"),
});

/** What was brought into force through the modeler, by the engine's definition id. */
export const modelerVersi = pgTable(
  "modeler_versi",
  {
    definisi: text("definisi").primaryKey(),
    kunci: text("kunci").notNull(),
    draf: uuid("draf").notNull(),
    dasar: text("dasar"),
    tag: text("tag").notNull(),
    catatan: text("catatan").notNull(),
    oleh: text("oleh").notNull(),
    disetujuiOleh: text("disetujui_oleh").notNull(),
    diterapkan: waktu("diterapkan").notNull().defaultNow(),
  },
  (t) => [index("modeler_versi_kunci").on(t.kunci)],
);

/** Moves of running requests to another version, by the engine's batch id. */
export const modelerMigrasi = pgTable("modeler_migrasi", {
  id: text("id").primaryKey(),
  dari: text("dari").notNull(),
  ke: text("ke").notNull(),
  tenggat: text("tenggat", { enum: ["tetap", "hitungUlang"] }).notNull(),
  instans: text("instans").array().notNull(),
  oleh: text("oleh").notNull(),
  mulai: waktu("mulai").notNull().defaultNow(),
  selesai: waktu("selesai"),
  hasil: jsonb("hasil"),
});

/**
 * Signatures under letters (SOP row 9), one row per attempt; `id` is random and is the address of the verification page.
 * `diterbitkan` is set when step 9 is completed with this document: only then does the page know it.
 */
export const tandaTangan = pgTable(
  "tanda_tangan",
  {
    id: uuid("id").primaryKey(),
    cara: text("cara", { enum: ["bsre", "lokal", "unggah"] }).notNull(),
    keadaan: text("keadaan", {
      enum: ["berjalan", "berhasil", "gagal", "belumDiketahui", "ditinggalkan"],
    }).notNull(),
    instans: text("instans").notNull(),
    nomorPermohonan: text("nomor_permohonan").notNull(),
    nomorSurat: text("nomor_surat").notNull(),
    tanggalSurat: text("tanggal_surat").notNull(),
    draf: uuid("draf").notNull(),
    oleh: text("oleh").notNull(),
    penandaTangan: text("penanda_tangan").notNull(),
    kode: text("kode"),
    dokumen: uuid("dokumen").references(() => dokumen.id),
    sha256: text("sha256"),
    laporan: jsonb("laporan"),
    dimulai: waktu("dimulai").notNull(),
    /** When the signer's call had ended, however it ended. */
    berakhir: waktu("berakhir"),
    diterbitkan: waktu("diterbitkan"),
  },
  (t) => [
    index("tanda_tangan_dokumen").on(t.dokumen),
    // One person never has two electronic signatures of one draft under way, or a second one beside a finished one.
    uniqueIndex("tanda_tangan_satu")
      .on(t.draf, t.oleh)
      .where(sql`${t.cara} <> 'unggah' and ${t.keadaan} in ('berjalan', 'berhasil', 'belumDiketahui')`),
  ],
);

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
