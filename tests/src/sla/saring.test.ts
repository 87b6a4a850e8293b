import { expect, test } from "@jest/globals";
import type { LangkahDinilai, Status } from "../../../src/sla/langkah.js";
import { potong, saring, yangTercakup } from "../../../src/sla/saring.js";
import { langkahBuka } from "./contoh.js";

const baris = (id: string, sisaMs: number, status: Status, ubah = {}): LangkahDinilai => ({
  ...langkahBuka({ id, ...ubah }),
  sisaMs,
  status,
});
const pusdatin = { satker: { id: "satker-pusdatin", nama: "Pusat Data dan Informasi" } };
const dewi = { pemegang: { id: "dewi", nama: "Dewi Lestari" } };
const tim = { pelaksana: { grup: "tim-pengelola-lpse", nama: "Tim Pengelola LPSE" } };
const lima = {
  langkah: { id: "spse-reset-password", nomor: 5, nama: "Reset password di Aplikasi SPSE", waktu: "30 menit" },
};
const semua = [
  baris("aman", 500, "aman", { nomorPermohonan: "RP-2026-0011", ...dewi }),
  baris("lewat", -900, "lewat", { ...pusdatin, ...tim }),
  baris("dekat", 100, "mendekati", { ...tim, ...lima }),
];
const id = (s: Parameters<typeof saring>[1]) => saring(semua, s).langkah.map((l) => l.id);

test("everything, most urgent first", () => {
  expect(id({})).toEqual(["lewat", "dekat", "aman"]);
});

test("each filter narrows, and all hold together", () => {
  expect(id({ lajur: "tim-pengelola-lpse" })).toEqual(["lewat", "dekat"]);
  expect(id({ satker: "satker-pusdatin" })).toEqual(["lewat"]);
  expect(id({ nomor: 5 })).toEqual(["dekat"]);
  expect(id({ lajur: "tim-pengelola-lpse", satker: "satker-pusdatin", nomor: 5 })).toEqual([]);
});

test.each([
  ["0011", ["aman"]],
  ["DEWI lestari", ["aman"]],
  ["lestari  biro", ["aman"]],
  ["pusat data", ["lewat"]],
  ["aplikasi spse", ["dekat"]],
  ["tidak ada", []],
  ["%", []],
  [".*", []],
])("the text %j finds by number, unit, holder and step, whatever the case", (cari, wajar) => {
  expect(id({ cari })).toEqual(wajar);
});

test("the counts are those of the other filters, so that another status can be chosen", () => {
  const { ringkas, langkah } = saring(semua, { status: "lewat" });
  expect(langkah.map((l) => l.id)).toEqual(["lewat"]);
  expect(ringkas).toEqual({ aman: 1, mendekati: 1, lewat: 1 });
  expect(saring(semua, { status: "aman", lajur: "tim-pengelola-lpse" }).ringkas).toEqual({
    aman: 0,
    mendekati: 1,
    lewat: 1,
  });
});

test("pages follow one another without overlap, and there is nothing behind the last", () => {
  expect(potong([1, 2, 3, 4, 5], 1, 2)).toEqual([1, 2]);
  expect(potong([1, 2, 3, 4, 5], 3, 2)).toEqual([5]);
  expect(potong([1, 2, 3, 4, 5], 4, 2)).toEqual([]);
});

test("a unit sees its own requests only, and nobody's without a unit", () => {
  expect(yangTercakup(semua, "semua")).toHaveLength(3);
  expect(yangTercakup(semua, ["satker-pusdatin"]).map((l) => l.id)).toEqual(["lewat"]);
  expect(yangTercakup(semua, [])).toEqual([]);
});
