import { z } from "zod";

/** The reply to a message accepted now (201) or earlier under the same key (200). */
export const PesanDiterima = z.object({ idPesan: z.string().min(1) });
export type PesanDiterima = z.infer<typeof PesanDiterima>;
