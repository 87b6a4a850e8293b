import { describe, expect, test } from "@jest/globals";
import { muatKalender } from "../../../../src/calendar/load.js";
import { RingkasPermohonan } from "../../../../src/web/api/skema.js";
import { posisi, ruas } from "../../../../src/web/beranda/kemajuan.js";

const kalender = await muatKalender("bpmn/kalender");
const sekarang = new Date("2026-11-23T03:00:00Z");
const permohonan = (isi: Record<string, unknown>) =>
  RingkasPermohonan.parse({
    nomor: "RP-2026-0001",
    satker: { id: "satker-x", nama: "X" },
    nomorSuratPermohonan: "B/1",
    jumlahAkun: 2,
    keadaan: "berjalan",
    diajukan: "2026-11-23T01:00:00.000Z",
    menunggu: [],
    ...isi,
  });
const tunggu = (nomor: number | string | null, tenggat: string | null, lewatTenggat = false) => ({
  nomor,
  nama: `Langkah ${nomor}`,
  tenggat,
  lewatTenggat,
});
const ringkas = (isi: Record<string, unknown>) =>
  ruas(permohonan(isi))
    .map((r) => r[0])
    .join("");

describe("the eleven segments", () => {
  test("everything before the running step is done", () => {
    expect(ringkas({ menunggu: [tunggu(4, null)] })).toBe("sssk".padEnd(11, "b"));
  });

  test("accounts in different steps show as both under way, the late one as late", () => {
    expect(ringkas({ menunggu: [tunggu(6, null), tunggu("5", null, true)] })).toBe("sssstk".padEnd(11, "b"));
  });

  test("a finished request is done throughout, a withdrawn one not", () => {
    expect(ringkas({ keadaan: "selesai" })).toBe("s".repeat(11));
    expect(ringkas({ keadaan: "ditarik" })).toBe("b".repeat(11));
  });
});

describe("what a request waits for", () => {
  test("the most urgent thing is named, the others counted", () => {
    const menunggu = [tunggu(6, "2026-11-23T05:00:00.000Z"), tunggu(5, "2026-11-23T02:30:00.000Z", true)];
    expect(posisi(permohonan({ menunggu }), sekarang, kalender)).toEqual({
      teks: "Langkah 5: Langkah 5, dan 1 lainnya",
      tenggat: "23 Nov 2026, 09.30 (lewat 30 menit kerja)",
      telat: true,
    });
  });

  test("what is left is counted in working time: a night and a weekend take none", () => {
    const senin = "2026-11-23T02:00:00.000Z";
    const jumatSore = new Date("2026-11-20T09:00:00Z");
    const menunggu = [tunggu(2, senin)];
    expect(posisi(permohonan({ menunggu }), jumatSore, kalender).tenggat).toBe("23 Nov 2026, 09.00 (sisa 2 jam kerja)");
    expect(posisi(permohonan({ menunggu }), jumatSore, undefined).tenggat).toBe("23 Nov 2026, 09.00");
  });

  test("nothing to wait for: the state in words", () => {
    expect(posisi(permohonan({}), sekarang, kalender).teks).toBe("Sedang diproses");
    expect(posisi(permohonan({ keadaan: "ditolak" }), sekarang, kalender).teks).toBe("Ditolak");
  });
});
