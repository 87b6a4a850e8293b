import { describe, expect, test } from "@jest/globals";
import { z } from "zod";
import { Galat } from "../../../src/galat.js";
import { isianTidakSah, periksa } from "../../../src/gateway/validasi.js";

describe("checking an input", () => {
  const tolakan = (skema: z.ZodType, nilai: unknown): Galat => {
    try {
      periksa(skema, nilai);
    } catch (error) {
      if (error instanceof Galat) return error;
    }
    throw new Error("nothing was refused");
  };

  test("answers the parsed value", () => {
    expect(periksa(z.object({ a: z.coerce.number() }), { a: "1", b: 2 })).toEqual({ a: 1 });
  });

  test("speaks Indonesian also where a schema has no words of its own, and never repeats what was sent", () => {
    const { message, rincian } = tolakan(z.object({ a: z.string() }), { a: 12345 });
    expect(rincian.galat).toEqual([{ jalur: "a", pesan: "Input tidak valid: diharapkan string, diterima number" }]);
    expect(message).not.toContain("12345");
  });

  test("tells the faults of lists by their place, counted from one, each as a sentence", () => {
    const { message } = isianTidakSah([
      { jalur: "akun.0.nama", pesan: "Nama wajib diisi." },
      { jalur: "lampiran.2", pesan: "Berkas ini tidak ditemukan" },
      { jalur: "alasan", pesan: "Alasan wajib diisi." },
    ]);
    expect(message).toBe(
      "Periksa isian: Akun 1: Nama wajib diisi. Lampiran 3: Berkas ini tidak ditemukan. Alasan wajib diisi.",
    );
  });
});
