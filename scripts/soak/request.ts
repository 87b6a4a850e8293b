/** One request of the soak: what is asked for, and what the people who worked at it handed over themselves. */
import { createHash, randomInt, randomUUID } from "node:crypto";
import { z } from "zod";
import type { IsiPermohonan } from "../../src/proses/tugas.js";
import type { Akun } from "../../src/proses/variabel.js";
import { tanggalWib } from "../../src/waktu/wib.js";
import { Ditolak, type Pengguna } from "../drive/pengguna.js";
import { letterPdf } from "../drive/surat-contoh.js";
import { openEngine } from "./engine.js";
import type { People, Person } from "./people.js";
import { callSimulator } from "./simulator.js";
import type { Running } from "./system.js";

/** An account that SPSE knows by its User ID. */
export interface TestAccount extends Akun {
  readonly userId: string;
}

/** `nomor` is the product's name for it, `instans` the engine's; what is not readonly changes with the work. */
export interface SoakRequest {
  readonly nomor: string;
  readonly instans: string;
  readonly clerk: Clerk;
  readonly isi: IsiPermohonan;
  readonly akun: readonly TestAccount[];
  /** Passwords that a person handed over instead of e-Pesan, by account id. */
  readonly handedOver: Map<string, string>;
  /** Somebody carried the letter to the Satker, or the refusal. */
  letterByHand: boolean;
  refusalByHand: boolean;
  /** Whether the time limit of the step in `fate.late` has passed. */
  limitPassed: boolean;
  /** What people decide about it. */
  fate: Fate;
}

/** How a request fares by no fault of the system: an ordinary one is granted, at once and in time. */
export interface Fate {
  /** The head of UKPBJ refuses it in step 2. */
  readonly refused: boolean;
  /** How often the head of UKPBJ first sends it back from step 2. */
  readonly returned: number;
  /** The SOP's number of the step whose time limit passes before anybody does it. */
  readonly late: number | undefined;
}
/** The ordinary one, where no schedule says otherwise. */
export const GRANTED: Fate = { refused: false, returned: 0, late: undefined };

type Clerk = Extract<Person, "dewi" | "rudi">;

const newAccount = (): TestAccount => {
  const nip = `19850101${String(randomInt(1e9)).padStart(10, "0")}`;
  const userId = `SOAK.${nip.slice(8)}`;
  const epesan = `${userId.toLowerCase()}@kemenperin.go.id`;
  return { id: randomUUID(), nama: `Pejabat Uji ${nip.slice(-4)}`, nip, userId, peran: "PPK", epesan };
};

/** New accounts in SPSE, with addresses that nobody else has. */
export async function makeAccounts(at: Running, count: number): Promise<TestAccount[]> {
  const akun = Array.from({ length: count }, newAccount);
  const body = { akun: akun.map(({ userId, nip, nama, peran }) => ({ userId, nip, nama, peran })) };
  await callSimulator(at, "spse", { method: "POST", path: "/simulator/akun", body, schema: z.unknown() });
  return akun;
}

async function fillIn(clerk: Pengguna, nomorSuratPermohonan: string, akun: readonly Akun[]): Promise<IsiPermohonan> {
  return {
    nomorSuratPermohonan,
    tanggalSuratPermohonan: tanggalWib(Date.now()),
    suratPermohonan: await clerk.unggah("surat-permohonan.pdf", letterPdf(["Surat Permohonan", nomorSuratPermohonan])),
    lampiran: [await clerk.unggah("sk-ppk.pdf", letterPdf(["Surat Keputusan", nomorSuratPermohonan]))],
    akun: [...akun],
  };
}

/** Hands in a request; throws where the system is not there. Trying again with the same letter number is safe. */
export async function handIn(
  at: Running,
  people: People,
  { clerk, letter, akun }: { clerk: Clerk; letter: string; akun: readonly TestAccount[] },
): Promise<SoakRequest> {
  const isi = await people.as(clerk, (pengguna) => fillIn(pengguna, letter, akun));
  const ids = await people.as(clerk, (pengguna) => pengguna.mulai(isi)).catch((error) => handedIn(at, letter, error));
  const byHand = { handedOver: new Map(), letterByHand: false, refusalByHand: false };
  return { ...ids, clerk, isi, akun, ...byHand, limitPassed: false, fate: GRANTED };
}

const Instances = z.array(z.object({ id: z.string(), businessKey: z.string() }));

/** The first try may have arrived although its reply did not. */
async function handedIn(at: Running, letter: string, error: unknown): Promise<{ nomor: string; instans: string }> {
  if (!(error instanceof Ditolak) || error.status !== 409) throw error;
  const query = { variables: `nomorSuratPermohonan_eq_${letter}` };
  const [found] = await openEngine(at).call("GET", "/history/process-instance", { query, schema: Instances });
  if (found === undefined) throw error;
  return { nomor: found.businessKey, instans: found.id };
}

/** A letter number that no other request has and that stands unescaped in a query. */
export const newLetterNumber = (): string => `B-${randomUUID()}`;

/** The letter as it comes back signed; always the same bytes for one request. */
export const signedLetter = (nomor: string): Uint8Array => letterPdf(["Surat Pemberitahuan, ditandatangani", nomor]);

/** In hex, as archive and simulators tell it. */
export const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");
