/** Who gets what: every route and every reachable call to the engine, asked by every role (scripts/matriks/). */
import { beforeAll, expect, test } from "@jest/globals";
import { matriksMesin } from "../../scripts/matriks/mesin.js";
import { PERAN, type Peran, statusBagi } from "../../scripts/matriks/peran.js";
import { matriksRute } from "../../scripts/matriks/rute.js";
import { type Contoh, type Kirim, parPeran, permintaan, siapkanContoh } from "./setup/matriks.js";

const SEKALIGUS = 8;
const semua = [...matriksRute, ...matriksMesin];

let contoh: Contoh;
const beda = new Map<Peran, string[]>();

beforeAll(async () => {
  const [par, disiapkan] = await Promise.all([parPeran(), siapkanContoh()]);
  contoh = disiapkan;
  const antrean = semua.flatMap((baris) =>
    permintaan(baris, contoh.nilai).flatMap((satu) => PERAN.map((peran) => ({ baris, satu, peran }))),
  );
  // Signing out comes last: it ends the session that all other rows ask with.
  const keluar = antrean.filter(({ satu }) => satu.jalur.endsWith("/logout"));
  const lain = antrean.filter((a) => !keluar.includes(a));
  const kerjakan = async (daftar: typeof antrean) => {
    const sisa = daftar.values();
    await Promise.all(Array.from({ length: SEKALIGUS }, () => tanyakan(par, sisa)));
  };
  await kerjakan(lain);
  await contoh.bersihkan();
  await kerjakan(keluar);
});

type Tanya = { baris: (typeof semua)[number]; satu: ReturnType<typeof permintaan>[number]; peran: Peran };

async function tanyakan(par: Readonly<Record<Peran, Kirim>>, sisa: Iterable<Tanya>): Promise<void> {
  for (const { baris, satu, peran } of sisa) {
    const status = await par[peran](satu.method, satu.jalur, satu.badan);
    const harap = statusBagi(baris, peran);
    if (status === harap) continue;
    beda.set(peran, [
      ...(beda.get(peran) ?? []),
      `${satu.method} ${satu.jalur}: ${status}, not ${harap} (${baris.rute})`,
    ]);
  }
}

test.each(PERAN)("%s is answered as the matrix says", (peran) => {
  expect(beda.get(peran) ?? []).toEqual([]);
});
