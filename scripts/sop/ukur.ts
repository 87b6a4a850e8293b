/** `npm run bench:sop`: how long an SOP takes to print, on the diagram in force and on an SOP of 24 rows. */
import { readFileSync } from "node:fs";
import { bacaDokumen } from "../../src/sop/dokumen.js";
import { createPencetakSop } from "../../src/sop/ekspor/index.js";
import { imporSop } from "../../src/sop/impor/index.js";
import { fromRoot } from "../system/addresses.js";

const KALI = 30;
/** The goal for one PDF in ms. */
const TUJUAN_MS = 300;

const persentil = (angka: readonly number[], p: number): number =>
  [...angka].sort((a, b) => a - b)[Math.min(angka.length - 1, Math.floor(angka.length * p))] ?? Number.NaN;

/** Prints one line per SOP; resolves with 1 where the median misses the goal. */
export async function main(): Promise<number> {
  const pencetak = createPencetakSop({ dir: fromRoot("surat") });
  const diagram = readFileSync(fromRoot("bpmn/reset-password-spse.bpmn"), "utf8");
  const panjang = imporSop(readFileSync(fromRoot("tests/fixtures/sop/pengadaan-langsung.txt"))).xml;
  let gagal = false;
  for (const [nama, xml] of [
    ["reset-password-spse, 11 rows", diagram],
    ["pengadaan-langsung, 24 rows", panjang],
  ] as const) {
    const lama: number[] = [];
    let byte = 0;
    for (let i = 0; i < KALI; i += 1) {
      const mulai = performance.now();
      byte = pencetak.pdf(await bacaDokumen(xml)).length;
      lama.push(performance.now() - mulai);
    }
    const [pertama = Number.NaN, ...lain] = lama;
    const tengah = persentil(lain, 0.5);
    gagal ||= tengah > TUJUAN_MS;
    const angka = { first: pertama, median: tengah, p95: persentil(lain, 0.95) };
    const teks = Object.entries(angka).map(([k, ms]) => `${k} ${Math.round(ms)} ms`);
    console.log(
      `${nama}: ${teks.join(", ")} (${Math.round(byte / 1024)} KiB, ${KALI} times; goal: median <= ${TUJUAN_MS} ms)`,
    );
  }
  return gagal ? 1 : 0;
}
