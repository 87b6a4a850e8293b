import { describe, expect, test } from "@jest/globals";
import { periksaJawaban } from "../../../src/proses/periksa-jawaban.js";
import { contohAkun } from "../../support/contoh.js";

const akun = [contohAkun(1), contohAkun(2), contohAkun(3)];
const [a, b, c] = akun as [(typeof akun)[0], (typeof akun)[0], (typeof akun)[0]];
const coret = (x: typeof a) => ({ ...x, alasan: "pindah" });
const lengkap = (akunDisetujui: (typeof a)[], akunDicoret: ReturnType<typeof coret>[]) =>
  periksaJawaban("verifikasi-permohonan", { keputusanVerifikasi: "lengkap", akunDisetujui, akunDicoret }, { akun }).map(
    (g) => g.pesan,
  );

describe("a complete request", () => {
  test("has every account either approved or struck off, names and NIPs corrected or not", () => {
    expect(lengkap([a, { ...b, nama: "Budi Santoso", nip: "198001012005019999" }], [coret(c)])).toEqual([]);
  });

  test("names each account that nobody decided on", () => {
    expect(lengkap([a], [])).toEqual([
      "Akun Pejabat 2 belum diputuskan: di-reset atau dicoret.",
      "Akun Pejabat 3 belum diputuskan: di-reset atau dicoret.",
    ]);
  });

  test("takes no account that the letter does not name", () => {
    expect(lengkap([a, b, c, contohAkun(4)], [])).toEqual(["Ada akun yang tidak tercantum dalam permohonan."]);
  });

  test("takes no account twice, nor both ways", () => {
    const pesan = "Ada akun yang sekaligus disetujui dan dicoret, atau tercantum dua kali.";
    expect(lengkap([a, b, c], [coret(c)])).toEqual([pesan]);
    expect(lengkap([a, b, c, c], [])).toEqual([pesan, "NIP ini sudah tercantum pada akun lain."]);
  });

  test("holds no NIP twice after the corrections", () => {
    expect(lengkap([a, { ...b, nip: a.nip }, c], [])).toEqual(["NIP ini sudah tercantum pada akun lain."]);
  });
});

test("a corrected account is the account of the task", () => {
  const jawab = (id: string) =>
    periksaJawaban(
      "perbaiki-akun",
      { keputusanPerbaikan: "diperbaiki", akunDiproses: { ...a, id } },
      { akunDiproses: a },
    );
  expect(jawab(a.id)).toEqual([]);
  expect(jawab(b.id)).toEqual([{ jalur: "akunDiproses.id", pesan: "Akun yang diperbaiki bukan akun tugas ini." }]);
});
