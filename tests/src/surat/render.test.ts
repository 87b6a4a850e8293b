import { createHash } from "node:crypto";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "@jest/globals";
import { bacaFolderSurat } from "../../../src/surat/berkas.js";
import { createLetterRenderer } from "../../support/surat.js";
import { akun, banyakAkun, dataOtomatis, dataSurat, FOLDER_SURAT, salinFolder, ubahJson } from "./contoh.js";
import { bacaPdf, rapat, teksHalaman } from "./pdf.js";

const { kop } = bacaFolderSurat(FOLDER_SURAT);
const surat = createLetterRenderer({ dir: FOLDER_SURAT });
/** Points in a centimetre. */
const CM = 72 / 2.54;

describe("the Surat Pemberitahuan as a file", () => {
  it("has the same bytes for the same data, whoever renders it and whatever was rendered before", () => {
    const data = dataSurat({ akun: banyakAkun(8) });
    const pertama = surat.render(data);
    surat.render(dataSurat({ nomorSurat: "B/999/LAIN/2026" }));
    expect(surat.render(data).pdf.equals(pertama.pdf)).toBe(true);
    const lain = createLetterRenderer({ dir: FOLDER_SURAT }).render(data);
    expect(lain.pdf.equals(pertama.pdf)).toBe(true);
    expect(pertama.sha256).toBe(createHash("sha256").update(pertama.pdf).digest("hex"));
  });

  it("changes with every fact it states", () => {
    const dasar = surat.render(dataSurat()).sha256;
    for (const ubahan of [
      { tanggal: "2026-11-24" },
      { kepada: "Satker Lain" },
      { akun: [akun({ status: "gagal" as const })] },
    ]) {
      expect(surat.render(dataSurat(ubahan)).sha256).not.toBe(dasar);
    }
  });

  it("declares itself PDF/A-2b, embeds every font as a subset, and calls nothing from outside", () => {
    const isi = surat.render(dataSurat({ akun: [akun({ nama: "محمد Rizky" })] })).pdf.toString("latin1");
    expect(isi).toContain("<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>");
    expect(isi).toContain("/OutputIntents");
    const jumlah = (pola: RegExp) => isi.match(pola)?.length ?? 0;
    expect(jumlah(/\/Type \/FontDescriptor/g)).toBeGreaterThan(1);
    expect(jumlah(/\/FontFile[23]?\b/g)).toBe(jumlah(/\/Type \/FontDescriptor/g));
    expect([...isi.matchAll(/\/FontName \/(\S+)/g)].every((cocok) => /^[A-Z]{6}\+/.test(cocok[1] ?? ""))).toBe(true);
    expect(isi).not.toMatch(/\/JavaScript|\/Launch|\/EmbeddedFile|\/Encrypt/);
  });

  it("is dated at 00.00 WIB of the letter's date and titled with its number", async () => {
    const { info } = await bacaPdf(surat.render(dataSurat()).pdf);
    expect(info.CreationDate).toBe("D:20261122170000Z");
    expect(info.ModDate).toBe("D:20261122170000Z");
    expect(info.Title).toBe("Surat Pemberitahuan Nomor B/123/LPSE/PL.02/11/2026");
    expect(info.Keywords).toBe("B/123/LPSE/PL.02/11/2026");
    expect(info.Author).toBe(kop.unit);
    expect(info.Language).toBe("id-ID");
  });
});

describe("the Surat Pemberitahuan as a page", () => {
  it("says on paper everything that its plain text says", async () => {
    const tercetak = surat.render(
      dataSurat({ akun: banyakAkun(2, () => ({ status: "gagal", keterangan: "Akun tidak dikenal." })) }),
    );
    const { halaman } = await bacaPdf(tercetak.pdf);
    expect(halaman).toHaveLength(1);
    const teks = teksHalaman(halaman[0]);
    for (const kata of tercetak.teks.split(/[\n:,()]|User ID /)) expect(teks).toContain(rapat(kata));
  });

  it("stands in the official order: number level with place and date, addressee, signer right, copies lower left", async () => {
    const { halaman } = await bacaPdf(surat.render(dataSurat()).pdf);
    const cari = (teks: string) => {
      const ketemu = (halaman[0] ?? []).find((potongan) => potongan.teks.startsWith(teks));
      if (ketemu === undefined) throw new Error(`"${teks}" is not on the page`);
      return ketemu;
    };
    const urutan = [
      "Nomor",
      "Sifat",
      "Lampiran",
      "Hal",
      "Yth.",
      "Alinea pembuka",
      "Alinea isi",
      "No.",
      "Alinea penutup",
      "Kepala Unit",
      "NIP 0",
      "Tembusan",
    ];
    const y = urutan.map((teks) => cari(teks).y);
    expect(y).toEqual([...y].sort((a, b) => b - a));
    const tanggal = (halaman[0] ?? []).find(({ teks }) => teks.endsWith("23 November 2026"));
    expect(tanggal?.y).toBe(cari("Nomor").y);
    expect((tanggal?.x ?? 0) + (tanggal?.lebar ?? 0)).toBeCloseTo(CM * 19, 0);
    expect(cari("Kepala Unit").x).toBeGreaterThan(CM * 10.5);
    expect(cari("Tembusan").x).toBeCloseTo(CM * 3, 0);
  });

  it("stays on one page for an ordinary request and moves a long list to an annex", async () => {
    const pendek = dataSurat({ akun: banyakAkun(4), paragraf: surat.paragrafAwal(dataSurat({ akun: banyakAkun(4) })) });
    expect(surat.render(pendek).halaman).toBe(1);
    const panjang = surat.render(dataSurat({ akun: banyakAkun(5) }));
    expect(panjang.halaman).toBe(2);
    const { halaman } = await bacaPdf(panjang.pdf);
    expect(teksHalaman(halaman[0])).toContain("Tembusan");
    expect(teksHalaman(halaman[0])).not.toContain("PegawaiKe-1.");
    expect(teksHalaman(halaman[1])).toContain("B/123/LPSE/PL.02/11/2026");
  });

  it("spreads 60 accounts over pages with the headings on each, and splits no row", async () => {
    const daftar = banyakAkun(60, (i) => ({ status: "gagal", keterangan: `Awal ${"kata ".repeat(i)} akhir${i}.` }));
    const { halaman } = await bacaPdf(surat.render(dataSurat({ akun: daftar })).pdf);
    expect(halaman.length).toBeGreaterThan(3);
    const teks = halaman.map(teksHalaman);
    expect(teks.slice(1).every((satu) => satu.includes("NamadanNIP"))).toBe(true);
    for (const [i, satu] of daftar.entries()) {
      const tempat = teks.findIndex((isi) => isi.includes(rapat(satu.nama)));
      expect(teks[tempat]).toContain(satu.nip);
      expect(teks[tempat]).toContain(`akhir${i}.`);
    }
    expect(teks.map((isi) => /^-(\d+)-/.exec(isi)?.[1])).toEqual([
      undefined,
      ...teks.slice(1).map((_, i) => String(i + 2)),
    ]);
  });

  it("never leaves the signer alone on a page", async () => {
    for (let baris = 1; baris <= 45; baris += 1) {
      const paragraf = { ...dataSurat().paragraf, isi: "Baris.\n".repeat(baris) };
      const { halaman } = await bacaPdf(surat.render(dataSurat({ paragraf })).pdf);
      const ttd = halaman.map(teksHalaman).find((isi) => isi.includes("NIP0"));
      expect(ttd).toContain("Alineapenutup.");
    }
  });
});

