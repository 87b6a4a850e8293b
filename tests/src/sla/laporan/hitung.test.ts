import { expect, test } from "@jest/globals";
import { dalamPeriode, type Pelanggaran, susunLaporan } from "../../../../src/sla/laporan/hitung.js";
import { lama, namaBulan, persen, rentangTanggal, saatPendek } from "../../../../src/sla/laporan/kata.js";
import { sebabRiwayat } from "../../../../src/sla/laporan/sebab.js";
import { tabelLaporan } from "../../../../src/sla/laporan/tabel.js";
import { langkahSelesai, MENIT_MS, wib } from "../contoh.js";

const november = { dari: "2026-11-01", sampai: "2026-11-30" };
const sop = [
  { nomor: 1, nama: "Kirim Surat Permohonan" },
  { nomor: 3, nama: "Perintahkan reset password" },
];
const pusdatin = { id: "satker-pusdatin", nama: "Pusat Data dan Informasi" };
const terlambat = (lewatMs: number, selesai: string | null): Pelanggaran => ({
  nomorPermohonan: "RP-2026-0002",
  satker: pusdatin,
  nomor: 3,
  langkah: "Perintahkan reset password",
  pelaksana: "Kepala LPSE",
  oleh: "=cmd|' /C calc'!A0",
  mulai: "2026-11-20T02:00:00.000Z",
  tenggat: "2026-11-20T03:00:00.000Z",
  selesai,
  lewatMs,
  sebab: [],
});
const laporan = (selesai: Parameters<typeof susunLaporan>[0]["selesai"], pelanggaran: Pelanggaran[] = []) =>
  susunLaporan({ periode: november, dibuat: "2026-12-01T00:30:00Z", satuanKerja: null, sop, selesai, pelanggaran });

test("both days of a stretch belong to it, by Jakarta's midnight", () => {
  const pada = (iso: string) => langkahSelesai({ id: iso, selesai: Date.parse(iso) });
  const semua = [
    "2026-10-31T16:59:59.999Z",
    "2026-10-31T17:00:00Z",
    "2026-11-30T16:59:59.999Z",
    "2026-11-30T17:00:00Z",
  ].map(pada);
  expect(dalamPeriode(semua, november).map((l) => l.id)).toEqual(["2026-10-31T17:00:00Z", "2026-11-30T16:59:59.999Z"]);
});

test("a month without work is a report all the same, with every row of the SOP", () => {
  const kosong = laporan([]);
  expect(kosong.ringkas).toMatchObject({ selesai: 0, permohonan: 0, kepatuhan: null, medianMs: null });
  expect(kosong.langkah.map((b) => [b.id, b.selesai])).toEqual([
    ["1", 0],
    ["3", 0],
  ]);
});

test("figures are grouped by row, lane, unit and month; work outside the SOP has a line of its own", () => {
  const isi = laporan([
    langkahSelesai(),
    langkahSelesai({ instans: "instans-2", satker: pusdatin, selesai: wib("20 10:01"), pakaiMs: 61 * MENIT_MS }),
    langkahSelesai({ nomor: null, grup: "tim-pengelola-lpse", pelaksana: "Tim Pengelola LPSE" }),
  ]);
  expect(isi.ringkas).toMatchObject({ selesai: 3, tepat: 2, terlambat: 1, permohonan: 2, terbukaLewat: 0 });
  expect(isi.langkah.map((b) => [b.id, b.selesai, b.tepat])).toEqual([
    ["1", 0, 0],
    ["3", 2, 1],
    ["-", 1, 1],
  ]);
  expect(isi.pelaksana.map((b) => [b.nama, b.selesai])).toEqual([
    ["Kepala LPSE", 2],
    ["Tim Pengelola LPSE", 1],
  ]);
  expect(isi.satker.map((b) => [b.nama, b.kepatuhan])).toEqual([
    ["Biro Keuangan", 1],
    ["Pusat Data dan Informasi", 0],
  ]);
  expect(isi.bulan.map((b) => b.id)).toEqual(["2026-11"]);
});

test("late steps come worst first, and those still open are counted apart", () => {
  const isi = laporan([], [terlambat(1, "2026-11-20T04:00:00.000Z"), terlambat(9, null)]);
  expect(isi.pelanggaran.map((p) => p.lewatMs)).toEqual([9, 1]);
  expect(isi.ringkas.terbukaLewat).toBe(1);
});

test("every part is a table, with as many cells as headings", () => {
  const tabel = tabelLaporan(laporan([langkahSelesai()], [terlambat(90 * MENIT_MS, null)]));
  expect(tabel.map((t) => t.nama)).toEqual([
    "Ringkasan",
    "Per Langkah",
    "Per Pelaksana",
    "Per Satuan Kerja",
    "Per Bulan",
    "Keterlambatan",
  ]);
  for (const t of tabel) for (const b of t.baris) expect(b).toHaveLength(t.kolom.length);
});

test("reasons are those given while the step was open, with what was decided", () => {
  const satu = (waktu: string, alasan?: string) => ({
    langkah: "Disposisi",
    keputusan: "Dikembalikan",
    oleh: "hendra",
    namaOleh: "Hendra Gunawan",
    waktu,
    ...(alasan ? { alasan } : {}),
  });
  const [mulai, selesai] = [wib("20 09:00"), wib("20 10:00")];
  const riwayat = [
    satu("2026-11-20T08:59:00+07:00", "terlalu dini"),
    satu("2026-11-20T09:30:00+07:00", "Surat buram"),
    satu("2026-11-20T09:40:00+07:00"),
    satu("2026-11-20T10:05:00+07:00", "sesudahnya"),
  ];
  expect(sebabRiwayat(riwayat, mulai, selesai).map((s) => s.teks)).toEqual(["Dikembalikan: Surat buram"]);
});

test("figures in words", () => {
  const biasa = (teks: string) => teks.replaceAll("\u00a0", " ");
  expect([null, 0, 29_000, 45 * MENIT_MS, 60 * MENIT_MS, 450 * MENIT_MS].map(lama).map(biasa)).toEqual([
    "–",
    "0 menit",
    "0 menit",
    "45 menit",
    "1 jam",
    "7 jam 30 menit",
  ]);
  expect([null, 1, 0.9999, 0.975, 0].map(persen)).toEqual(["–", "100%", "99,9%", "97,5%", "0%"]);
  expect(rentangTanggal(november)).toBe("1 s.d. 30 November 2026");
  expect(rentangTanggal({ dari: "2026-10-15", sampai: "2026-11-02" })).toBe("15 Oktober s.d. 2 November 2026");
  expect(rentangTanggal({ dari: "2026-12-15", sampai: "2027-01-02" })).toBe("15 Desember 2026 s.d. 2 Januari 2027");
  expect(rentangTanggal({ dari: "2026-12-15", sampai: "2026-12-15" })).toBe("15 Desember 2026");
  expect(namaBulan("2026-11")).toBe("November 2026");
  expect(saatPendek("2026-11-23T03:05:00Z")).toBe("23/11/2026 10.05");
});
