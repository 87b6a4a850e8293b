/** The simulators' own routes (not the contract): accounts, inbox, faults. */
import { z } from "zod";
import type { Gangguan } from "../../simulators/faults.js";
import type { Running } from "./system.js";

/** Those that the soak disturbs: BSrE's is not among them. */
export type Simulator = "spse" | "epesan";
/** A fault as asked for; what has a default may be left out. */
export type Fault = Pick<Gangguan, "jenis"> & Partial<Gangguan>;

const Message = z.object({
  idPesan: z.string(),
  kepada: z.string(),
  perihal: z.string(),
  isi: z.string().nullable(),
  lampiran: z.array(z.object({ sha256: z.string() })),
  kunci: z.string(),
});
/** A message as e-Pesan has it; `isi` is null where the simulator no longer holds it. */
export type Message = z.infer<typeof Message>;
const Account = z.object({ userId: z.string(), jumlahReset: z.number() });
const Mark = z.string().optional();
const Hits = z.array(z.object({ jenis: z.string(), untuk: Mark, kunci: Mark, kena: z.number() }));
const Verdict = z.object({ cocok: z.boolean() });

/** Calls a simulator; throws an Error with its words where it refuses. */
export async function callSimulator<T>(
  { addresses }: Pick<Running, "addresses">,
  which: Simulator,
  call: { method: string; path: string; body?: unknown; headers?: Record<string, string>; schema: z.ZodType<T> },
): Promise<T> {
  // A connection kept alive may be closed by the simulator, or die with it, just when the next call begins.
  const headers = { "content-type": "application/json", connection: "close", ...call.headers };
  const body = call.body === undefined ? {} : { body: JSON.stringify(call.body) };
  const response = await fetch(addresses[which] + call.path, { method: call.method, headers, ...body });
  const text = await response.text();
  if (!response.ok) throw new Error(`simulator ${which}: ${call.method} ${call.path}: ${response.status}`);
  return call.schema.parse(text === "" ? undefined : JSON.parse(text));
}

/** Every message that e-Pesan got, the oldest first. */
export const allMessages = (at: Running): Promise<Message[]> =>
  callSimulator(at, "epesan", { method: "GET", path: "/simulator/kotak-masuk", schema: z.array(Message) });

/** How often each account's password was set, by User ID. */
export async function resetCounts(at: Running): Promise<Map<string, number>> {
  const schema = z.array(Account);
  const accounts = await callSimulator(at, "spse", { method: "GET", path: "/simulator/akun", schema });
  return new Map(accounts.map((a) => [a.userId, a.jumlahReset]));
}

/** Whether SPSE lets this account in with this password. */
export async function spseAccepts(at: Running, userId: string, kataSandi: string): Promise<boolean> {
  const call = { method: "POST", path: "/simulator/verifikasi", body: { userId, kataSandi }, schema: Verdict };
  return (await callSimulator(at, "spse", call)).cocok;
}

/** Lets a simulator suffer a fault. */
export const injectFault = async (at: Running, which: Simulator, fault: Fault): Promise<void> => {
  await callSimulator(at, which, { method: "POST", path: "/simulator/gangguan", body: fault, schema: Hits });
};

/** How many requests the faults of a simulator have hit: all, or those for this account, address or beginning of a key. */
export async function faultHits(at: Running, which: Simulator, mark?: string): Promise<number> {
  const faults = await callSimulator(at, which, { method: "GET", path: "/simulator/gangguan", schema: Hits });
  return faults
    .filter((f) => mark === undefined || [f.untuk, f.kunci].includes(mark))
    .reduce((sum, f) => sum + f.kena, 0);
}

/** Ends all faults of both simulators and cuts what hangs. */
export async function healSimulators(at: Running): Promise<void> {
  const heal = (which: Simulator) =>
    callSimulator(at, which, { method: "DELETE", path: "/simulator/gangguan", schema: z.unknown() });
  await Promise.all([heal("spse"), heal("epesan")]);
}
