/** How a call failed: `unavailable` is worth a retry, `rejected` is the other side's answer, `malformed` needs a person. */
export type AdapterErrorKind = "unavailable" | "rejected" | "malformed";

/**
 * What is known beside the kind: the business code of a refusal; the wait in milliseconds the other side asked for; where a
 * breaker held the call back, so that nobody was asked at all, for how many milliseconds the service has been away.
 */
export interface AdapterErrorDetail {
  code?: string;
  retryAfterMs?: number;
  heldBackMs?: number;
}

/**
 * The only error an adapter call throws. The message never holds anything of a request's or reply's body, and there is
 * no `cause`: causes of network and JSON errors may quote what was sent.
 */
export class AdapterError extends Error {
  override readonly name = "AdapterError";
  readonly kind: AdapterErrorKind;
  readonly code?: string;
  readonly retryAfterMs?: number;
  readonly heldBackMs?: number;

  constructor(kind: AdapterErrorKind, message: string, detail: AdapterErrorDetail = {}) {
    super(message);
    this.kind = kind;
    if (detail.code !== undefined) this.code = detail.code;
    if (detail.retryAfterMs !== undefined) this.retryAfterMs = detail.retryAfterMs;
    if (detail.heldBackMs !== undefined) this.heldBackMs = detail.heldBackMs;
  }
}
