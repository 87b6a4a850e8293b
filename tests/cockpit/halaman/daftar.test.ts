import { expect, test } from "@jest/globals";
import { jendela, TINGGI } from "../../../cockpit/halaman/daftar.js";

test("of 5,000 rows only those in sight and a few around them exist", () => {
  const { dari, sampai } = jendela(2000 * TINGGI, 700, 5000);
  expect([dari <= 2000, sampai >= 2000 + 700 / TINGGI, sampai - dari < 40]).toEqual([true, true, true]);
});

test("the window stays within the rows there are", () => {
  expect(jendela(0, 700, 3)).toEqual({ dari: 0, sampai: 3 });
  expect(jendela(5000 * TINGGI, 700, 3).dari).toBe(2);
  expect(jendela(0, 700, 0)).toEqual({ dari: 0, sampai: 0 });
});
