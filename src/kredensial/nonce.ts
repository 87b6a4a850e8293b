/** The nonces of passwords that are not delivered yet; after delivery only an empty row stays, as a mark. */
import { randomBytes } from "node:crypto";
import { and, eq, lt, min, sql } from "drizzle-orm";
import type { Db } from "../db/open.js";
import { nonceKredensial, pemulihan } from "../db/schema.js";
import { KredensialError } from "./error.js";

/** The account of a request that a nonce belongs to: process instance and account id (uuid). */
export interface PemilikNonce {
  readonly instans: string;
  readonly akun: string;
}

/** A living nonce: attempt (from 1), the nonce itself (32 bytes), the name of its key. */
export interface NonceHidup {
  readonly keadaan: "hidup";
  readonly percobaan: number;
  readonly nonce: Buffer;
  readonly idKunci: string;
}

/** What is left of a nonce after delivery. */
export interface NonceHancur {
  readonly keadaan: "hancur";
  readonly percobaan: number;
}

/** Source of randomness: that many bytes nobody can guess. */
export type Acak = (bytes: number) => Buffer;

const PANJANG_NONCE = 32;
const KOSONG = Buffer.alloc(0);
const hidup = sql<boolean>`length(${nonceKredensial.nonce}) > 0`;
/**
 * The first attempt of a nonce. After a restore an account may have had a nonce that the backup does not know; its
 * idempotency keys, which hold the attempt, must not be met again with another password.
 */
const percobaanAwal = sql<number>`coalesce((select max(${pemulihan.percobaanAwal}) from ${pemulihan}), 1)`;

const milik = ({ instans, akun }: PemilikNonce) =>
  and(eq(nonceKredensial.instans, instans), eq(nonceKredensial.akun, akun));

/** The nonce of an account: living, destroyed, or undefined where there never was one. */
export async function bacaNonce(db: Db, pemilik: PemilikNonce): Promise<NonceHidup | NonceHancur | undefined> {
  const [baris] = await db.select().from(nonceKredensial).where(milik(pemilik));
  if (baris === undefined) return undefined;
  const { percobaan, nonce, idKunci } = baris;
  return nonce.length > 0 ? { keadaan: "hidup", percobaan, nonce, idKunci } : { keadaan: "hancur", percobaan };
}

/**
 * The nonce of an account, made where there is none. Throws KredensialError NONCE_DIHANCURKAN after delivery: a worker
 * that comes back late must not set another password than the one delivered.
 */
export async function ambilAtauBuatNonce(
  db: Db,
  pemilik: PemilikNonce & { readonly idKunci: string },
  acak: Acak = randomBytes,
): Promise<NonceHidup> {
  await db
    .insert(nonceKredensial)
    .values({ ...pemilik, percobaan: percobaanAwal, nonce: acak(PANJANG_NONCE) })
    .onConflictDoNothing();
  return masihHidup(await bacaNonce(db, pemilik));
}

/**
 * A new nonce for an account whose password may have been seen: attempt + 1, so another password and other idempotency
 * keys. Throws KredensialError NONCE_DIHANCURKAN after delivery.
 */
export async function nonceBaru(
  db: Db,
  pemilik: PemilikNonce & { readonly idKunci: string },
  acak: Acak = randomBytes,
): Promise<NonceHidup> {
  const nonce = acak(PANJANG_NONCE);
  await db
    .insert(nonceKredensial)
    .values({ ...pemilik, percobaan: percobaanAwal, nonce })
    .onConflictDoUpdate({
      target: [nonceKredensial.instans, nonceKredensial.akun],
      set: {
        nonce,
        idKunci: pemilik.idKunci,
        percobaan: sql`greatest(${nonceKredensial.percobaan} + 1, ${percobaanAwal})`,
      },
      setWhere: hidup,
    });
  return masihHidup(await bacaNonce(db, pemilik));
}

/** The process instances that have living nonces made before a time, in the order of their first. */
export async function instansBernonce(db: Db, sebelum: Date): Promise<string[]> {
  const baris = await db
    .select({ instans: nonceKredensial.instans })
    .from(nonceKredensial)
    .where(and(hidup, lt(nonceKredensial.dibuat, sebelum)))
    .groupBy(nonceKredensial.instans)
    .orderBy(min(nonceKredensial.dibuat));
  return baris.map(({ instans }) => instans);
}

/**
 * Destroys the nonce of an account, or of all accounts of a process instance. Answers the accounts whose nonces lived
 * until now; doing it again changes nothing.
 */
export async function hancurkanNonce(db: Db, instans: string, akun?: string): Promise<string[]> {
  const yang = akun === undefined ? eq(nonceKredensial.instans, instans) : milik({ instans, akun });
  const hancur = db.update(nonceKredensial).set({ nonce: KOSONG }).where(and(yang, hidup));
  return (await hancur.returning({ akun: nonceKredensial.akun })).map((baris) => baris.akun);
}

function masihHidup(nonce: NonceHidup | NonceHancur | undefined): NonceHidup {
  if (nonce?.keadaan === "hidup") return nonce;
  throw new KredensialError("NONCE_DIHANCURKAN", "the nonce was destroyed after the delivery of the password");
}
