import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { readSop } from "../../../../src/sop/diagram.js";
import { bacaDokumenSop, type DokumenSop } from "../../../../src/sop/dokumen.js";
import { createPencetakSop, eksporSop } from "../../../../src/sop/ekspor/index.js";
import { drafBpmn } from "../../../../src/sop/impor/bpmn.js";
import { bacaTabelSop, imporSop } from "../../../../src/sop/impor/index.js";
import { LAJUR_TERBUKA } from "../../../../src/sop/impor/rencana.js";
import { periksaTabel } from "../../../../src/sop/impor/tabel.js";
import { TANYA_ESKALASI } from "../../../../src/sop/impor/tenggat.js";
import { extensions, readElements } from "../../../../src/sop/moddle.js";
import { periksaXml } from "../../../../web-modeler/lint/xml.js";
import { periksaPolaTenggat } from "../../../support/pola-tenggat.js";
import { DIAGRAM, SEL_TERBITAN } from "../contoh.js";

const pencetak = createPencetakSop({ dir: "surat" });
const FORMAT = ["csv", "xlsx", "docx"] as const;
const TERBITAN = readFileSync("tests/contracts/fixtures/sop-reset-password.txt");
const contoh = (nama: string) => readFileSync(`tests/fixtures/sop/${nama}.txt`);

const baris = (d: DokumenSop) =>
  d.baris.map((b) => [b.nomor, b.aktivitas, b.lajur, b.simbol, b.persyaratan, b.waktu, b.output, b.keterangan]);
const bolakBalik = async (d: DokumenSop, format: (typeof FORMAT)[number]) =>
  bacaDokumenSop(imporSop(eksporSop(format, d, pencetak)).xml);

describe("the published SOP", () => {
  test("becomes a draft with the same words, its actors an open question on every row", async () => {
    const draf = imporSop(TERBITAN);
    const d = await bacaDokumenSop(draf.xml);
    expect(d.baris.map((b) => [String(b.nomor), b.aktivitas, b.persyaratan, b.waktu, b.output, b.keterangan])).toEqual(
      SEL_TERBITAN,
    );
    expect(d.identitas.nama).toBe("SOP Permohonan <i>Reset Password</i> Akun PPK dan Pejabat Pengadaan");
    expect(d.pelaksana).toEqual(["Satuan Kerja", "Kepala UKPBJ", "Kepala LPSE", "Tim Pengelola LPSE"]);
    const perBaris = SEL_TERBITAN.map(([no]) => `Siapa pelaksana langkah ${no}?`);
    expect(draf.pertanyaan).toEqual([...perBaris, TANYA_ESKALASI]);
    const elemen = await readElements(draf.xml);
    expect(elemen.filter((e) => e.name === LAJUR_TERBUKA)).toHaveLength(1);
    const tugas = elemen.filter((e) => e.$type === "bpmn:UserTask");
    expect(tugas.every((e) => extensions(e, "sop:Pertanyaan").length === 1)).toBe(true);
  });

  test.each(FORMAT)("exported as %s and imported again has the same rows", async (format) => {
    const d = await bacaDokumenSop(DIAGRAM);
    const kembali = await bolakBalik(d, format);
    expect(baris(kembali)).toEqual(baris(d));
    expect(kembali.pelaksana).toEqual(d.pelaksana);
  });

  test.each(["xlsx", "docx"] as const)("keeps where its decisions lead in %s", async (format) => {
    const d = await bacaDokumenSop(DIAGRAM);
    const urut = (s: DokumenSop) => s.panah.map((p) => `${p.dari}-${p.ke}-${p.label}`).sort();
    expect(urut(await bolakBalik(d, format))).toEqual(urut(d));
  });
});

