// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the expressions are the engine's, not JavaScript's
import { describe, expect, test } from "@jest/globals";
import { gabung, pilihNilai } from "../../../../src/modeler/uji/syarat.js";

describe("values that make a condition hold or fail", () => {
  test.each([
    ["${a == 'x'}", { a: "x" }, { a: "bukan-x" }],
    ["${'x' eq a}", { a: "x" }, { a: "bukan-x" }],
    ["${a != 'x'}", { a: "bukan-x" }, { a: "x" }],
    ["${n > 3}", { n: 4 }, { n: 3 }],
    ["${3 <= n}", { n: 3 }, { n: 2 }],
    ["${siap}", { siap: true }, { siap: false }],
    ["${!siap}", { siap: false }, { siap: true }],
    ["${empty a}", { a: null }, { a: "isi" }],
    ["${a == 'x' && b == true}", { a: "x", b: true }, { a: "bukan-x" }],
    ["${a == 'x' or b == 'y'}", { a: "x" }, { a: "bukan-x", b: "bukan-y" }],
    ["#{(a == 'x' || b) and not c}", { a: "x", c: false }, { a: "bukan-x", b: false }],
  ])("%s", (ungkapan, benar, salah) => {
    expect(pilihNilai(ungkapan, true)).toEqual(benar);
    expect(pilihNilai(ungkapan, false)).toEqual(salah);
  });

  test.each(["${akun.size() > 1}", "${a == b}", "a == 'x'", "${a == }", "${a = 'x'}", "${a == 'x' && }"])(
    "%s says more than can be chosen for",
    (ungkapan) => expect(pilihNilai(ungkapan, true)).toBeUndefined(),
  );
});

test("choices contradict each other, or agree on a value that is none of those named", () => {
  expect(gabung([{ a: "x" }, { a: "y" }])).toBeUndefined();
  expect(gabung([{ a: "x" }, undefined])).toBeUndefined();
  expect(gabung([{ a: "bukan-x" }, { a: "bukan-y" }])).toEqual({ a: "bukan-bukan-x-bukan-y" });
  expect(gabung([{ a: "x" }, { b: 1 }])).toEqual({ a: "x", b: 1 });
});
