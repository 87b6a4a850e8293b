/** Runs a job now and then again and again, never twice at once. */

/** A job that runs by itself until it is ended; what a run throws never comes out here. */
export interface Jadwal {
  /** Ends it; resolves when no run is under way any more. */
  berhenti(): Promise<void>;
}

/** How often the gateway looks whether a report is due, in ms. */
const SELANG_MS = 300_000;

/** Starts the job; a run that fails is told to `gagal` and tried again at the next turn. */
export function mulaiJadwal(
  kerja: () => Promise<unknown>,
  gagal: (error: unknown) => void,
  selang = SELANG_MS,
): Jadwal {
  let jalan: Promise<void> | undefined;
  const satu = () => {
    jalan ??= kerja()
      .then(() => {}, gagal)
      .finally(() => {
        jalan = undefined;
      });
  };
  satu();
  const detak = setInterval(satu, selang);
  return {
    async berhenti() {
      clearInterval(detak);
      await jalan;
    },
  };
}