describe("any SOP", () => {
  const teks = fc
    .array(
      fc.constantFrom(
        "Surat",
        "<i>draft</i>",
        "=1+1",
        "-",
        "“kutip”",
        `"a"`,
        "a,b;c",
        "مرحبا",
        "&amp;",
        "<x>",
        "'=",
        "nota dinas",
      ),
      {
        minLength: 1,
        maxLength: 5,
      },
    )
    .map((kata) => kata.join(" "));
  const tabel = fc.integer({ min: 1, max: 6 }).chain((pelaksana) =>
    fc
      .array(
        fc.record({
          aktivitas: teks,
          lajur: fc.option(fc.nat({ max: pelaksana - 1 }), { nil: undefined, freq: 8 }),
          keputusan: fc.boolean(),
          tidak: fc.nat({ max: 30 }),
          persyaratan: teks,
          waktu: fc.constantFrom("1 hari", "30 menit", "2 jam", "segera", ""),
          output: teks,
          keterangan: teks,
        }),
        { minLength: 2, maxLength: 9 },
      )
      .map((isi) =>
        periksaTabel({
          judul: "SOP Uji",
          pelaksana: Array.from({ length: pelaksana }, (_, i) => `Pelaksana ${i + 1}`),
          baris: isi.map(({ keputusan, tidak, lajur, ...b }, i) => ({
            ...b,
            nomor: i + 1,
            ...(lajur === undefined ? {} : { lajur }),
            simbol: i === 0 ? "mulai" : i === isi.length - 1 ? "selesai" : keputusan ? "keputusan" : "kegiatan",
            tidak: (tidak % isi.length) + 1,
          })),
        }),
      ),
  );

  test.each(FORMAT)("has the same rows after it went through %s", async (format) => {
    await fc.assert(
      fc.asyncProperty(tabel, async (t) => {
        const d = await bacaDokumenSop(drafBpmn(t).xml);
        expect(d.baris.map((b) => [b.aktivitas, b.lajur, b.output])).toEqual(
          t.baris.map((b) => [b.aktivitas, b.lajur, b.output]),
        );
        const lagi = await bolakBalik(d, format);
        // A row without an actor has no cell that could hold its symbol.
        const bersimbol = (s: DokumenSop) => baris(s).map((b) => (b[2] === undefined ? b.with(3, "") : b));
        expect(bersimbol(lagi)).toEqual(bersimbol(d));
      }),
      { numRuns: 12 },
    );
  });

  test("becomes a diagram in which the linter misses nothing", async () => {
    for (const nama of ["peminjaman-ruang-rapat", "pengadaan-langsung"]) {
      const temuan = await periksaXml(imporSop(contoh(nama)).xml, { topik: [], formulir: [] });
      expect(temuan).toEqual([]);
    }
  });

  test.each(["peminjaman-ruang-rapat", "pengadaan-langsung"])(
    "has due date, reminder and repeating timer at every step, as the SOP in force: %s",
    async (nama) => {
      const { xml } = imporSop(contoh(nama));
      const [elemen, { langkah }] = await Promise.all([readElements(xml), readSop(xml)]);
      expect(langkah.length).toBeGreaterThan(1);
      for (const l of langkah) periksaPolaTenggat(elemen, l);
    },
  );

  test("is drawn without overlapping tasks, each inside its lane", async () => {
    const elemen = imporSop(contoh("pengadaan-langsung")).xml;
    const kotak = (id: string) => {
      const m = new RegExp(
        `bpmnElement="${id}"[^>]*><dc:Bounds x="([\\d.]+)" y="([\\d.]+)" width="([\\d.]+)" height="([\\d.]+)"`,
      ).exec(elemen);
      const [x = 0, y = 0, w = 0, h = 0] = (m ?? []).slice(1).map(Number);
      return { x, y, w, h };
    };
    const d = await bacaDokumenSop(elemen);
    let kanan = 0;
    for (const b of d.baris) {
      const [t, l] = [kotak(b.id), kotak(`lajur-${(b.lajur ?? 0) + 1}`)];
      expect(t.x).toBeGreaterThan(kanan);
      expect(t.y >= l.y && t.y + t.h <= l.y + l.h && t.x + t.w <= l.x + l.w).toBe(true);
      kanan = t.x + t.w;
    }
  });
});

describe("what is unclear in a table is asked, not guessed", () => {
  const tsv = (...isi: string[]) =>
    Buffer.from(
      ["No\tAktivitas\tKepala\tStaf\tPersyaratan/Perlengkapan\tWaktu\tOutput\tKeterangan", ...isi].join("\n"),
    );

  test("a time that is none, and a decision that does not say where it leads", () => {
    const draf = imporSop(
      tsv(
        "1\tMenerima\tmulai\t\t-\tsegera\t-\t",
        "2\tMenilai\t\tkeputusan\t-\t1 jam\t-\t",
        "3\tSelesai\tselesai\t\t-\t1 jam\t-\t",
      ),
    );
    expect(draf.pertanyaan).toEqual([
      `Berapa lama langkah 1? Waktu "segera" tidak terbaca; tulis seperti "1 hari" atau "30 menit".`,
      `Bila langkah 2 berakhir "tidak", kembali ke langkah berapa? Sementara: langkah 1.`,
      TANYA_ESKALASI,
    ]);
  });

  test("who is told of a time that is nearly over; not where no row has a time", async () => {
    const draf = imporSop(tsv("1\tMenerima\tmulai\t\t-\t1 jam\t-\t", "2\tSelesai\tselesai\t\t-\t1 jam\t-\t"));
    expect(draf.pertanyaan).toEqual([TANYA_ESKALASI]);
    const mulai = (await readElements(draf.xml)).filter((e) => e.id === "mulai");
    expect(mulai.flatMap((e) => extensions(e, "sop:Pertanyaan")).map((p) => p.teks)).toEqual([TANYA_ESKALASI]);
    const tanpa = imporSop(tsv("1\tMenerima\tmulai\t\t-\tsegera\t-\t", "2\tSelesai\tselesai\t\t-\t-\t-\t"));
    expect(tanpa.pertanyaan).not.toContain(TANYA_ESKALASI);
  });

  test("a mark that is no symbol's name still says who does it", () => {
    const { baris: b } = bacaTabelSop(tsv("1\tMenerima\tX\t\t-\t1 jam\t-\t"));
    expect(b[0]).toMatchObject({ lajur: 0, simbol: "kegiatan" });
  });
});
