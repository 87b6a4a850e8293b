import { expect, test } from "@jest/globals";
import { daftarIsian, dokumenIsian, objekIsian, teksIsian } from "../../../../src/web/formulir/isian.js";

const dokumen = { id: "3a29181c-ddec-4e99-8558-26e05fe8e170", nama: "surat.pdf", ukuran: 10, sha256: "a".repeat(64) };

test("fields of the wrong kind read as empty", () => {
  expect(teksIsian({ alasan: 7 }, "alasan")).toBe("");
  expect(daftarIsian({ akun: "x" }, "akun")).toEqual([]);
  expect(objekIsian([1])).toEqual({});
  expect(objekIsian(null)).toEqual({});
});

test("documents are read one or many, and what is none is left out", () => {
  expect(dokumenIsian({ surat: dokumen }, "surat")).toEqual([dokumen]);
  expect(dokumenIsian({ lampiran: [dokumen, { id: "x" }, null] }, "lampiran")).toEqual([dokumen]);
  expect(dokumenIsian({}, "surat")).toEqual([]);
});
