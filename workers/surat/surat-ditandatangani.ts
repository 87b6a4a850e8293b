import { createHash } from "node:crypto";
import type { Db } from "../../src/db/open.js";
import { bacaDokumen, type DokumenTersimpan } from "../../src/dokumen/store.js";
import type { Dokumen } from "../../src/proses/variabel.js";

/** The signed letter with its bytes; throws where it is gone or its bytes are not those that the process names. */
export async function bacaSuratDitandatangani(db: Db, { id, sha256 }: Dokumen): Promise<DokumenTersimpan> {
  const dokumen = await bacaDokumen(db, id);
  if (dokumen === undefined) throw new Error(`the signed letter, document ${id}, is not in the database`);
  if (createHash("sha256").update(dokumen.isi).digest("hex") !== sha256)
    throw new Error(`the signed letter, document ${id}, is not the one that the process names`);
  return dokumen;
}
