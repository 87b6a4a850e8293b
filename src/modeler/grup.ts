/** A new group of staff, made with the administrator's own session: no service account may make groups. */
import type { IncomingHttpHeaders } from "node:http";
import { z } from "zod";
import { catatAudit } from "../audit/index.js";
import type { Db } from "../db/open.js";
import { Galat } from "../galat.js";
import { API_MESIN, type MesinPengguna } from "../sesi/mesin-pengguna.js";

const Penolakan = z.object({ message: z.string().nullish() });

interface GrupBaru {
  readonly id: string;
  readonly nama: string;
  readonly oleh: string;
}

/** Throws ISIAN_TIDAK_SAH with the engine's reason, for instance where a group of this id is there already. */
export async function buatGrup(
  k: { readonly db: Db; readonly pengguna: MesinPengguna },
  dari: IncomingHttpHeaders,
  { id, nama, oleh }: GrupBaru,
): Promise<void> {
  const isi = { id, name: nama, type: "WORKFLOW" };
  const balasan = await k.pengguna(dari, "POST", `${API_MESIN}/group/create`, isi);
  if (balasan.status >= 300) {
    const sebab = Penolakan.safeParse(balasan.json).data?.message ?? `jawaban ${balasan.status}`;
    throw new Galat("ISIAN_TIDAK_SAH", `Grup ${id} tidak dapat dibuat: ${sebab.slice(0, 300)}`);
  }
  await catatAudit(k.db, { oleh, tindakan: "modeler.grup", objek: id, rincian: { nama } });
}
