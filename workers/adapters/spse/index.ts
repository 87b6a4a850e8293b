import { AdapterError } from "../error.js";
import { createHttp, type HttpOptions } from "../http.js";
import { AkunSpse, KataSandiDisetel } from "./schema.js";

export type { AkunSpse } from "./schema.js";

/** SPSE as an agency's bridge offers it (openapi.yaml); every method throws AdapterError. */
export interface Spse {
  /**
   * The account of `userId` if given, else of `nip` (18 digits). Rejected with AKUN_TIDAK_DIKENAL when there is none, or
   * when the account found belongs to another NIP.
   */
  cariAkun(q: { userId?: string | undefined; nip: string }, signal?: AbortSignal): Promise<AkunSpse>;
  /** Sets a password; repeating it with the same key and password changes nothing. */
  setelKataSandi(p: { userId: string; kataSandi: string; kunci: string }, signal?: AbortSignal): Promise<void>;
}

/** Makes the SPSE adapter; without a URL every call is rejected with SPSE_TANPA_API. */
export function createSpse(options: Omit<HttpOptions, "service" | "codeWithoutUrl">): Spse {
  const http = createHttp({ ...options, service: "SPSE", codeWithoutUrl: "SPSE_TANPA_API" });
  return {
    cariAkun: async ({ userId, nip }, signal) => {
      const query = userId ? { userId } : { nip };
      const akun = await http({
        operation: "GET /akun",
        method: "GET",
        path: "/akun",
        query,
        replies: { 200: AkunSpse },
        signal,
      });
      if (akun.nip !== nip) throw otherPerson(userId !== undefined && userId !== "");
      return akun;
    },
    setelKataSandi: async ({ userId, kataSandi, kunci }, signal) =>
      http<undefined>({
        operation: "PUT /akun/{userId}/kata-sandi",
        method: "PUT",
        path: `/akun/${pathSegment(userId)}/kata-sandi`,
        body: { kataSandi },
        idempotencyKey: kunci,
        replies: { 204: KataSandiDisetel },
        signal,
      }),
  };
}

/** Resetting somebody else's account is the worst this adapter could do, so a user ID must agree with the letter's NIP. */
function otherPerson(byUserId: boolean): AdapterError {
  return byUserId
    ? new AdapterError("rejected", "SPSE GET /akun: the user ID belongs to another NIP", { code: "AKUN_TIDAK_DIKENAL" })
    : new AdapterError("malformed", "SPSE GET /akun: the reply is about another NIP than asked for");
}

/** "." and ".." would change the path itself; a lone surrogate has no UTF-8 form. */
function pathSegment(userId: string): string {
  if (/^\.{0,2}$|\p{Cs}/u.test(userId)) {
    throw new AdapterError("rejected", "SPSE: the user ID cannot be written in a URL", { code: "AKUN_TIDAK_DIKENAL" });
  }
  return encodeURIComponent(userId);
}
