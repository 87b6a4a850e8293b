/** What `--json` prints, one object a line. */
import type { Langkah, Status } from "./status.js";
import type { Throughput } from "./throughput.js";

/** One line for a row of the SOP that is done; instants in ISO, null where there is none. */
export const stepJson = ({ nomor, aktivitas, pelaksana, mulai, selesai, tenggat, output }: Langkah): string =>
  JSON.stringify({ nomor, aktivitas, pelaksana, mulai, selesai, tenggat, output });

/** One line for a request that is over: accounts, letter, archive; no password, as the API gives none. */
export const endJson = (status: Status): string =>
  JSON.stringify({
    permohonan: {
      nomor: status.nomor,
      keadaan: status.keadaan,
      diajukan: status.diajukan,
      selesai: status.selesai,
    },
    akun: status.akun.map(({ nama, nip, peran, status: hasil, hasilUserId }) => ({
      nama,
      nip,
      peran,
      status: hasil,
      userId: hasilUserId,
    })),
    surat: {
      nomor: status.nomorSurat,
      tanggal: status.tanggalSuratPemberitahuan,
      sha256: status.suratDitandatangani?.sha256 ?? null,
    },
    arsip: status.arsip,
  });

/** The last line of a run of several requests, under the key `throughput`. */
export const throughputJson = (throughput: Throughput): string => JSON.stringify({ throughput });
