/** The fields of BSrE's replies that are used; see openapi.yaml. */
import { z } from "zod";

/** 200 of `/api/v2/sign/pdf`: the signed PDF in base64, one file as one was sent. */
export const BalasanSign = z.object({ file: z.array(z.base64().min(1)).length(1) });
/** Any refusal; `status_code` is BSrE's own number (2011, 2021, 2031, …), not HTTP's. */
export const BalasanTolak = z.object({ status_code: z.coerce.number().int() });
/** 200 of `/api/v2/user/check/status`: only `ISSUE` may sign, the number says why not. */
export const BalasanStatus = z.object({ status: z.string(), status_code: z.coerce.number().int().optional() });
/** 200 of `/api/v2/verify/pdf`: BSrE's judgement in its own words. */
export const BalasanVerify = z.object({ conclusion: z.string(), description: z.string().optional() });

/** Accounts with the NIK under which BSrE knows them. */
const DaftarNik = z.record(z.string(), z.string().regex(/^\d{16}$/));

/** The list of an option's JSON text; undefined where it is not one. */
export function bacaDaftarNik(teks: string): Readonly<Record<string, string>> | undefined {
  try {
    return DaftarNik.safeParse(JSON.parse(teks)).data;
  } catch {
    return undefined;
  }
}
