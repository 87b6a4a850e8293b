import { describe, expect, test } from "@jest/globals";
import { enkode, jawabanKeVariabel, type KeadaanPermohonan, type VariabelMesin } from "../../../src/proses/jawaban.js";
import { type Jawaban, type NamaFormulir, susunFormulir } from "../../../src/proses/tugas.js";
import type { Hasil, Riwayat } from "../../../src/proses/variabel.js";
import { contohAkun, contohDokumen } from "../../support/contoh.js";

const formulir = susunFormulir(() => "2026-11-23");
const akun = [contohAkun(1), contohAkun(2)];
const [a, b] = akun as [(typeof akun)[0], (typeof akun)[0]];
const suratPermohonan = contohDokumen();
const permohonan = {
  nomorSuratPermohonan: "B/1/2026",
  tanggalSuratPermohonan: "2026-11-20",
  suratPermohonan,
  lampiran: [],
  akun,
};
const paragraf = { pembuka: "A", isi: "B", penutup: "C" };
const lama: Riwayat = {
  langkah: "Permohonan reset password",
  keputusan: "Permohonan disusun",
  oleh: "dewi",
  namaOleh: "Dewi Lestari",
  waktu: "2026-11-23T01:00:00.000Z",
};
const direset: Hasil = { status: "direset", userId: "SITI", cara: "otomatis" };
const json = (value: unknown) => ({ type: "Json", value });
const teks = (value: string) => ({ type: "String", value });

/** The variables an answer sets, without the record; Json ones parsed, since the order of their fields is nobody's concern. */
function hasil(nama: NamaFormulir, jawaban: unknown, keadaan: KeadaanPermohonan = {}) {
  const { riwayat: _, ...lain } = ubah(nama, jawaban, keadaan);
  const urai = ({ type, value }: VariabelMesin) => ({
    type,
    value: type === "Json" ? JSON.parse(String(value)) : value,
  });
  return Object.fromEntries(Object.entries(lain).map(([k, v]) => [k, urai(v)]));
}

function ubah(nama: NamaFormulir, jawaban: unknown, keadaan: KeadaanPermohonan = {}) {
  return jawabanKeVariabel(nama, formulir[nama].parse(jawaban) as Jawaban, {
    langkah: "Langkah",
    pelaku: { id: "andi", nama: "Andi Pratama" },
    waktu: "2026-11-23T02:00:00.000Z",
    keadaan,
  });
}

const isiPermohonan = {
  nomorSuratPermohonan: teks("B/1/2026"),
  tanggalSuratPermohonan: teks("2026-11-20"),
  suratPermohonan: json(suratPermohonan),
  lampiran: json([]),
  akun: json(akun),
};

const tabel: readonly [NamaFormulir, string, object, object][] = [
  ["permohonan-diajukan", "the request", permohonan, isiPermohonan],
  [
    "kirim-permohonan",
    "sent",
    { keputusanPemohon: "kirim", ...permohonan },
    { keputusanPemohon: teks("kirim"), ...isiPermohonan },
  ],
  ["kirim-permohonan", "withdrawn", { keputusanPemohon: "tarik", alasan: "x" }, { keputusanPemohon: teks("tarik") }],
  ["disposisi-permohonan", "passed on", { keputusanDisposisi: "disposisi" }, { keputusanDisposisi: teks("disposisi") }],
  [
    "disposisi-permohonan",
    "returned",
    { keputusanDisposisi: "kembalikan", alasan: "x" },
    { keputusanDisposisi: teks("kembalikan") },
  ],
  [
    "disposisi-permohonan",
    "refused",
    { keputusanDisposisi: "tolak", alasan: "bukan PPK" },
    { keputusanDisposisi: teks("tolak"), sebabPenolakan: teks("ditolak"), alasanPenolakan: teks("bukan PPK") },
  ],
  ["perintah-reset", "ordered", { keputusanPerintah: "perintahkan" }, { keputusanPerintah: teks("perintahkan") }],
  [
    "perintah-reset",
    "returned",
    { keputusanPerintah: "kembalikan", alasan: "x" },
    { keputusanPerintah: teks("kembalikan") },
  ],
  [
    "verifikasi-permohonan",
    "complete",
    { keputusanVerifikasi: "lengkap", akunDisetujui: [a], akunDicoret: [{ ...b, alasan: "pindah" }] },
    {
      keputusanVerifikasi: teks("lengkap"),
      akunDisetujui: json([a]),
      akunDicoret: json([{ ...b, alasan: "pindah" }]),
    },
  ],
  [
    "verifikasi-permohonan",
    "incomplete",
    { keputusanVerifikasi: "tidakLengkap", alasan: "x" },
    { keputusanVerifikasi: teks("tidakLengkap") },
  ],
  [
    "verifikasi-permohonan",
    "not a reset",
    { keputusanVerifikasi: "bukanReset", alasan: "peran berakhir" },
    {
      keputusanVerifikasi: teks("bukanReset"),
      sebabPenolakan: teks("bukanReset"),
      alasanPenolakan: teks("peran berakhir"),
    },
  ],
  [
    "perbaiki-akun",
    "corrected",
    { keputusanPerbaikan: "diperbaiki", akunDiproses: { ...a, userId: "SITI" } },
    { keputusanPerbaikan: teks("diperbaiki"), akunDiproses: json({ ...a, userId: "SITI" }) },
  ],
  [
    "perbaiki-akun",
    "given up",
    { keputusanPerbaikan: "gagal", alasan: "tidak ada" },
    {
      keputusanPerbaikan: teks("gagal"),
      hasil: json({ status: "gagal", cara: "manual", keterangan: "tidak ada" }),
    },
  ],
  [
    "reset-manual",
    "done by hand",
    { keputusanResetManual: "selesai", userId: "BUDI" },
    { keputusanResetManual: teks("selesai"), hasil: json({ status: "direset", userId: "BUDI", cara: "manual" }) },
  ],
  [
    "reset-manual",
    "given up",
    { keputusanResetManual: "gagal", alasan: "ditolak" },
    { keputusanResetManual: teks("gagal"), hasil: json({ status: "gagal", cara: "manual", keterangan: "ditolak" }) },
  ],
  ["koreksi-draf", "approved", { keputusanKoreksi: "setuju" }, { keputusanKoreksi: teks("setuju") }],
  [
    "koreksi-draf",
    "corrected",
    { keputusanKoreksi: "koreksi", paragraf },
    { keputusanKoreksi: teks("koreksi"), paragraf: json(paragraf) },
  ],
  [
    "tanda-tangan-surat",
    "signed",
    { keputusanTandaTangan: "tandaTangan", suratDitandatangani: suratPermohonan, peringatanDibaca: true },
    { keputusanTandaTangan: teks("tandaTangan"), suratDitandatangani: json(suratPermohonan) },
  ],
  [
    "tanda-tangan-surat",
    "returned",
    { keputusanTandaTangan: "kembalikan", alasan: "x" },
    { keputusanTandaTangan: teks("kembalikan") },
  ],
  ["kirim-surat-manual", "told", { catatan: "diantar" }, {}],
  ["sampaikan-penolakan", "told", { catatan: "diantar" }, {}],
];

