import type { Aturan, Unsur } from "../jenis.js";
import { daftar, definisiKejadian, kejadianTepi, keLuar, teks, topikDari, unsurDari } from "../unsur.js";

const ERROR = "bpmn:ErrorEventDefinition";
/** What an error event catches: its code, or "*" for every code. */
const kode = (e: Unsur): string[] =>
  definisiKejadian(e, ERROR).map((d) => {
    const galat = unsurDari(d.errorRef);
    return galat ? teks(galat.errorCode) : "*";
  });

/** Error event sub-processes directly inside a scope. */
const penangkapDalam = (lingkup: Unsur): string[] =>
  daftar(lingkup.flowElements)
    .filter((x) => x.triggeredByEvent === true)
    .flatMap((s) => daftar(s.flowElements).filter((x) => x.$type === "bpmn:StartEvent"))
    .flatMap(kode);

/** Every error code a topic may raise is caught, and no boundary event waits for a code that never comes. */
export const galatCocok: Aturan = {
  nama: "galat-cocok",
  tingkat: "galat",
  sebab:
    "An error nobody catches ends the request; an event for a code no worker raises is a way out that never opens.",
  periksa(u, lapor, lingkungan) {
    const dikenal = lingkungan.topik.find((t) => t.topik === topikDari(u));
    if (!dikenal) return;
    const diTepi = kejadianTepi(u).flatMap((e) => kode(e).map((k) => ({ e, k })));
    for (const { e, k } of diTepi)
      if (k !== "*" && !dikenal.galat.includes(k))
        lapor(e, 'Topic "{topik}" never raises the error "{kode}".', { topik: dikenal.topik, kode: k || "–" });
    const tertangkap = new Set([
      ...diTepi.map((t) => t.k),
      ...[...keLuar(u)].slice(1).flatMap((x) => [...kejadianTepi(x).flatMap(kode), ...penangkapDalam(x)]),
    ]);
    for (const k of dikenal.galat)
      if (!tertangkap.has(k) && !tertangkap.has("*"))
        lapor(u, 'Nothing catches the error "{kode}" of topic "{topik}".', { topik: dikenal.topik, kode: k });
  },
};
