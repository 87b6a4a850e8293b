import { expect, test } from "@jest/globals";
import { kolomTren } from "../../../cockpit/dasbor/tren.js";

test("the busiest day fills the height, the late part stands on the part in time, an idle day has no height", () => {
  const [sibuk, sepi] = kolomTren([
    { tanggal: "2026-11-20", selesai: 4, tepat: 3 },
    { tanggal: "2026-11-21", selesai: 0, tepat: 0 },
  ]);
  expect(sibuk).toMatchObject({ tepat: { y: 14, tinggi: 42 }, telat: { y: 0, tinggi: 14 } });
  expect([sepi?.tepat.tinggi, sepi?.telat.tinggi]).toEqual([0, 0]);
});

test("a month without anything done is drawn without a fault", () => {
  expect(kolomTren([{ tanggal: "2026-11-20", selesai: 0, tepat: 0 }])[0]?.tepat.y).toBe(56);
  expect(kolomTren([])).toEqual([]);
});
