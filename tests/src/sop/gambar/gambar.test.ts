import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { DokumenSop } from "../../../../src/sop/dokumen.js";
import { susunGambar } from "../../../../src/sop/gambar/index.js";
import { susunKolom } from "../../../../src/sop/gambar/kolom.js";
import type { BentukSimbol, HalamanGambar, Titik } from "../../../../src/sop/gambar/tipe.js";
import { sopBuatan } from "../contoh.js";

const gambar = (d: DokumenSop, tinggi = 15, ruang = 155) =>
  susunGambar(
    d,
    susunKolom(d.pelaksana.length),
    d.baris.map(() => tinggi),
    ruang,
  );

interface Ruas {
  readonly a: Titik;
  readonly b: Titik;
  readonly garis: number;
}
const ruas = (h: HalamanGambar): Ruas[] =>
  h.garis.flatMap(({ titik }, garis) =>
    titik.slice(1).flatMap((b, i) => {
      const a = titik[i];
      return a ? [{ a, b, garis }] : [];
    }),
  );
const dalam = (t: Titik, s: BentukSimbol) =>
  Math.abs(t.x - s.x) < s.w / 2 - 0.05 && Math.abs(t.y - s.y) < s.h / 2 - 0.05;
const bagian = ({ a, b }: Ruas): Titik[] =>
  Array.from({ length: 41 }, (_, i) => ({ x: a.x + ((b.x - a.x) * i) / 40, y: a.y + ((b.y - a.y) * i) / 40 }));
/** Whether two pieces lie on one another for more than a point. */
function menindih(p: Ruas, q: Ruas): boolean {
  const tegak = (r: Ruas) => Math.abs(r.a.x - r.b.x) < 0.01;
  if (tegak(p) !== tegak(q)) return false;
  const [k, l] = tegak(p) ? (["x", "y"] as const) : (["y", "x"] as const);
  if (Math.abs(p.a[k] - q.a[k]) > 0.01) return false;
  const awal = Math.max(Math.min(p.a[l], p.b[l]), Math.min(q.a[l], q.b[l]));
  return Math.min(Math.max(p.a[l], p.b[l]), Math.max(q.a[l], q.b[l])) - awal > 0.05;
}

function periksaHalaman(d: DokumenSop, h: HalamanGambar): void {
  const k = susunKolom(d.pelaksana.length);
  const kanan = k.lajurX + k.lajur.reduce((a, b) => a + b, 0);
  const semua = ruas(h);
  for (const r of semua) {
    expect(Math.min(Math.abs(r.a.x - r.b.x), Math.abs(r.a.y - r.b.y))).toBeLessThan(0.01);
    for (const t of bagian(r)) {
      // Words stand outside the actors' columns: an arrow never leaves them.
      expect(t.x > k.lajurX && t.x < kanan && t.y >= 0 && t.y <= h.tinggi).toBe(true);
      expect(h.simbol.filter((s) => dalam(t, s))).toEqual([]);
    }
  }
  for (const [i, p] of semua.entries())
    for (const q of semua.slice(i + 1)) if (p.garis !== q.garis) expect(menindih(p, q)).toBe(false);
}

describe("the flow chart's drawing", () => {
  test("gives every arrow of the rows on one page a line", () => {
    const d = sopBuatan(
      [0, 1, 2, 3, 3, 3, 2, 1, 3],
      [
        [1, 0],
        [2, 0],
        [3, 0],
        [6, 5],
        [7, 6],
      ],
    );
    const [h, ...lain] = gambar(d);
    expect(lain).toEqual([]);
    expect(h?.garis).toHaveLength(d.panah.length);
    expect(h?.garis.flatMap((g) => g.label?.teks ?? []).sort()).toEqual([
      ...Array(5).fill("tidak"),
      ...Array(5).fill("ya"),
    ]);
  });

  test("never splits a row and joins pages by connectors with the same letter", () => {
    const d = sopBuatan(
      Array.from({ length: 24 }, (_, i) => (i * 7) % 4),
      [
        [14, 2],
        [20, 19],
      ],
    );
    const halaman = gambar(d);
    expect(halaman.length).toBeGreaterThan(2);
    expect(halaman.flatMap((h) => h.baris.map((b) => b.baris))).toEqual(d.baris.map((_, i) => i));
    for (const h of halaman) expect(h.tinggi).toBeLessThanOrEqual(155);
    const huruf = halaman.map((h) => h.simbol.flatMap((s) => s.huruf ?? []));
    for (const satu of new Set(huruf.flat())) expect(huruf.filter((h) => h.includes(satu)).length).toBeGreaterThan(1);
  });

  test("fills pages evenly instead of leaving a single row on the last", () => {
    const halaman = gambar(sopBuatan(Array.from({ length: 11 }, () => 0)));
    expect(halaman.map((h) => h.baris.length)).toEqual([6, 5]);
  });

  test("leaves a row without an actor without a symbol", () => {
    const [h] = gambar(sopBuatan([0, undefined, 0]));
    expect(h?.simbol).toHaveLength(2);
  });

  test("keeps arrows in the actors' columns, off symbols and off one another, whatever the flow", () => {
    const sop = fc.integer({ min: 1, max: 9 }).chain((pelaksana) =>
      fc.integer({ min: 2, max: 14 }).chain((banyak) => {
        const baris = fc.nat({ max: banyak - 1 });
        return fc.record({
          lajur: fc.array(fc.nat({ max: pelaksana - 1 }), { minLength: banyak, maxLength: banyak }),
          kembali: fc.uniqueArray(fc.tuple(baris, baris), { maxLength: 6, selector: ([dari]) => dari }),
        });
      }),
    );
    fc.assert(
      fc.property(sop, ({ lajur, kembali }) => {
        const lompat = kembali.filter(([dari, ke]) => ke !== dari && ke !== dari + 1 && dari < lajur.length - 1);
        const d = sopBuatan(lajur, lompat);
        for (const h of gambar(d)) periksaHalaman(d, h);
      }),
      { numRuns: 60 },
    );
  });
});
