import { createHash, randomBytes, scryptSync, timingSafeEqual } from "node:crypto";

/** Light, because load drives make thousands on the machine they measure; the passwords are random, not chosen. */
const COST = { N: 256, r: 4, p: 1 };

/** A salted scrypt hash of a text, by which the text can be recognised but not read: `salt$hash`, both base64url. */
export function fingerprint(text: string): string {
  const salt = randomBytes(16);
  return `${salt.toString("base64url")}$${hash(text, salt).toString("base64url")}`;
}

/** Whether a fingerprint was made of this text. */
export function matchesFingerprint(text: string, stored: string): boolean {
  const [salt = "", expected = ""] = stored.split("$").map((part) => Buffer.from(part, "base64url"));
  const actual = hash(text, Buffer.from(salt));
  return actual.length === expected.length && timingSafeEqual(actual, Buffer.from(expected));
}

function hash(text: string, salt: Buffer): Buffer {
  return scryptSync(createHash("sha256").update(text).digest(), salt, 32, COST);
}
