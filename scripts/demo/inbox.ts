import { z } from "zod";

const Pesan = z.object({ kepada: z.string(), perihal: z.string(), diterima: z.string() });
/** What the inbox page shows of a message; never its text. */
export type Pesan = z.infer<typeof Pesan>;

/** Envelopes in the inbox of the e-Pesan simulator since an instant, oldest first; none where there is no simulator. */
export async function readInbox(epesan: string, since: Date): Promise<Pesan[]> {
  const response = await fetch(`${epesan}/simulator/kotak-masuk`).catch(() => undefined);
  if (!response?.ok) return [];
  const all = z.array(Pesan).parse(await response.json());
  return all
    .filter(({ diterima }) => new Date(diterima) >= since)
    .toSorted((a, b) => a.diterima.localeCompare(b.diterima));
}
