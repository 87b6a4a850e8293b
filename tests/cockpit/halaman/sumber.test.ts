import { describe, expect, jest, test } from "@jest/globals";
import { type Saringan, TANPA_SARINGAN } from "../../../cockpit/api/sla.js";
import { createSumber, halamanUntuk } from "../../../cockpit/halaman/sumber.js";
import { halaman } from "../contoh.js";

const tenang = () => new Promise((selesai) => setImmediate(selesai));

function sumberUji(total = 5000) {
  const diminta: number[] = [];
  let gagal: Error | undefined;
  const ambil = async (_: unknown, nomor: number) => {
    diminta.push(nomor);
    if (gagal) throw gagal;
    return halaman(nomor, total);
  };
  const ubah = jest.fn();
  const sumber = createSumber(ambil, ubah);
  return { sumber, diminta, ubah, gagalkan: (galat: Error | undefined) => (gagal = galat) };
}

describe("the source of open steps", () => {
  test("knows which pages a window of rows needs", () => {
    expect(halamanUntuk(0, 30)).toEqual([1]);
    expect(halamanUntuk(90, 110)).toEqual([1, 2]);
    expect(halamanUntuk(100, 200)).toEqual([2]);
  });

  test("fetches only the pages that are looked at, and each once", async () => {
    const { sumber, diminta } = sumberUji();
    sumber.lihat(0, 1);
    sumber.lihat(0, 20);
    await tenang();
    sumber.lihat(4210, 4240);
    await tenang();
    expect(diminta).toEqual([1, 43]);
    expect([sumber.baris(4210)?.id, sumber.baris(0), sumber.keadaan().total]).toEqual([
      "langkah-4210",
      undefined,
      5000,
    ]);
    expect(sumber.indeks("langkah-4210")).toBe(4210);
  });

  test("a refresh renews what is looked at and nothing else", async () => {
    const { sumber, diminta } = sumberUji();
    sumber.lihat(150, 210);
    await tenang();
    await sumber.segarkan();
    expect(diminta).toEqual([2, 3, 2, 3]);
  });

  test("a failed refresh keeps the rows and says so, until one succeeds", async () => {
    const { sumber, gagalkan } = sumberUji();
    sumber.lihat(0, 20);
    await tenang();
    gagalkan(new Error("away"));
    await sumber.segarkan();
    expect([sumber.keadaan().galat, sumber.baris(3)?.id]).toEqual([new Error("away"), "langkah-3"]);
    gagalkan(undefined);
    await sumber.segarkan();
    expect(sumber.keadaan().galat).toBeUndefined();
  });

  test("other conditions forget what is known, and a late reply to the old ones is not taken", async () => {
    let lanjut = () => {};
    const lambat = new Promise<void>((selesai) => {
      lanjut = selesai;
    });
    const ambil = async ({ status }: Saringan, nomor: number) => {
      if (status === "") await lambat;
      return halaman(nomor, status === "" ? 5000 : 7);
    };
    const sumber = createSumber(ambil, () => {});
    sumber.lihat(0, 20);
    sumber.saring({ ...TANPA_SARINGAN, status: "lewat" });
    expect(sumber.keadaan()).toMatchObject({ total: undefined, saringan: { status: "lewat" } });
    await tenang();
    lanjut();
    await tenang();
    expect(sumber.keadaan().total).toBe(7);
  });
});
