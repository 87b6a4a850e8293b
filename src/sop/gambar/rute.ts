/** Routes all arrows of a page; where they would cross, other orders are tried and the best drawing is kept. */
import { cariJalur, type Lapangan, type Permintaan, type Temuan } from "./jalur.js";
import { buatPemakaian } from "./pemakaian.js";

interface Percobaan {
  readonly rute: readonly (Temuan | undefined)[];
  readonly biaya: number;
  /** Indices of requests that crossed another arrow or found no way. */
  readonly bermasalah: readonly number[];
}

const TANPA_JALAN = 5_000;
const PERCOBAAN = 14;

function coba(lapangan: Lapangan, minta: readonly Permintaan[], urutan: readonly number[]): Percobaan {
  const pakai = buatPemakaian(lapangan.kisi.x.length);
  const rute: (Temuan | undefined)[] = minta.map(() => undefined);
  const bermasalah: number[] = [];
  let biaya = 0;
  for (const i of urutan) {
    const m = minta[i];
    const temuan = m && cariJalur(lapangan, pakai, m);
    rute[i] = temuan;
    biaya += temuan ? temuan.biaya : TANPA_JALAN;
    if (temuan) pakai.catat(temuan);
    if (!temuan || temuan.silang > 0) bermasalah.push(i);
  }
  return { rute, biaya, bermasalah };
}

/** One route per request (undefined where the page has no room for it) and the order in which they were laid. */
export function ruteHalaman(
  lapangan: Lapangan,
  minta: readonly Permintaan[],
): { rute: readonly (Temuan | undefined)[]; urutan: readonly number[] } {
  let urutan = minta.map((_, i) => i);
  let terbaik = { hasil: coba(lapangan, minta, urutan), urutan };
  const dicoba = new Set([urutan.join()]);
  const giliran = [...terbaik.hasil.bermasalah];
  for (let n = 0; n < PERCOBAAN && terbaik.hasil.bermasalah.length > 0; n += 1) {
    const maju = giliran.shift();
    if (maju === undefined) break;
    urutan = [maju, ...terbaik.urutan.filter((i) => i !== maju)];
    if (dicoba.has(urutan.join())) continue;
    dicoba.add(urutan.join());
    const hasil = coba(lapangan, minta, urutan);
    giliran.push(...hasil.bermasalah);
    if (hasil.biaya < terbaik.hasil.biaya) terbaik = { hasil, urutan };
  }
  return { rute: terbaik.hasil.rute, urutan: terbaik.urutan };
}
