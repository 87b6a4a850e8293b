/** Somebody who has every key and everything that is left, and tries to compute an account's password again. */
import { sql } from "drizzle-orm";
import type { Db } from "../../../src/db/open.js";
import { type Kunci, turunkanKataSandi } from "../../../src/kredensial/index.js";

export interface Bahan {
  readonly kunci: readonly Kunci[];
  readonly instans: string;
  readonly akun: string;
  /** Every text that is left: rows, variables, logs, replies. */
  readonly teks: readonly string[];
}

const ATTEMPTS = [1, 2, 3, 4];

/** Every password that any text of at least 16 bytes, taken for the nonce in any spelling, gives under any key. */
export function semuaKataSandi({ kunci, instans, akun, teks }: Bahan): Set<string> {
  const nonces = teks.flatMap(byteStrings);
  const derived = kunci.flatMap((satu) =>
    nonces.flatMap((nonce) =>
      ATTEMPTS.map((percobaan) => turunkanKataSandi(satu, nonce, { instans, akun, percobaan })),
    ),
  );
  return new Set(derived);
}

/** Hexadecimal, base64 of both kinds, and the bytes as they are; in longer runs any 32 bytes in a row. */
function byteStrings(teks: string): Buffer[] {
  const hex = (teks.match(/[0-9a-f]{32,}/gi) ?? []).map((run) => Buffer.from(run, "hex"));
  const base64 = (teks.match(/[A-Za-z0-9+/_-]{22,}={0,2}/g) ?? []).flatMap((run) => [
    Buffer.from(run, "base64"),
    Buffer.from(run, "utf8"),
  ]);
  return [...hex, ...base64].filter(({ length }) => length >= 16).flatMap(windows);
}

function windows(bytes: Buffer): Buffer[] {
  const count = Math.min(64, bytes.length - 32);
  return [bytes, ...Array.from({ length: Math.max(0, count + 1) }, (_, i) => bytes.subarray(i, i + 32))];
}

/** Each row of each table of the database as text, bytes in hexadecimal. */
export async function semuaBaris(db: Db): Promise<string[]> {
  const tables = await db.execute<{ nama: string }>(
    sql`select quote_ident(table_name) as nama from information_schema.tables where table_schema = 'public'`,
  );
  const rows = await Promise.all(
    tables.rows.map(({ nama }) => db.execute<{ baris: string }>(sql.raw(`select t::text as baris from ${nama} t`))),
  );
  return rows.flatMap((result) => result.rows.map(({ baris }) => baris));
}
