/** The daily anchor: the archive's head signed with Ed25519, so that a copy of it outside proves the chain before it. */
import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from "node:crypto";
import { desc } from "drizzle-orm";
import type { Db } from "../db/open.js";
import { arsip, jangkarArsip } from "../db/schema.js";
import { tanggalWib } from "../waktu/wib.js";

interface Jangkar {
  /** Day in WIB, YYYY-MM-DD. */
  readonly tanggal: string;
  readonly urut: number;
  readonly hash: string;
  /** Public key (SPKI, DER, base64). */
  readonly kunciPublik: string;
  /** Signature over `tanggal`, `urut` and `hash`, a line each (base64). */
  readonly tandaTangan: string;
}

// PKCS #8 around an Ed25519 seed (RFC 8410).
const AWALAN_PKCS8 = Buffer.from("302e020100300506032b657004220420", "hex");

/** The signing key that a secret text stands for. */
export function kunciJangkar(rahasia: string): KeyObject {
  const benih = createHash("sha256").update(`reset-password-spse/jangkar-arsip\n${rahasia}`).digest();
  return createPrivateKey({ key: Buffer.concat([AWALAN_PKCS8, benih]), format: "der", type: "pkcs8" });
}

const pesan = ({ tanggal, urut, hash }: Pick<Jangkar, "tanggal" | "urut" | "hash">) =>
  Buffer.from(`${tanggal}\n${urut}\n${hash}\n`);

/** Signs a head; the same input gives the same bytes. */
export function buatJangkar(kunci: KeyObject, kepala: Pick<Jangkar, "tanggal" | "urut" | "hash">): Jangkar {
  const kunciPublik = createPublicKey(kunci).export({ format: "der", type: "spki" }).toString("base64");
  return { ...kepala, kunciPublik, tandaTangan: sign(null, pesan(kepala), kunci).toString("base64") };
}

/** Whether an anchor is signed by the key it names. */
export function jangkarSah(jangkar: Jangkar): boolean {
  try {
    const kunci = createPublicKey({ key: Buffer.from(jangkar.kunciPublik, "base64"), format: "der", type: "spki" });
    return verify(null, pesan(jangkar), kunci, Buffer.from(jangkar.tandaTangan, "base64"));
  } catch {
    return false;
  }
}

/** Anchors the head as it is now under today's date (WIB), once a day; answers the new anchor, undefined where nothing is new. */
export async function jangkarkan(db: Db, kunci: KeyObject, kini: Date): Promise<Jangkar | undefined> {
  const [akhir] = await db
    .select({ urut: arsip.urut, hash: arsip.hash })
    .from(arsip)
    .orderBy(desc(arsip.urut))
    .limit(1);
  if (akhir === undefined) return undefined;
  const jangkar = buatJangkar(kunci, { tanggal: tanggalWib(kini), ...akhir });
  // Another replica may have been first: its anchor stands.
  const baru = await db
    .insert(jangkarArsip)
    .values(jangkar)
    .onConflictDoNothing()
    .returning({ urut: jangkarArsip.urut });
  return baru.length > 0 ? jangkar : undefined;
}
