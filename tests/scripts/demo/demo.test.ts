import { describe, expect, it } from "@jest/globals";
import { endJson, stepJson } from "../../../scripts/demo/json.js";
import { readOptions } from "../../../scripts/demo/options.js";
import type { Langkah, Status } from "../../../scripts/demo/status.js";
import { endText, stepText } from "../../../scripts/demo/text.js";
import { measure } from "../../../scripts/demo/throughput.js";

const langkah: Langkah = {
  nomor: 2,
  aktivitas: "Menerima Surat Permohonan <i>Reset Password</i>",
  pelaksana: "Kepala UKPBJ",
  output: "Disposisi Permohonan <i>Reset Password</i>",
  keadaan: "selesai",
  mulai: "2026-11-23T02:00:00.000Z",
  selesai: "2026-11-23T02:05:00.000Z",
  tenggat: "2026-11-24T02:00:00.000Z",
  oleh: [{ nama: "Hendra Gunawan" }],
};
const status: Status = {
  nomor: "RP-2026-0001",
  keadaan: "selesai",
  diajukan: "2026-11-23T02:00:00.000Z",
  selesai: "2026-11-23T03:00:00.000Z",
  langkah: [langkah],
  akun: [
    { nama: "Budi Santoso", nip: "198503152010011001", peran: "PPK", hasilUserId: "BUDI.SANTOSO", status: "berhasil" },
  ],
  nomorSurat: "B/1/LPSE/PL.02/11/2026",
  tanggalSuratPemberitahuan: "2026-11-23",
  drafSurat: null,
  suratDitandatangani: null,
  arsip: { id: "6f1c7f0e-3f0d-4d0c-9a39-0f5f5c0a8f11", nomorSurat: "B/1/LPSE/PL.02/11/2026", sha256: "a".repeat(64) },
};

describe("the demo's options", () => {
  it("are one request as text unless asked otherwise", () => {
    expect(readOptions([])).toEqual({ json: false, instances: 1, parallel: 1 });
    expect(readOptions(["--json", "--instances", "50", "--parallel=5"])).toEqual({
      json: true,
      instances: 50,
      parallel: 5,
    });
  });

  it.each([["--instances", "0"], ["--parallel", "x"], ["--instances", "1.5"], ["--apa"], ["lebih"]])(
    "say how to use them when they are wrong: %s %s",
    (...args) => {
      expect(() => readOptions(args)).toThrow("Usage: npm run demo --");
    },
  );
});

describe("what the demo prints", () => {
  it("is one step a line as JSON, with these fields and no others", () => {
    expect(Object.keys(JSON.parse(stepJson(langkah)))).toEqual([
      "nomor",
      "aktivitas",
      "pelaksana",
      "mulai",
      "selesai",
      "tenggat",
      "output",
    ]);
    expect(Object.keys(JSON.parse(endJson(status)))).toEqual(["permohonan", "akun", "surat", "arsip"]);
  });

  it("names actor, person, time in WIB and output of a step, without markup", () => {
    const text = stepText(langkah);
    expect(text).toContain(" 2. Menerima Surat Permohonan Reset Password\n");
    expect(text).toContain("Kepala UKPBJ (Hendra Gunawan)");
    expect(text).toContain("09:00:00 – 09:05:00 WIB, due 2026-11-24 09:00");
    expect(text).toContain("Output: Disposisi Permohonan Reset Password");
  });

  it("ends with the inbox's subjects and the archived letter's number and hash", () => {
    const inbox = [{ kepada: "budi.santoso@kemenperin.go.id", perihal: "Akun SPSE", diterima: "2026-11-23T02:30:00Z" }];
    const text = endText(status, inbox);
    expect(text).toContain("budi.santoso@kemenperin.go.id  Akun SPSE");
    expect(text).toContain("Archived letter  B/1/LPSE/PL.02/11/2026");
    expect(text).toContain("a".repeat(64));
  });

  it("measures throughput over many requests", () => {
    const finished = [1_000, 3_000, 2_000].map((tookMs) => ({ status, tookMs }));
    expect(measure(finished, 2, 3_000)).toEqual({
      permohonan: 3,
      paralel: 2,
      detik: 3,
      perMenit: 60,
      medianMs: 2_000,
      p95Ms: 3_000,
    });
  });
});
