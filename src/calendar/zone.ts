/** Minutes a zone is ahead of UTC at an instant (epoch ms). */
export type Geseran = (saat: number) => number;

/** Finds a zone's offsets by its IANA name; undefined when it does not know the zone. */
export type PencariZona = (zona: string) => Geseran | undefined;

/** The zones of Indonesia: constants, since it has no daylight saving time; luxon and Intl start slowly in the engine. */
export const zonaIndonesia: PencariZona = (zona) => {
  switch (zona) {
    case "Asia/Jakarta":
    case "Asia/Pontianak":
      return () => 7 * 60;
    case "Asia/Makassar":
      return () => 8 * 60;
    case "Asia/Jayapura":
      return () => 9 * 60;
    default:
      return undefined;
  }
};
