import { readdirSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { expect, test } from "@jest/globals";

const web = "dist/web";
const kode = (nama: string): string => readFileSync(`${web}/assets/${nama}`, "utf8");
const statis = (isi: string): string[] =>
  [...isi.matchAll(/(?:\bfrom|\bimport)\s*"\.\/([^"]+\.js)"/g)].map((m) => m[1] ?? "");

/** A chunk and everything it loads before it can run. */
function muatan(awal: readonly string[]): string[] {
  const dapat = new Set<string>();
  const antre = [...awal];
  for (let nama = antre.pop(); nama; nama = antre.pop()) {
    if (dapat.has(nama)) continue;
    dapat.add(nama);
    antre.push(...statis(kode(nama)));
  }
  return [...dapat];
}
const kB = (nama: readonly string[]): number => nama.reduce((n, x) => n + gzipSync(kode(x)).length, 0) / 1000;
const potongan = (awalan: string): string => {
  const ada = readdirSync(`${web}/assets`).find((f) => f.startsWith(`${awalan}-`) && f.endsWith(".js"));
  if (!ada) throw new Error(`the build has no chunk ${awalan}`);
  return ada;
};
const masuk = (): string[] =>
  [...readFileSync(`${web}/modeler/index.html`, "utf8").matchAll(/(?:src|href)="\/assets\/([^"]+\.js)"/g)].map(
    (m) => m[1] ?? "",
  );

test("the first view of the modeler, the diagram in force, takes less than 600 kB of JavaScript gzipped", () => {
  const pertama = muatan([...masuk(), potongan("baca")]);
  expect(pertama).not.toContain(potongan("sunting"));
  expect(kB(pertama)).toBeLessThan(600);
});

test("so does the editor with everything in it: panel, lint, templates, colours, minimap", () => {
  const penyunting = muatan([...masuk(), potongan("sunting")]);
  expect(kB(penyunting)).toBeGreaterThan(200);
  expect(kB(penyunting)).toBeLessThan(600);
  for (const lain of ["simulasi", "jspdf.es.min"]) expect(penyunting).not.toContain(potongan(lain));
});
