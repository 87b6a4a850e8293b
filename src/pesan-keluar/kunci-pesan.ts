import { createHash } from "node:crypto";

/** What a message is for: process instance, purpose, and what tells apart messages of one purpose. */
export interface MaksudPesan {
  readonly instans: string;
  readonly tujuan: string;
  readonly pembeda: readonly (string | number)[];
}

/** The idempotency key of a message: visible ASCII, at most 255 characters, free of addresses and names. */
export function kunciPesan({ instans, tujuan, pembeda }: MaksudPesan): string {
  const sidik = createHash("sha256").update(JSON.stringify(pembeda)).digest("base64url").slice(0, 22);
  return `${instans}.${tujuan}.${sidik}`;
}
