import { expect, test } from "@jest/globals";
import { bacaJson, GalatApi, galatBalasan, pesanGalat } from "../../../../src/web/api/panggil.js";
import { tolakBerkas } from "../../../../src/web/api/unggah.js";

test("a refusal speaks with the gateway's own words and keeps its code", () => {
  const galat = galatBalasan(409, { kode: "KREDENSIAL_SUDAH_DILIHAT", title: "Ditolak", detail: "Sudah dilihat." });
  expect(galat).toMatchObject({ status: 409, kode: "KREDENSIAL_SUDAH_DILIHAT", message: "Sudah dilihat." });
});

test("a refusal without words still says something that helps", () => {
  expect(galatBalasan(401, undefined).message).toMatch(/Sesi Anda berakhir/);
  expect(galatBalasan(0, undefined).message).toMatch(/tidak dapat dijangkau/);
  expect(galatBalasan(502, "<html>").message).toMatch(/gangguan/);
});

test("internal errors are not shown to people", () => {
  expect(pesanGalat(new TypeError("x is undefined"))).toBe("Terjadi gangguan. Muat ulang halaman ini.");
  expect(pesanGalat(new GalatApi(403, "AMBIL_DAHULU", "Ambil dahulu."))).toBe("Ambil dahulu.");
});

test("text that is no JSON reads as nothing", () => {
  expect(bacaJson("{")).toBeUndefined();
  expect(bacaJson('{"a":1}')).toEqual({ a: 1 });
});

test("a file is refused before it is sent when it cannot be right", () => {
  const batas = 1_048_576;
  expect(tolakBerkas(0, "", batas)).toMatch(/kosong/);
  expect(tolakBerkas(batas + 200_000, "%PDF-1.7", batas)).toBe("Berkas ini 1,2 MB; paling besar 1 MB.");
  expect(tolakBerkas(10, "PK\u0003\u0004", batas)).toMatch(/bukan PDF/);
  expect(tolakBerkas(10, "\ufeff%PDF-1.7", batas)).toBeUndefined();
});
