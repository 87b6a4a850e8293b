import { expect, test } from "@jest/globals";
import { galatDari, galatServer, tempatGalat } from "../../../../src/web/formulir/galat.js";
import { galatKirim, periksa } from "../../../../src/web/formulir/kirim.js";

test("a message belongs to the closest field that the form shows", () => {
  const tampil = ["akun", "akun.1.nip", "akun.10.nip", ""];
  expect(tempatGalat("akun.1.nip", tampil)).toBe("akun.1.nip");
  expect(tempatGalat("akun.1.nama", tampil)).toBe("akun");
  expect(tempatGalat("akunLain", tampil)).toBeUndefined();
  expect(tempatGalat("", tampil)).toBeUndefined();
});

test("the path of a zod issue is written with dots", () => {
  expect(galatDari([{ path: ["akun", 0, "nip"], message: "NIP terdiri atas 18 angka." }])).toEqual([
    { jalur: "akun.0.nip", pesan: "NIP terdiri atas 18 angka." },
  ]);
});

test("a form without a decision asks for one in words", () => {
  expect(periksa("disposisi-permohonan", { keputusanDisposisi: undefined })).toEqual({
    galat: [{ jalur: "keputusanDisposisi", pesan: "Pilih salah satu." }],
  });
});

test("an answer holds only what its decision needs", () => {
  const nilai = { keputusanDisposisi: "disposisi", catatan: undefined, alasan: "sisa dari pilihan lain" };
  expect(periksa("disposisi-permohonan", nilai)).toEqual({ jawaban: { keputusanDisposisi: "disposisi" } });
});

test("the gateway's messages keep their fields", () => {
  const body = {
    type: "InvalidRequestException",
    message: "…",
    galat: [{ jalur: "akun.0.nama", pesan: "Terlalu panjang." }],
  };
  expect(galatKirim({ status: 400, response: { body } })).toEqual([
    { jalur: "akun.0.nama", pesan: "Terlalu panjang." },
  ]);
});

test("a refusal without fields is a message for the whole form", () => {
  expect(galatServer({ message: "Tugas ini sudah diselesaikan." }, "cadangan")).toEqual([
    { jalur: "", pesan: "Tugas ini sudah diselesaikan." },
  ]);
  expect(galatServer("<html>", "cadangan")).toEqual([{ jalur: "", pesan: "cadangan" }]);
});

test("an expired session and a broken network say that nothing typed is lost", () => {
  expect(galatKirim({ status: 401, response: { body: { message: "Unauthorized" } } })[0]?.pesan).toMatch(
    /Sesi Anda berakhir.*tersimpan/,
  );
  expect(galatKirim(new Error("network"))[0]?.pesan).toMatch(/tidak dapat dijangkau.*tersimpan/);
});
