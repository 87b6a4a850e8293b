import { IANAZone } from "luxon";
import { type PencariZona, zonaIndonesia } from "./zone.js";

/** Any IANA zone: those of Indonesia by the same constants as in the engine, the others by luxon. */
export const zonaIana: PencariZona = (zona) => {
  const iana = IANAZone.create(zona);
  return zonaIndonesia(zona) ?? (iana.isValid ? (saat) => iana.offset(saat) : undefined);
};
