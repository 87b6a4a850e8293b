/** The gateway's part in the archive: anchors its head once a day. */
import { jangkarkan } from "../../arsip/index.js";
import { type Jadwal, mulaiJadwal } from "../../jadwal.js";
import type { Konteks } from "../konteks.js";

/** Starts looking whether today's anchor is due. The log keeps a copy of each outside the database. */
export function jangkarArsipGateway(k: Konteks): Jadwal {
  const kerja = async () => {
    const jangkar = await jangkarkan(k.db, k.arsip.kunci, k.jam());
    if (jangkar) k.logger.info({ jangkar }, "archive anchored");
  };
  return mulaiJadwal(kerja, (err) => k.logger.warn({ err }, "the archive could not be anchored yet"));
}
