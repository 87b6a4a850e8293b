import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "@jest/globals";
import { jalanKeluar, type Kejadian, SISTEM, tahapan } from "../../../src/proses/tahap.js";
import { type LangkahSop, readSop } from "../../../src/sop/diagram.js";

const DIAGRAM = readFileSync("bpmn/reset-password-spse.bpmn", "utf8");
const KINI = 1_000;

let langkah: readonly LangkahSop[];
beforeAll(async () => {
  ({ langkah } = await readSop(DIAGRAM));
});

const kejadian = (
  aktivitas: string,
  mulai: number,
  selesai: number | null,
  ubah: Partial<Kejadian> = {},
): Kejadian => ({
  aktivitas,
  mulai,
  selesai,
  batal: false,
  tenggat: null,
  oleh: "dewi",
  ...ubah,
});

const keadaan = (...semua: Kejadian[]) =>
  tahapan(langkah, semua, KINI)
    .map((t) => `${t.nomor}:${t.keadaan}`)
    .join(" ");
const satu = (nomor: number, ...semua: Kejadian[]) => tahapan(langkah, semua, KINI).find((t) => t.nomor === nomor);

describe("the eleven steps", () => {
  test("are the diagram's rows in order, all still to come at first", () => {
    const semua = tahapan(langkah, [], KINI);
    expect(semua.map((t) => t.nomor)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect(semua.every((t) => t.keadaan === "belum" && t.kali === 0)).toBe(true);
    expect(semua[1]).toMatchObject({ id: "disposisi-permohonan", pelaksana: "Kepala UKPBJ", waktu: "1 hari" });
  });

  test("tell begin, end, time limit, actor and whether it was late", () => {
    expect(satu(1, kejadian("kirim-permohonan", 100, 300, { tenggat: 200 }))).toMatchObject({
      keadaan: "selesai",
      mulai: "1970-01-01T00:00:00.100Z",
      selesai: "1970-01-01T00:00:00.300Z",
      tenggat: "1970-01-01T00:00:00.200Z",
      terlambat: true,
      oleh: ["dewi"],
      kali: 1,
    });
  });

  test("run until their time limit, and are overdue from then on", () => {
    expect(satu(1, kejadian("kirim-permohonan", 100, null, { tenggat: KINI }))?.keadaan).toBe("berjalan");
    expect(satu(1, kejadian("kirim-permohonan", 100, null, { tenggat: KINI - 1 }))).toMatchObject({
      keadaan: "lewat",
      terlambat: true,
    });
  });

  test("are to be done again after a return", () => {
    const dikembalikan = keadaan(
      kejadian("kirim-permohonan", 1, 2),
      kejadian("disposisi-permohonan", 2, 3),
      kejadian("kirim-permohonan", 3, null),
    );
    expect(dikembalikan).toMatch(/^1:berjalan 2:belum 3:belum/);
  });

  test("are still to be done where a withdrawal ended them", () => {
    const dikirim = kejadian("kirim-permohonan", 1, 2);
    expect(keadaan(dikirim, kejadian("disposisi-permohonan", 2, 3, { batal: true }))).toMatch(/^1:selesai 2:belum/);
  });

  test("of single accounts run side by side: a repeated reset of one does not undo another's delivery", () => {
    const dua = keadaan(
      kejadian("spse-reset-password", 10, 20),
      kejadian("spse-reset-password", 10, 20, { batal: true }),
      kejadian("epesan-kirim-kredensial", 20, 30),
      kejadian("spse-reset-password", 40, null),
    );
    expect(dua).toMatch(/5:berjalan 6:selesai 7:belum/);
  });

  test("are passed over where later ones began without them", () => {
    const gagal = keadaan(kejadian("reset-manual", 20, 30), kejadian("surat-susun-draf", 30, null));
    expect(gagal).toMatch(/5:selesai 6:dilewati 7:berjalan 8:belum/);
  });

  test("are not done while somebody still helps out by hand, who is named as the actor", () => {
    const manual = [
      kejadian("spse-reset-password", 10, 20, { batal: true, oleh: SISTEM }),
      kejadian("reset-manual", 20, null, { oleh: "andi" }),
    ];
    expect(satu(5, ...manual)).toMatchObject({ keadaan: "berjalan", oleh: ["andi"], kali: 2 });
  });

  test("know every way out by an activity of the diagram", () => {
    for (const id of Object.entries(jalanKeluar).flat()) expect(DIAGRAM).toContain(`id="${id}"`);
  });
});
