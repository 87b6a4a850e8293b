/** The gateway's part in the monthly SLA reports: looks again and again whether one is due. */

import { type Jadwal, mulaiJadwal } from "../../jadwal.js";
import { tulisLaporanBulanan } from "../../sla/laporan/arsip.js";
import type { Konteks } from "../konteks.js";

/** Starts looking; the first look also warms the picture of open steps for the first person who asks. */
export function laporanBulananGateway(k: Konteks): Jadwal {
  const kerja = async () => {
    for (const bulan of await tulisLaporanBulanan(arsipDari(k))) k.logger.info({ bulan }, "monthly SLA report written");
  };
  return mulaiJadwal(kerja, (err) => k.logger.warn({ err }, "the monthly SLA report could not be written yet"));
}

/** What writing the reports needs of a gateway. */
const arsipDari = (k: Konteks) => ({
  db: k.db,
  kalender: k.kalender,
  jam: k.jam,
  cetak: k.cetakLaporan,
  arsip: k.arsip,
  laporan: (periode: { readonly dari: string; readonly sampai: string }) => k.laporan("semua", periode, null),
  async pekerjaanPertama() {
    const [{ langkah }, selesai] = await Promise.all([k.sla.dinilai("semua"), k.sla.selesai("semua")]);
    const mulai = [...langkah, ...selesai].map((l) => l.mulai);
    return mulai.length === 0 ? undefined : mulai.reduce((a, b) => Math.min(a, b));
  },
});
