/** The calendar in the engine's GraalJS gives what it gives in Node.js: the bean `sla`, on the built bundle. */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { probe } from "../../bench/calendar/probe.js";
import { findJava } from "../../scripts/setup/java.mjs";
import { saatPengingat, siklus } from "../../src/calendar/escalation.js";
import { muatKalender } from "../../src/calendar/load.js";
import { tambahWaktuKerja } from "../../src/calendar/working-time.js";

const FOLDER = "bpmn/kalender";
const kalender = await muatKalender(FOLDER);
const java: string = (await findJava()).executable;
const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

/** A copy of the calendar files that a test may change. */
function copy(): string {
  const folder = mkdtempSync(join(tmpdir(), "uji-kalender-"));
  folders.push(folder);
  cpSync(FOLDER, folder, { recursive: true });
  return folder;
}

const DARI = Date.parse("2026-01-01T00:00:00+07:00");
const SAMPAI = Date.parse("2027-11-01T00:00:00+07:00");
const DURASI = ["P1D", "P3D", "PT10M", "PT30M", "PT60M", "PT8H", "P1DT2H"];
const acak = (kurang: number) => Math.floor(Math.random() * kurang);
const saatAcak = () => DARI + acak(SAMPAI - DARI);

/** One line for the engine and what Node.js makes of the same question. */
function pertanyaan(i: number): { baris: string; node: string } {
  const durasi = DURASI[i % DURASI.length] ?? "P1D";
  const dari = saatAcak();
  const tenggat = tambahWaktuKerja(dari, durasi, kalender);
  const pengingat = saatPengingat(dari, tenggat, kalender);
  if (i % 4 === 1) return { baris: `pengingat ${durasi} ${dari}`, node: String(pengingat) };
  if (i % 4 > 1) return { baris: `tenggat ${durasi} ${dari}`, node: String(tenggat) };
  const kini = dari + acak(10 * 86_400_000);
  const node = siklus({ pengingat, tenggat }, kini, kalender);
  return { baris: `siklus ${pengingat} ${tenggat} ${kini}`, node };
}

describe("the calendar in the engine", () => {
  const semua = Array.from({ length: 10_000 }, (_, i) => pertanyaan(i));
  const TAHUN_DEPAN = `tenggat P1D ${Date.parse("2027-12-31T15:00:00+07:00")}`;
  let answers: readonly string[];

  beforeAll(async () => {
    const lines = [...semua.map(({ baris }) => baris), TAHUN_DEPAN];
    answers = (await probe(java, lines)).answers;
  }, 60_000);

  test("agrees with Node.js on 10,000 random instants", () => {
    expect(answers).toHaveLength(semua.length + 1);
    const berbeda = semua.flatMap(({ baris, node }, i) => (answers[i] === node ? [] : [[baris, node, answers[i]]]));
    expect(berbeda).toEqual([]);
  });

  test("fails into a year that is not loaded with a sentence that an administrator can act on", () => {
    expect(answers.at(-1)).toMatch(
      /^! sla\.tenggat: .*Kalender kerja tahun 2028 belum dimuat.*bpmn\/kalender\/2028\.json/,
    );
  });

  test("takes files that were replaced, without a build", async () => {
    const folder = copy();
    const isi = { tahun: 2028, dasar: ["contoh"], liburNasional: [{ tanggal: "2028-01-03", nama: "Contoh" }] };
    writeFileSync(join(folder, "2028.json"), JSON.stringify({ ...isi, cutiBersama: [], ramadan: [] }));
    const dari = Date.parse("2027-12-31T15:00:00+07:00");
    const { answers } = await probe(java, [`tenggat P1D ${dari}`], folder);
    expect(answers).toEqual([String(Date.parse("2028-01-04T15:00:00+07:00"))]);
    expect(tambahWaktuKerja(dari, "P1D", await muatKalender(folder))).toBe(Number(answers[0]));
  }, 60_000);

  test("does not open with files that cannot be used, and says which", async () => {
    const folder = copy();
    writeFileSync(join(folder, "2028.json"), "{ bukan JSON");
    const { start, answers } = await probe(java, [], folder);
    expect(start).toBeUndefined();
    expect(answers[0]).toContain(folder);
  }, 60_000);
});
