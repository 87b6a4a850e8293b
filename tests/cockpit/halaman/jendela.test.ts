import { expect, test } from "@jest/globals";
import { gulirKe, jendela, TINGGI, tujuanTombol } from "../../../cockpit/halaman/jendela.js";

test("of 5,000 rows only those in sight and a few around them exist", () => {
  const { dari, sampai } = jendela(2000 * TINGGI, 700, 5000);
  expect([dari <= 2000, sampai >= 2000 + 700 / TINGGI, sampai - dari < 40]).toEqual([true, true, true]);
});

test("the window stays within the rows there are", () => {
  expect(jendela(0, 700, 3)).toEqual({ dari: 0, sampai: 3 });
  expect(jendela(5000 * TINGGI, 700, 3).dari).toBe(2);
  expect(jendela(0, 700, 0)).toEqual({ dari: 0, sampai: 0 });
});

test("a row out of sight is scrolled to the nearer edge, one in sight stays where it is", () => {
  const tinggi = 10 * TINGGI;
  expect(gulirKe(3, 5 * TINGGI, tinggi)).toBe(3 * TINGGI);
  expect(gulirKe(5, 5 * TINGGI, tinggi)).toBe(5 * TINGGI);
  expect(gulirKe(14, 5 * TINGGI, tinggi)).toBe(5 * TINGGI);
  expect(gulirKe(15, 5 * TINGGI, tinggi)).toBe(6 * TINGGI);
});

test("arrows move by one row, page keys by a screen less one row, Home and End to the ends; other keys nowhere", () => {
  const ke = (tombol: string) => tujuanTombol(tombol, 50, 200, 10 * TINGGI);
  expect(["ArrowDown", "ArrowUp", "PageDown", "PageUp", "Home", "End"].map(ke)).toEqual([51, 49, 59, 41, 0, 199]);
  expect(tujuanTombol("PageDown", 50, 200, 0)).toBe(51);
  expect(ke("Enter")).toBeUndefined();
});
