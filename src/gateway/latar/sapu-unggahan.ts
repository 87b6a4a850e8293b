/** The gateway's part in cleaning up: uploads that went into no request. */
import { sapuUnggahan } from "../../dokumen/sapu.js";
import { type Jadwal, mulaiJadwal } from "../../jadwal.js";
import type { Konteks } from "../konteks.js";

const HARI_MS = 86_400_000;
/** How often the gateway looks, in ms. */
const SELANG_MS = 3_600_000;

/** Starts sweeping uploads older than `hari` days. */
export function sapuUnggahanGateway(k: Pick<Konteks, "db" | "jam" | "logger">, hari: number): Jadwal {
  const kerja = async () => {
    const jumlah = await sapuUnggahan(k.db, new Date(k.jam().getTime() - hari * HARI_MS));
    if (jumlah > 0) k.logger.info({ jumlah }, "uploads that went into no request deleted");
  };
  return mulaiJadwal(kerja, (err) => k.logger.warn({ err }, "unused uploads could not be deleted yet"), SELANG_MS);
}
