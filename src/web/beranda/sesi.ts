/** The signed-in person's session with the engine: how many tasks wait, and signing out. */
import { z } from "zod";
import { ambil } from "../api/panggil.js";

const MESIN = "/camunda/api/engine/engine/default";
const Jumlah = z.object({ count: z.number() }).transform((j) => j.count);

/** Own tasks, and tasks of the unit that nobody has taken yet. */
export async function jumlahTugas(pengguna: string): Promise<{ readonly milik: number; readonly unit: number }> {
  const hitung = (tanya: Record<string, string>) => ambil(`${MESIN}/task/count?${new URLSearchParams(tanya)}`, Jumlah);
  const [milik, unit] = await Promise.all([hitung({ assignee: pengguna }), hitung({ candidateUser: pengguna })]);
  return { milik, unit };
}

/** The token that the engine wants back with every change, from its cookie. Pure. */
export const tokenXsrf = (cookie: string): string => /(?:^|;\s*)XSRF-TOKEN=([^;]*)/.exec(cookie)?.[1] ?? "";

/** Ends the session; throws when the engine cannot be reached. */
export async function keluar(): Promise<void> {
  const balasan = await fetch("/camunda/api/admin/auth/user/default/logout", {
    method: "POST",
    credentials: "same-origin",
    headers: { "x-xsrf-token": tokenXsrf(document.cookie) },
  });
  if (!balasan.ok && balasan.status !== 404) throw new Error(`logout answered ${balasan.status}`);
}
