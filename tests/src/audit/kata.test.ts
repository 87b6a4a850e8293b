import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { kataRincian, kataTindakan } from "../../../src/audit/kata.js";

/** Every `tindakan` that stands in the sources as text. */
const tertulis = ["src", "workers"].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((nama) => nama.endsWith(".ts"))
    .flatMap((nama) => [...readFileSync(join(folder, nama), "utf8").matchAll(/tindakan: "([^"]+)"/g)])
    .map(([, tindakan = ""]) => tindakan),
);

test("everything that is recorded has words of its own or its group's", () => {
  expect(tertulis).toContain("kredensial.lihat");
  expect(tertulis.filter((tindakan) => kataTindakan(tindakan) === tindakan)).toEqual([]);
  expect(kataTindakan("modeler.terapkan")).toBe("Perubahan diagram (modeler.terapkan)");
  expect(kataTindakan("masuk.ditolak")).toBe("Ditolak masuk: aplikasi bukan untuk akun ini");
  expect(kataTindakan("tak.dikenal")).toBe("tak.dikenal");
});

test("details are one line", () => {
  expect(kataRincian({ status: 204, alamat: "10.0.0.7" })).toBe("status: 204 · alamat: 10.0.0.7");
  expect(kataRincian(null)).toBe("");
});