describe("an answer becomes exactly these process variables", () => {
  test.each(tabel)("%s, %s", (nama, _apa, jawaban, variabel) => {
    expect(hasil(nama, jawaban)).toEqual(variabel);
  });

  test("sampaikan-kredensial keeps the user ID of the reset in either outcome", () => {
    const tersampaikan = { keputusanSampaikan: "tersampaikan", catatan: "lewat telepon" };
    expect(hasil("sampaikan-kredensial", tersampaikan, { hasil: direset })).toEqual({
      hasil: json({ status: "berhasil", userId: "SITI", cara: "manual", keterangan: "lewat telepon" }),
    });
    const gagal = { keputusanSampaikan: "gagal", alasan: "pensiun" };
    expect(hasil("sampaikan-kredensial", gagal, { hasil: direset })).toEqual({
      hasil: json({ status: "gagal", userId: "SITI", cara: "manual", keterangan: "pensiun" }),
    });
  });

  test("every form has a row in this table", () => {
    const diuji = new Set<string>([...tabel.map(([nama]) => nama), "sampaikan-kredensial"]);
    expect([...diuji].sort()).toEqual(Object.keys(formulir).sort());
  });

  test("an undefined variable is left out, null is the engine's Null, a whole number an Integer", () => {
    expect(enkode({ hasil: null, versiDraf: 2 })).toEqual({
      hasil: { type: "Null", value: null },
      versiDraf: { type: "Integer", value: 2 },
    });
  });
});

describe("the record of decisions", () => {
  const baris = (nama: NamaFormulir, jawaban: unknown): Riwayat[] | undefined => {
    const { riwayat } = ubah(nama, jawaban, { riwayat: [lama] });
    return riwayat && JSON.parse(String(riwayat.value));
  };

  test("grows by one line with who, when, the decision in words and its reason", () => {
    const alasan = "surat belum ditandatangani";
    expect(baris("disposisi-permohonan", { keputusanDisposisi: "kembalikan", alasan })).toEqual([
      lama,
      {
        langkah: "Langkah",
        keputusan: "Dikembalikan kepada Satuan Kerja",
        alasan,
        oleh: "andi",
        namaOleh: "Andi Pratama",
        waktu: "2026-11-23T02:00:00.000Z",
      },
    ]);
  });

  test("takes a note for the reason where there is no reason, and leaves out an empty note", () => {
    expect(baris("perintah-reset", { keputusanPerintah: "perintahkan", catatan: "segera" })?.at(-1)).toMatchObject({
      alasan: "segera",
    });
    expect(baris("perintah-reset", { keputusanPerintah: "perintahkan", catatan: " " })?.at(-1)).not.toHaveProperty(
      "alasan",
    );
  });

  test("counts the accounts of a complete request in words", () => {
    const jawaban = { keputusanVerifikasi: "lengkap", akunDisetujui: [a], akunDicoret: [{ ...b, alasan: "pindah" }] };
    expect(baris("verifikasi-permohonan", jawaban)?.at(-1)?.keputusan).toBe(
      "Lengkap: 1 akun akan di-reset, 1 akun dicoret",
    );
  });

  test.each([
    ["perbaiki-akun", { keputusanPerbaikan: "gagal", alasan: "x" }],
    ["reset-manual", { keputusanResetManual: "gagal", alasan: "x" }],
    ["sampaikan-kredensial", { keputusanSampaikan: "gagal", alasan: "x" }],
  ] as const)("is left alone by %s, which runs beside other accounts", (nama, jawaban) => {
    expect(baris(nama, jawaban)).toBeUndefined();
  });
});

test("a letter may be dated today by the given clock, not tomorrow", () => {
  let hari = "2026-11-23";
  const { "permohonan-diajukan": skema } = susunFormulir(() => hari);
  const surat = { ...permohonan, tanggalSuratPermohonan: "2026-11-24" };
  expect(skema.safeParse(surat).error?.issues.map(({ path }) => path)).toEqual([["tanggalSuratPermohonan"]]);
  hari = "2026-11-24";
  expect(skema.safeParse(surat).success).toBe(true);
});
