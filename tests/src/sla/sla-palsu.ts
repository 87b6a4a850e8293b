/** The SLA views over rows that a test gives, without an engine. */
import type { LangkahSelesai } from "../../../src/sla/buku.js";
import type { LangkahDinilai } from "../../../src/sla/langkah.js";
import type { Sla } from "../../../src/sla/layanan.js";
import { wib } from "./contoh.js";

/** What the figures need of the views: open and finished steps; anything else throws. */
export function slaPalsu(langkah: readonly LangkahDinilai[], selesai: readonly LangkahSelesai[] = []): Sla {
  const potret = { saat: wib("23 11:00"), langkah };
  const ada: Partial<Sla> = {
    dinilai: async () => ({ potret, langkah: [...langkah] }),
    selesai: async () => selesai,
  };
  return ada as Sla;
}
