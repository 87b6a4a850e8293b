import { expect, test } from "@jest/globals";
import { A_YEAR, letter } from "../../../bench/archive/sample.js";
import { CatatanArsip } from "../../../src/arsip/catatan.js";

test("ten years of letters have numbers of their own and dates that exist, in the order in which they were written", () => {
  const rest = {
    urut: 1,
    id: crypto.randomUUID(),
    sha256: "0".repeat(64),
    ukuran: 1,
    diarsipkan: "2026-01-01T00:00:00Z",
  };
  const numbers = new Set<string>();
  let before = "";
  for (let at = 0; at < 10 * A_YEAR; at += 7) {
    const one = letter(at);
    CatatanArsip.parse({ ...one, ...rest });
    numbers.add(one.nomorSurat ?? "");
    expect(one.tanggalSurat >= before).toBe(true);
    before = one.tanggalSurat;
  }
  expect(numbers.size).toBe(Math.ceil((10 * A_YEAR) / 7));
});
