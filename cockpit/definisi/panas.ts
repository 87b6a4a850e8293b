/** How hot an activity is: working time of the slowest tenth against the time that the SOP allows. */
import type { LangkahDefinisi } from "../api/skema.js";

/** Upper ends of the shares of allowed time, coolest first; above the last is the hottest. */
const BATAS = [0.5, 0.8, 1] as const;
/** Numbers of the CSS classes `sla-panas-…`, coolest first. */
export const TINGKAT = [0, 1, 2, 3] as const;
type Tingkat = (typeof TINGKAT)[number];

/** p90 as a share of the allowed working time; undefined without finished steps. */
export const bagianP90 = ({ p90Ms, jatahMs }: Pick<LangkahDefinisi, "p90Ms" | "jatahMs">): number | undefined =>
  p90Ms === null || p90Ms === undefined || !jatahMs ? undefined : p90Ms / jatahMs;

/** 0 (cool) to 3 (over the limit); undefined without data. */
export function tingkat(bagian: number | undefined): Tingkat | undefined {
  if (bagian === undefined) return undefined;
  const di = BATAS.findIndex((batas) => bagian <= batas);
  return TINGKAT[di < 0 ? 3 : di];
}
