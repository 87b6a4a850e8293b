import { describe, expect, test } from "@jest/globals";
import { alamatUnduh, kueri, TANPA_SARINGAN } from "../../../cockpit/api/sla.js";
import { saringanAwal } from "../../../cockpit/halaman/saringan.js";

describe("the conditions of the list", () => {
  test("come from the address, as the dashboard's tile links to them", () => {
    expect(saringanAwal("#/sla?status=lewat", '{"lajur":"kepala-lpse"}')).toEqual({
      ...TANPA_SARINGAN,
      status: "lewat",
    });
  });

  test("are those last used where the address names none; a broken note is none", () => {
    expect(saringanAwal("#/sla", '{"lajur":"kepala-lpse"}').lajur).toBe("kepala-lpse");
    expect(saringanAwal("#/sla", "{")).toEqual(TANPA_SARINGAN);
    expect(saringanAwal("#/sla", null)).toEqual(TANPA_SARINGAN);
  });

  test("go to the server without the empty ones, for the list and for the files alike", () => {
    const saringan = { ...TANPA_SARINGAN, cari: "biro & tim", status: "lewat" };
    expect(kueri(saringan, { halaman: "2" })).toBe("status=lewat&cari=biro+%26+tim&halaman=2");
    expect(alamatUnduh("xlsx", saringan)).toBe("/api/sla/langkah.xlsx?status=lewat&cari=biro+%26+tim");
    expect(alamatUnduh("csv", TANPA_SARINGAN)).toBe("/api/sla/langkah.csv");
  });
});
