import { expect, test } from "@jest/globals";
import { dapatDiperbesar, dapatDiperkecil, perbesar, pindah } from "../../../../src/web/pdf/keadaan.js";

const tampilan = { halaman: 1, jumlah: 3, zum: 1 };

test("turning pages stays within the document", () => {
  expect(pindah(tampilan, 1).halaman).toBe(2);
  expect(pindah(tampilan, -1).halaman).toBe(1);
  expect(pindah({ ...tampilan, halaman: 3 }, 1).halaman).toBe(3);
  expect(pindah({ ...tampilan, jumlah: 0 }, 1).halaman).toBe(1);
});

test("zoom goes step by step and stops at both ends", () => {
  expect(perbesar(tampilan, 1).zum).toBe(1.25);
  expect(perbesar(tampilan, -1).zum).toBe(0.75);
  expect(perbesar({ ...tampilan, zum: 3 }, 1).zum).toBe(3);
  expect(dapatDiperbesar({ ...tampilan, zum: 3 })).toBe(false);
  expect(dapatDiperkecil({ ...tampilan, zum: 0.5 })).toBe(false);
});
