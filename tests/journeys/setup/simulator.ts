/** The stand-ins of SPSE and e-Pesan: accounts to reset, what reached an inbox, and which password opens what. */
import { randomInt, randomUUID } from "node:crypto";
import { z } from "zod";
import type { Akun } from "../../../src/proses/variabel.js";
import { testSystem } from "./system.js";

export interface AkunUji extends Akun {
  readonly userId: string;
}

/** Calls a simulator's own routes (not the contract). */
export async function simulator(
  which: "spse" | "epesan",
  method: string,
  path: string,
  body?: unknown,
): Promise<unknown> {
  const init =
    body === undefined ? {} : { body: JSON.stringify(body), headers: { "content-type": "application/json" } };
  const response = await fetch(testSystem().addresses[which] + path, { method, ...init });
  if (!response.ok)
    throw new Error(`simulator ${which}: ${method} ${path}: ${response.status} ${await response.text()}`);
  const text = await response.text();
  return text === "" ? undefined : JSON.parse(text);
}

const newAkun = (): AkunUji => {
  const nip = `19850101${String(randomInt(1e9)).padStart(10, "0")}`;
  const userId = `UJI.${nip.slice(8)}`;
  return {
    id: randomUUID(),
    nama: `Pejabat Uji ${nip.slice(-4)}`,
    nip,
    userId,
    peran: "PPK",
    epesan: `${userId.toLowerCase()}@kemenperin.go.id`,
  };
};

/** Accounts that SPSE knows; `aktif: false` ones it refuses to reset. */
export async function akunDiSpse(jumlah: number, aktif = true): Promise<AkunUji[]> {
  const akun = Array.from({ length: jumlah }, newAkun);
  await simulator("spse", "POST", "/simulator/akun", {
    akun: akun.map(({ userId, nip, nama, peran }) => ({ userId, nip, nama, peran, aktif })),
  });
  return akun;
}

/** An account that SPSE has never heard of. */
export const akunAsing = newAkun;

const Pesan = z.object({
  kepada: z.string(),
  perihal: z.string(),
  isi: z.string().nullable(),
  lampiran: z.array(z.object({ sha256: z.string() })),
});
export type Pesan = z.infer<typeof Pesan>;

/** The e-Pesan inbox of one address. */
export const kotakMasuk = async (kepada: string): Promise<Pesan[]> =>
  z.array(Pesan).parse(await simulator("epesan", "GET", `/simulator/kotak-masuk?kepada=${encodeURIComponent(kepada)}`));

/** Every message e-Pesan got. */
export const semuaPesan = async (): Promise<Pesan[]> =>
  z.array(Pesan).parse(await simulator("epesan", "GET", "/simulator/kotak-masuk"));

/** The password in a credential message. */
export const kataSandiDari = (pesan?: Pesan): string => /Password : (\S+)/.exec(pesan?.isi ?? "")?.[1] ?? "";

/** Whether SPSE lets this account in with this password. */
export async function cocok(userId: string, kataSandi: string): Promise<boolean> {
  const reply = await simulator("spse", "POST", "/simulator/verifikasi", { userId, kataSandi });
  return z.object({ cocok: z.boolean() }).parse(reply).cocok;
}
