import { expect, test } from "@jest/globals";
import { diagram, ekstensi, temuan } from "../kit.js";

const baris = (...nomor: string[]) =>
  temuan(
    "nomor-berurutan",
    diagram(
      nomor.map((n, i) => `<bpmn:task id="t${i}">${ekstensi(`<sop:langkah nomor="${n}" />`)}</bpmn:task>`).join(""),
    ),
  );

test("rows may be drawn in any order", async () => {
  expect(await baris("2", "1", "3")).toEqual([]);
});

test("a gap, also before the first row, is reported at the row after it", async () => {
  expect(await baris("1", "3")).toEqual([["t1", "Nomor SOP melompat dari 1 ke 3."]]);
  expect(await baris("2")).toEqual([["t0", "Nomor SOP melompat dari 0 ke 2."]]);
});

test("a number used twice is reported once", async () => {
  expect(await baris("1", "1")).toEqual([["t1", "Nomor 1 dipakai lebih dari satu baris SOP."]]);
});

test("5a, 0 and nothing are no numbers", async () => {
  expect((await baris("1", "5a", "0", "")).map(([id]) => id)).toEqual(["t1", "t2", "t3"]);
});
