/** Bringing a draft into force: the parts that plug into the page. */
import type { Perluasan } from "../perluasan.js";

export const perluasanBerlaku: readonly Perluasan[] = [];
