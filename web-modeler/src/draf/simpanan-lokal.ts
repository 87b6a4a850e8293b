/** What has not reached the server yet, kept in the browser so that a closed tab or a crash loses nothing. */
import { z } from "zod";

const Simpanan = z.object({
  /** Revision of the server that the changes were made on. */
  revisi: z.number(),
  /** XML of that revision: the base when a colleague's change has to be joined. */
  dasar: z.string(),
  xml: z.string(),
  /** Instant, ISO. */
  kapan: z.string(),
});
type Simpanan = z.infer<typeof Simpanan>;

const kunci = (draf: string): string => `modeler:draf:${draf}`;

/** What is used of `localStorage`; `setItem` throws where the browser has no room or refuses. */
export interface Peti {
  getItem(kunci: string): string | null;
  setItem(kunci: string, isi: string): void;
  removeItem(kunci: string): void;
}

/** Unsent changes of a draft, or undefined. */
export function bacaSimpanan(peti: Peti, draf: string): Simpanan | undefined {
  try {
    return Simpanan.safeParse(JSON.parse(peti.getItem(kunci(draf)) ?? "null")).data;
  } catch {
    return undefined;
  }
}

/** Keeps unsent changes; false where the browser has no room or refuses. */
export function tulisSimpanan(peti: Peti, draf: string, isi: Simpanan): boolean {
  try {
    peti.setItem(kunci(draf), JSON.stringify(isi));
    return true;
  } catch {
    return false;
  }
}

/** To be called when the server has the changes; does nothing where none were kept. */
export const hapusSimpanan = (peti: Peti, draf: string): void => peti.removeItem(kunci(draf));
