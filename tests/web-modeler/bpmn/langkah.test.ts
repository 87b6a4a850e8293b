import { expect, test } from "@jest/globals";
import { dariTampilan, keTampilan } from "../../../web-modeler/src/bpmn/sop/langkah.js";
import { susunWaktu, uraiWaktu } from "../../../web-modeler/src/bpmn/sop/satuan.js";

test("italics of the SOP are stars for the person who writes", () => {
  const sop = "Menerima <i>draft</i> dan <i>User ID</i>";
  expect(keTampilan(sop)).toBe("Menerima *draft* dan *User ID*");
  expect(dariTampilan(keTampilan(sop))).toBe(sop);
  expect(dariTampilan("5 * 3")).toBe("5 * 3");
});

test("Waktu is a number and a unit; nothing, zero and words are no Waktu", () => {
  expect(uraiWaktu("30 menit")).toEqual({ jumlah: "30", satuan: "menit" });
  expect(uraiWaktu("1 hari 2 jam")).toBeUndefined();
  expect(susunWaktu("45", "menit")).toBe("45 menit");
  for (const jumlah of ["", "0", "-1", "abc", "1e9"])
    expect(susunWaktu(jumlah, "hari")).toBe(jumlah === "1e9" ? "1 hari" : "");
});
