import { fileURLToPath } from "node:url";
import { type SimulatorOptions, type Simulators, startSimulators } from "../../../simulators/start.js";

/** The file of the seeded accounts. */
export const SEED_FILE = fileURLToPath(new URL("../../../simulators/spse/akun.json", import.meta.url));

/** The demo account most tests use, and a password that keeps SPSE's rule. */
export const BUDI = { userId: "BUDI.SANTOSO", nip: "198503152010011001" };
export const SANDI = "Rahasia#2026x";

/** Both simulators on free ports; a defect fails the test through an unhandled rejection. */
export function startForTest(options: Partial<SimulatorOptions> = {}): Promise<Simulators> {
  const onDefect = (error: unknown) => void Promise.reject(error);
  return startSimulators({
    host: "127.0.0.1",
    spsePort: 0,
    bsrePort: 0,
    epesanPort: 0,
    seedFile: SEED_FILE,
    onDefect,
    ...options,
  });
}

/** Sends JSON and answers status, headers and the parsed body (undefined when empty). */
export async function ask(method: string, url: string, body?: unknown, headers: Record<string, string> = {}) {
  const reply = await fetch(url, {
    method,
    headers: { ...(body === undefined ? {} : { "content-type": "application/json" }), ...headers },
    ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  const text = await reply.text();
  const isJson = /json/.test(reply.headers.get("content-type") ?? "");
  return { status: reply.status, headers: reply.headers, text, body: isJson ? JSON.parse(text) : undefined };
}

/** Sets a password in the SPSE simulator. */
export function setel(url: string, userId: string, kataSandi: string, kunci: string) {
  return ask("PUT", `${url}/akun/${userId}/kata-sandi`, { kataSandi }, { "idempotency-key": kunci });
}

/** Sends a message to the e-Pesan simulator. */
export function kirim(url: string, pesan: object, kunci: string) {
  return ask("POST", `${url}/pesan`, pesan, { "idempotency-key": kunci });
}
