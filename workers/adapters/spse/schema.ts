import { z } from "zod";

/** An account as SPSE knows it (`GET /akun`); `peran` is SPSE's own name of the role. */
export const AkunSpse = z.object({
  userId: z.string().min(1),
  nip: z.string().regex(/^\d{18}$/),
  nama: z.string().min(1),
  peran: z.string().min(1),
  aktif: z.boolean(),
});
export type AkunSpse = z.infer<typeof AkunSpse>;

/** The reply to a password change: no body. */
export const KataSandiDisetel = z.undefined();