describe("the letter folder's templates", () => {
  const dir = salinFolder();
  afterAll(() => rmSync(dir, { recursive: true }));
  const templat = join(dir, "surat-pemberitahuan.typ");
  const asli = readFileSync(templat, "utf8");

  it.each([
    ["\n#tidakAda\n", /surat-pemberitahuan\.typ baris \d+: unknown variable: tidakAda/],
    ['\n#text(font: "Arial")[x]\n', /unknown font family: arial/],
    ["\n漢\n", /could not be displayed/],
  ])("with a fault (%j) stop the start with file and reason, not a letter on its way", (tambahan, pesan) => {
    writeFileSync(templat, asli + tambahan);
    expect(() => createLetterRenderer({ dir })).toThrow(pesan);
    writeFileSync(templat, asli);
  });

  it("take effect at the next start, so that a half-saved edit reaches no letter", () => {
    const lama = createLetterRenderer({ dir });
    const sebelum = lama.render(dataSurat()).sha256;
    writeFileSync(templat, `${asli}\n#`);
    expect(lama.render(dataSurat()).sha256).toBe(sebelum);
    writeFileSync(templat, `${asli}\n#v(1cm) Catatan.\n`);
    expect(createLetterRenderer({ dir }).render(dataSurat()).sha256).not.toBe(sebelum);
    writeFileSync(templat, asli);
  });

  it("print the letterhead, signer and logo of kop.json", async () => {
    writeFileSync(
      join(dir, "lambang.svg"),
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>',
    );
    ubahJson(dir, "kop.json", (kop) => {
      kop.unit = "Biro *Contoh* #1";
      kop.logo = "lambang.svg";
      kop.penandaTangan = { atasNama: "Sekretaris Jenderal", jabatan: "Kepala Biro", nama: "Nama Lain" };
    });
    const { halaman } = await bacaPdf(createLetterRenderer({ dir }).render(dataSurat()).pdf);
    const teks = teksHalaman(halaman[0]);
    expect(teks).toContain("BIRO*CONTOH*#1");
    expect(teks).toContain("a.n.SekretarisJenderalKepalaBiro,NamaLain");
  });
});

describe("letters that tell a decision", () => {
  it.each([
    ["surat-penolakan", "Surat Penolakan", "Permohonan Reset Password yang Tidak Dapat Dipenuhi"],
    ["surat-pengembalian", "Surat Pengembalian", "Pengembalian Permohonan Reset Password"],
  ] as const)("(%s) give the reason in the same layout", async (jenis, judul, hal) => {
    const paragraf = surat.paragrafOtomatis(jenis, { ...dataOtomatis(), alasan: "Masa tugas telah berakhir." });
    const tercetak = surat.renderOtomatis(jenis, dataOtomatis({ paragraf }));
    const { halaman, info } = await bacaPdf(tercetak.pdf);
    expect(teksHalaman(halaman[0])).toContain("Masatugastelahberakhir.");
    expect(tercetak.teks).toContain(`Hal: ${hal}`);
    expect(info.Title).toBe(`${judul} Nomor B/123/LPSE/PL.02/11/2026`);
  });

  it("say whose decision it was, in which step and when, and pretend no signature", async () => {
    const tercetak = surat.renderOtomatis("surat-pengembalian", dataOtomatis());
    const teks = teksHalaman((await bacaPdf(tercetak.pdf)).halaman[0]);
    expect(teks).toContain("DitetapkanolehHendraGunawanpadalangkahDisposisipermohonan,23November2026pukul10.05WIB.");
    expect(teks).toContain("tidakdibubuhitandatangan");
    for (const kata of tercetak.teks.split(/[\n:,()]/)) expect(teks).toContain(rapat(kata));
    expect(teks).not.toContain(rapat(kop.penandaTangan.nama));
  });
});
