import { type Kalender, susunKalender } from "./calendar.js";
import { zonaIana } from "./iana-zone.js";
import { periksaBerkas } from "./schema.js";

/** One file of `bpmn/kalender/`: its name, and its parsed but unchecked content. */
export interface BerkasMentah {
  readonly nama: string;
  readonly isi: unknown;
}

/** The calendar from file contents, each checked against its schema; for Node and the browser. Throws KalenderError. */
export function buatKalender(berkas: readonly BerkasMentah[]): Kalender {
  return susunKalender(
    berkas.map(({ nama, isi }) => periksaBerkas(nama, isi)),
    zonaIana,
  );
}
