import { expect, test } from "@jest/globals";
import { nipKelompok, potongMiring, ukuranKata, uuidBaru } from "../../../src/web/teks.js";

test("SOP text is cut into plain and italic pieces", () => {
  expect(potongMiring("Surat <i>Reset Password</i> Akun")).toEqual([
    { teks: "Surat ", miring: false },
    { teks: "Reset Password", miring: true },
    { teks: " Akun", miring: false },
  ]);
});

test("no other markup is taken for markup", () => {
  expect(potongMiring("<b>a</b><img src=x>")).toEqual([{ teks: "<b>a</b><img src=x>", miring: false }]);
});

test.each([
  [512, "512 byte"],
  [10_240, "10 KB"],
  [1_536_000, "1,5 MB"],
  [10_485_760, "10 MB"],
])("%d bytes are %s", (byte, kata) => {
  expect(ukuranKata(byte)).toBe(kata);
});

test("a NIP is shown in its groups, anything else unchanged", () => {
  expect(nipKelompok("198503152010121001")).toBe("19850315 201012 1 001");
  expect(nipKelompok("123")).toBe("123");
});

test("a new id is a version 4 UUID", () => {
  const semuaSatu = (larik: Uint8Array) => larik.fill(0xff);
  expect(uuidBaru(semuaSatu)).toBe("ffffffff-ffff-4fff-bfff-ffffffffffff");
  expect(uuidBaru()).not.toBe(uuidBaru());
});
