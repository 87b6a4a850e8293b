import { beforeAll, describe, expect, test } from "@jest/globals";
import { bacaDokumenSop, type DokumenSop } from "../../../src/sop/dokumen.js";
import { ganti } from "../../support/ganti.js";
import { DIAGRAM } from "./contoh.js";

describe("the SOP document in the diagram in force", () => {
  let d: DokumenSop;
  beforeAll(async () => {
    d = await bacaDokumenSop(DIAGRAM);
  });

  test("has eleven rows in the four actors' columns, none for detours", () => {
    expect(d.pelaksana).toEqual(["Satuan Kerja", "Kepala UKPBJ", "Kepala LPSE", "Tim Pengelola LPSE"]);
    expect(d.baris.map((b) => b.lajur)).toEqual([0, 1, 2, 3, 3, 3, 3, 2, 1, 3, 3]);
  });

  test("begins and ends with a capsule and shows steps that may send a letter back as decisions", () => {
    const simbol = d.baris.map((b) => b.simbol);
    expect(simbol.map((s, i) => (s === "kegiatan" ? "" : `${i + 1} ${s}`)).filter(Boolean)).toEqual([
      "1 mulai",
      "2 keputusan",
      "3 keputusan",
      "4 keputusan",
      "8 keputusan",
      "9 keputusan",
      "11 selesai",
    ]);
  });

  test("draws arrows along the sequence flows between numbered steps, into and out of the sub-process", () => {
    const panah = d.panah.map((p) => `${p.dari + 1}-${p.ke + 1} ${p.label}`.trim());
    expect(panah.sort()).toEqual(
      ["1-2", "2-3 ya", "2-1 tidak", "3-4 ya", "3-1 tidak", "4-5 ya", "4-1 tidak", "5-6", "6-7", "7-8"]
        .concat(["8-9 ya", "8-7 tidak", "9-10 ya", "9-8 tidak", "10-11"])
        .sort(),
    );
  });

  test("tells ways out that carry no number as notes", () => {
    const catatan = d.catatan.map((c) => `${c.nomor} ${c.teks}`);
    expect(catatan).toContain("2 Bila ditolak: “Beri tahu penolakan”, lalu selesai.");
    expect(catatan).toContain("5 Bila SPSE tidak tersedia: “Reset password manual”, lalu lanjut ke langkah 6 atau 7.");
    expect(catatan.some((c) => c.includes("hari") || c.includes("menit"))).toBe(false);
  });

  test("reads the identity block from the process's properties", () => {
    expect(d.identitas.nama).toBe("SOP Permohonan <i>Reset Password</i> Akun PPK dan Pejabat Pengadaan");
    expect(d.identitas.dasarHukum).toHaveLength(3);
    expect(d.identitas.nomor).toBe("[nomor belum ditetapkan]");
  });

  test("follows an activity that is moved to another lane", async () => {
    const ref = (id: string) => `<bpmn:flowNodeRef>${id}</bpmn:flowNodeRef>`;
    const pindah = ganti(
      ganti(DIAGRAM, ref("koreksi-draf"), ""),
      ref("tanda-tangan-surat"),
      ref("tanda-tangan-surat") + ref("koreksi-draf"),
    );
    expect((await bacaDokumenSop(pindah)).baris[7]?.pelaksana).toBe("Kepala UKPBJ");
  });
});
