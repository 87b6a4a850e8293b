import { z } from "zod";
import { fingerprint, matchesFingerprint } from "../fingerprint.js";
import { createSnapshot, readStored } from "../storage.js";
import { type AkunSimulator, AkunTersimpan, memenuhiAturan } from "./schema.js";

/** Keys remembered for one account; far more than a request can use. */
const KEYS_KEPT = 50;

/** What came of setting a password. */
export type HasilSetel =
  | "disetel"
  | "AKUN_TIDAK_DIKENAL"
  | "AKUN_NONAKTIF"
  | "KATA_SANDI_LEMAH"
  | "KUNCI_DIPAKAI_ULANG";

/** The accounts of the SPSE simulator. */
export interface Accounts {
  find(q: { userId?: string | undefined; nip?: string | undefined }): AkunTersimpan[];
  list(): AkunTersimpan[];
  /** Adds accounts; one with a known user ID takes the new name, NIP, role and state and keeps its password. */
  put(akun: readonly AkunSimulator[]): Promise<{ dibuat: number; diperbarui: number }>;
  setPassword(userId: string, kataSandi: string, kunci: string): Promise<HasilSetel>;
  verify(userId: string, kataSandi: string): boolean;
}

/** Opens the accounts kept in `file` (unset: memory only) on top of the seed; throws when the file is unreadable. */
export async function openAccounts(deps: {
  file?: string | undefined;
  seed: readonly AkunSimulator[];
  now: () => Date;
}): Promise<Accounts> {
  const kept = readAccounts(await readStored(deps.file), deps.file);
  const accounts = new Map([...deps.seed.map(fresh), ...kept].map((akun) => [akun.userId, akun]));
  const keyOwners = new Map(kept.flatMap((akun) => akun.riwayat.map(({ kunci }) => [kunci, akun.userId] as const)));
  const snapshot = createSnapshot(deps.file, () => [...accounts.values()]);

  const setPassword = async (userId: string, kataSandi: string, kunci: string): Promise<HasilSetel> => {
    const akun = accounts.get(userId);
    if (!akun) return "AKUN_TIDAK_DIKENAL";
    const refusal = replayOrRefusal(akun, kataSandi, kunci, keyOwners.get(kunci));
    if (refusal === undefined) {
      akun.riwayat = [...akun.riwayat, { kunci, sidik: fingerprint(kataSandi) }].slice(-KEYS_KEPT);
      akun.jumlahReset += 1;
      akun.resetTerakhir = deps.now().toISOString();
      keyOwners.set(kunci, userId);
    }
    await snapshot.save();
    return refusal ?? "disetel";
  };

  const put = async (incoming: readonly AkunSimulator[]) => {
    const before = accounts.size;
    for (const akun of incoming) accounts.set(akun.userId, { ...(accounts.get(akun.userId) ?? fresh(akun)), ...akun });
    await snapshot.save();
    const dibuat = accounts.size - before;
    return { dibuat, diperbarui: incoming.length - dibuat };
  };

  return {
    find: (q) => [...accounts.values()].filter((akun) => akun.userId === q.userId || akun.nip === q.nip),
    list: () => [...accounts.values()],
    put,
    setPassword,
    verify: (userId, kataSandi) => {
      const current = accounts.get(userId)?.riwayat.at(-1);
      return current !== undefined && matchesFingerprint(kataSandi, current.sidik);
    },
  };
}

function readAccounts(text: string | undefined, file: string | undefined): AkunTersimpan[] {
  if (text === undefined) return [];
  try {
    return z.array(AkunTersimpan).parse(JSON.parse(text));
  } catch {
    throw new Error(`${file} does not hold accounts of the SPSE simulator; remove it to start anew`);
  }
}

/** Undefined when the password is to be set now; "disetel" when the same key has set it before. */
function replayOrRefusal(
  akun: AkunTersimpan,
  kataSandi: string,
  kunci: string,
  owner: string | undefined,
): HasilSetel | undefined {
  const earlier = akun.riwayat.find((entry) => entry.kunci === kunci);
  if (earlier) return matchesFingerprint(kataSandi, earlier.sidik) ? "disetel" : "KUNCI_DIPAKAI_ULANG";
  if (owner !== undefined && owner !== akun.userId) return "KUNCI_DIPAKAI_ULANG";
  if (!akun.aktif) return "AKUN_NONAKTIF";
  return memenuhiAturan(kataSandi) ? undefined : "KATA_SANDI_LEMAH";
}

function fresh(akun: AkunSimulator): AkunTersimpan {
  return { ...akun, resetTerakhir: null, jumlahReset: 0, riwayat: [] };
}
