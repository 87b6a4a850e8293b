/** A value that is costly to get, shared by everybody who asks within a short time. */

/** How long a value is served, in milliseconds. */
export interface UmurSimpanan {
  /** Younger than this: served as it is. */
  readonly segar: number;
  /** Younger than this: served as it is, while the next one is already being fetched. */
  readonly basi: number;
}

interface Simpanan<T> {
  /** The value, at most `basi` ms old; callers at the same time share one fetch. Rejects as the fetch does. */
  ambil(): Promise<T>;
  /** Whoever asks from now on gets a value fetched after this call. */
  lupakan(): void;
}

/** Makes the holder; a failed fetch is not kept, and in the background it is told to `gagal` only. */
export function createSimpanan<T>(
  muat: () => Promise<T>,
  umur: UmurSimpanan,
  kini: () => number,
  gagal: (error: unknown) => void = () => {},
): Simpanan<T> {
  let ada: { readonly nilai: T; readonly saat: number } | undefined;
  let jalan: Promise<T> | undefined;

  function segarkan(): Promise<T> {
    if (jalan) return jalan;
    const saat = kini();
    const ini = muat()
      .then((nilai) => {
        // Forgotten meanwhile: good enough for those who asked before, not for those to come.
        if (jalan === ini) ada = { nilai, saat };
        return nilai;
      })
      .finally(() => {
        if (jalan === ini) jalan = undefined;
      });
    jalan = ini;
    return ini;
  }

  return {
    async ambil() {
      const usia = ada === undefined ? Number.POSITIVE_INFINITY : kini() - ada.saat;
      if (ada === undefined || usia >= umur.basi) return segarkan();
      if (usia >= umur.segar) segarkan().catch(gagal);
      return ada.nilai;
    },
    lupakan() {
      ada = undefined;
      jalan = undefined;
    },
  };
}
