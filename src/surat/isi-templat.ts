import { z } from "zod";
import { Kop } from "./kop.js";
import { Redaksi } from "./redaksi.js";

/** Letterhead, number codes and wording: what an office may change of its letters without touching their layout. */
export const IsiTemplat = z.strictObject({ kop: Kop, redaksi: Redaksi });
export type IsiTemplat = z.infer<typeof IsiTemplat>;
