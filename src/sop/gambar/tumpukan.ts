/** A binary heap of numbers ordered by a cost, for the search of ways. */
export interface Tumpukan {
  tambah(nilai: number, biaya: number): void;
  /** The value of least cost, or undefined where the heap is empty. */
  ambil(): number | undefined;
}

/** A heap that holds nothing yet. */
export function buatTumpukan(): Tumpukan {
  const nilai: number[] = [];
  const biaya: number[] = [];
  const b = (i: number): number => biaya[i] ?? Number.POSITIVE_INFINITY;
  const tukar = (i: number, j: number): void => {
    [nilai[i], nilai[j]] = [nilai[j] ?? 0, nilai[i] ?? 0];
    [biaya[i], biaya[j]] = [b(j), b(i)];
  };
  return {
    tambah(n, berapa) {
      nilai.push(n);
      biaya.push(berapa);
      for (let i = nilai.length - 1; i > 0; ) {
        const induk = (i - 1) >> 1;
        if (b(induk) <= b(i)) return;
        tukar(i, induk);
        i = induk;
      }
    },
    ambil() {
      const puncak = nilai[0];
      const akhir = nilai.pop();
      const akhirBiaya = biaya.pop();
      if (nilai.length === 0 || akhir === undefined || akhirBiaya === undefined) return puncak;
      nilai[0] = akhir;
      biaya[0] = akhirBiaya;
      for (let i = 0; ; ) {
        const kiri = 2 * i + 1;
        const kecil = b(kiri + 1) < b(kiri) ? kiri + 1 : kiri;
        if (b(kecil) >= b(i)) return puncak;
        tukar(i, kecil);
        i = kecil;
      }
    },
  };
}
