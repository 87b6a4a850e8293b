import { z } from "zod";

const nik = z.string().regex(/^\d{16}$/);
const base64 = z.base64().min(1);

/** The body of `POST /api/v2/sign/pdf`. */
export const MintaSign = z.strictObject({
  nik,
  passphrase: z.string().min(1),
  signatureProperties: z
    .array(
      z.strictObject({
        tampilan: z.enum(["VISIBLE", "INVISIBLE"]),
        page: z.int().min(1).optional(),
        originX: z.number().optional(),
        originY: z.number().optional(),
        width: z.number().optional(),
        height: z.number().optional(),
        location: z.string().optional(),
        reason: z.string().optional(),
      }),
    )
    .length(1),
  file: z.array(base64).length(1),
});
export type MintaSign = z.infer<typeof MintaSign>;

/** The body of `POST /api/v2/user/check/status`. */
export const MintaStatus = z.strictObject({ nik });
/** The body of `POST /api/v2/verify/pdf`; `file` is a PDF in base64. */
export const MintaVerify = z.strictObject({ file: base64 });

/** What BSrE knows of a person. */
export const Pemilik = z.strictObject({
  nik,
  nama: z.string().min(1).max(100),
  status: z.enum(["ISSUE", "NO_CERTIFICATE"]).default("ISSUE"),
});
export type Pemilik = z.infer<typeof Pemilik>;
