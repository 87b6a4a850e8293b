import { z } from "zod";

/** An account as seeded or made for tests; `peran` is SPSE's name of the role. */
export const AkunSimulator = z.strictObject({
  userId: z.string().min(1).max(255),
  nip: z.string().regex(/^\d{18}$/),
  nama: z.string().min(1).max(255),
  peran: z.string().min(1).max(100),
  aktif: z.boolean().default(true),
});
export type AkunSimulator = z.infer<typeof AkunSimulator>;

/** Accounts made at once, for tests and load drives. */
export const AkunBaru = z.strictObject({ akun: z.array(AkunSimulator).min(1).max(10_000) });

/** The query of `GET /akun`: exactly one of both. */
export const CariAkun = z
  .object({
    userId: z.string().min(1).max(255).optional(),
    nip: z
      .string()
      .regex(/^\d{18}$/)
      .optional(),
  })
  .refine((q) => (q.userId === undefined) !== (q.nip === undefined));

/** The body of `PUT /akun/{userId}/kata-sandi`. */
export const KataSandiBaru = z.strictObject({ kataSandi: z.string().min(1).max(128) });

/** The body of `POST /simulator/verifikasi`. */
export const Verifikasi = z.strictObject({ userId: z.string(), kataSandi: z.string() });

/** An account as kept in spse.json: no password, only fingerprints (the last one is the password in force). */
export const AkunTersimpan = AkunSimulator.extend({
  resetTerakhir: z.iso.datetime().nullable().default(null),
  jumlahReset: z.int().min(0).default(0),
  riwayat: z.array(z.strictObject({ kunci: z.string(), sidik: z.string() })).default([]),
});
export type AkunTersimpan = z.infer<typeof AkunTersimpan>;

/** SPSE's password rule: at least 8 characters with lower case, upper case, digit and special character. */
export function memenuhiAturan(kataSandi: string): boolean {
  return kataSandi.length >= 8 && [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z0-9\s]/].every((rule) => rule.test(kataSandi));
}
