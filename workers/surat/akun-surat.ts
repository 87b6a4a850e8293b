/** What the Surat Pemberitahuan says of each account; never a password. */
import type { z } from "zod";
import { Akun, type AkunDicoret, Hasil, namaVariabelAkun, namaVariabelHasil } from "../../src/proses/variabel.js";
import type { AkunSurat } from "../../src/surat/data.js";
import { satuBaris } from "../../src/surat/teks.js";

/** What AkunSurat takes at most. */
const PANJANG_KETERANGAN = 500;

/**
 * The accounts in the order of the request: the processed ones with their result from `hasil_<id>` in `variabel`,
 * corrected as in `akun_<id>`, then those struck off. Throws where a processed account has no result.
 */
export function daftarAkunSurat(
  disetujui: readonly Akun[],
  dicoret: readonly AkunDicoret[],
  variabel: Readonly<Record<string, unknown>>,
): z.input<typeof AkunSurat>[] {
  return [
    ...disetujui.map((akun) => akunDiproses(akunTuntas(akun, variabel), hasilAkun(akun, variabel))),
    ...dicoret.map((akun) => ({ ...dasar(akun), status: "dicoret" as const, keterangan: ringkas(akun.alasan) })),
  ];
}

function hasilAkun({ id }: Akun, variabel: Readonly<Record<string, unknown>>): Hasil {
  const hasil = Hasil.safeParse(variabel[namaVariabelHasil(id)]);
  if (hasil.success) return hasil.data;
  throw new Error(`the result of account ${id} is missing or not valid`);
}

const akunTuntas = (akun: Akun, variabel: Readonly<Record<string, unknown>>): Akun =>
  Akun.safeParse(variabel[namaVariabelAkun(akun.id)]).data ?? akun;

const dasar = ({ nama, nip, peran, userId }: Akun) => ({ nama, nip, peran, userId });

function akunDiproses(akun: Akun, hasil: Hasil): z.input<typeof AkunSurat> {
  const sama = { ...dasar(akun), userId: hasil.userId ?? akun.userId };
  if (hasil.status === "berhasil") return { ...sama, status: "berhasil" };
  const keterangan = hasil.keterangan ?? "Password sudah di-reset, tetapi belum disampaikan kepada pemilik akun.";
  return { ...sama, status: "gagal", keterangan: ringkas(keterangan) };
}

function ringkas(teks: string): string {
  const sebaris = satuBaris(teks);
  return sebaris.length <= PANJANG_KETERANGAN ? sebaris : `${sebaris.slice(0, PANJANG_KETERANGAN - 1)}…`;
}
